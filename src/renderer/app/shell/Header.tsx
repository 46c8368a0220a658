/** The head of the window: study, views, and the commands one reaches for most. */
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconLayoutSidebar,
  IconLayoutSidebarRight,
  IconMoon,
  IconSearch,
  IconSun,
} from '@tabler/icons-react';
import { useSyncExternalStore, type ReactNode } from 'react';
import { IconButton } from '../../components/IconButton.tsx';
import { text } from '../../text/text.ts';
import type { Command } from '../commands.ts';
import { useServices } from '../services.ts';
import { useColourScheme } from '../useCommands.ts';
import type { WindowState } from '../useWindowState.ts';

export interface HeaderProps {
  readonly commands: readonly Command[];
  readonly state: WindowState;
  readonly children: ReactNode;
}

function useRun(commands: readonly Command[]) {
  return (id: Command['id']) => () => {
    commands.find((command) => command.id === id)?.run();
  };
}

function HistoryButtons({ commands }: Pick<HeaderProps, 'commands'>) {
  const { store } = useServices();
  const { undo, redo } = useSyncExternalStore(store.onHistory, store.history);
  const run = useRun(commands);
  return (
    <>
      <IconButton
        icon={IconArrowBackUp}
        label={text.app.undo(undo)}
        disabled={undo === null}
        onClick={run('edit.undo')}
      />
      <IconButton
        icon={IconArrowForwardUp}
        label={text.app.redo(redo)}
        disabled={redo === null}
        onClick={run('edit.redo')}
      />
    </>
  );
}

export function Header({ commands, state, children }: HeaderProps) {
  const { dark } = useColourScheme();
  const run = useRun(commands);
  return (
    <header className="window-header">
      <IconButton
        icon={IconLayoutSidebar}
        label={state.tree ? text.app.hideTree : text.app.showTree}
        onClick={run('view.tree')}
      />
      {children}
      <span className="header-space" />
      <HistoryButtons commands={commands} />
      <IconButton icon={IconSearch} label={text.commands['palette.open']} onClick={run('palette.open')} />
      <IconButton
        icon={dark ? IconSun : IconMoon}
        label={dark ? text.app.toLight : text.app.toDark}
        onClick={run('view.colourScheme')}
      />
      <IconButton
        icon={IconLayoutSidebarRight}
        label={state.inspector ? text.app.hideInspector : text.app.showInspector}
        onClick={run('view.inspector')}
      />
    </header>
  );
}
