/** The commands of the window with what they do now; the keyboard and the host's menu call them too. */
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import { useEffect } from 'react';
import { isAppCommand } from '#core/project/appCommand.ts';
import { commandList, type Command } from './commands.ts';
import { exportFigure } from './figureExport.ts';
import { isTyping } from './keyboard.ts';
import { useServices } from './services.ts';
import { tellFailure } from './tellFailure.ts';
import type { StudyOpening } from './useStudyOpening.ts';
import type { WindowState } from './useWindowState.ts';

export interface CommandTargets {
  readonly opening: StudyOpening;
  readonly state: WindowState;
  readonly update: (patch: Partial<WindowState>) => void;
}

export function useColourScheme() {
  const scheme = useComputedColorScheme('light');
  const { setColorScheme } = useMantineColorScheme();
  return {
    dark: scheme === 'dark',
    toggle: () => {
      setColorScheme(scheme === 'dark' ? 'light' : 'dark');
    },
  };
}

/** While the user types into a field, that field's own undo goes first. */
function notWhileTyping(run: (() => void) | null): (() => void) | null {
  return (
    run &&
    (() => {
      if (!isTyping()) run();
    })
  );
}

export function useCommands({ opening, state, update }: CommandTargets): readonly Command[] {
  const { store } = useServices();
  const scheme = useColourScheme();
  const show = (viewId: string) => () => {
    update({ viewId });
  };
  const commands = commandList({
    'study.new': opening.create,
    'study.sample': opening.sample,
    'study.open': opening.pick,
    'study.save': opening.save,
    'files.add': opening.pick,
    'edit.undo': notWhileTyping(() => void store.undo().catch(tellFailure)),
    // Always queued: what is being undone at this moment is not yet among the steps that can be redone.
    'edit.redo': notWhileTyping(() => void store.redo().catch(tellFailure)),
    'palette.open': spotlight.open,
    'view.data': show('data'),
    'view.cycling': show('cycling'),
    'view.impedance': show('impedance'),
    'view.diffraction': show('diffraction'),
    'view.compare': show('compare'),
    'view.layer': show('layer'),
    'view.tree': () => {
      update({ tree: !state.tree });
    },
    'view.inspector': () => {
      update({ inspector: !state.inspector });
    },
    'view.colourScheme': scheme.toggle,
    'figure.export': exportFigure,
  });
  useShortcuts(commands);
  useMenuCommands(commands);
  return commands;
}

function useShortcuts(commands: readonly Command[]): void {
  // The palette's own shortcut is the palette's.
  const bound = commands.filter(({ id, hotkey }) => hotkey !== null && id !== 'palette.open');
  useHotkeys(
    bound.map(({ hotkey, run, id }) => [hotkey ?? '', run, { preventDefault: !id.startsWith('edit.') }]),
    [],
  );
}

function useMenuCommands(commands: readonly Command[]): void {
  const { platform } = useServices();
  useEffect(
    () =>
      platform.onMenuCommand((id) => {
        if (isAppCommand(id)) commands.find((command) => command.id === id)?.run();
      }),
    [platform, commands],
  );
}
