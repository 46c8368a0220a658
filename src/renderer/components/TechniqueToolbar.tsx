/** The row of controls above a plot: those of the view, then page, table, copying and export, the same everywhere. */
import { IconCopy, IconFileText, IconTable, IconTableShare } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { FigureActions } from '../export/useFigureActions.ts';
import { text } from '../text/text.ts';
import { FigureExportMenu } from './FigureExportMenu.tsx';
import { IconButton } from './IconButton.tsx';
import { useExportMenu } from './useExportMenu.ts';

const words = text.toolbar;

export interface ShownParts {
  /** The page as it is exported, in place of a plot that fills the pane. */
  readonly page: boolean;
  readonly table: boolean;
}

export interface TechniqueToolbarProps {
  readonly label: string;
  readonly tableLabel: string;
  readonly settings: ShownParts;
  readonly update: (patch: Partial<ShownParts>) => void;
  readonly actions: FigureActions & { readonly copyTable: () => void };
  readonly hasFigure: boolean;
  /** What the view chooses between. */
  readonly children?: ReactNode;
}

export function TechniqueToolbar(props: TechniqueToolbarProps) {
  const { label, tableLabel, settings, update, actions, hasFigure, children } = props;
  const exportMenu = useExportMenu();
  const toggle = (name: keyof ShownParts) => () => {
    update({ [name]: !settings[name] });
  };
  return (
    <div className="technique-toolbar" role="toolbar" aria-label={label}>
      {children}
      <span className="toolbar-space" />
      <span className="toolbar-icons">
        <IconButton icon={IconFileText} label={words.page} pressed={settings.page} onClick={toggle('page')} />
        <IconButton icon={IconTable} label={tableLabel} pressed={settings.table} onClick={toggle('table')} />
        <IconButton icon={IconTableShare} label={words.copyTable} onClick={actions.copyTable} />
        <IconButton icon={IconCopy} label={words.copyPlot} disabled={!hasFigure} onClick={actions.copyPlot} />
        <FigureExportMenu {...exportMenu} hasFigure={hasFigure} exportAs={actions.exportAs} />
      </span>
    </div>
  );
}
