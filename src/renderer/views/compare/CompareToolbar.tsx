/** The row of controls above the comparison. */
import { SegmentedControl } from '@mantine/core';
import { IconCopy, IconFileText, IconTable, IconTableShare } from '@tabler/icons-react';
import { FigureExportMenu } from '../../components/FigureExportMenu.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { useExportMenu } from '../../components/useExportMenu.ts';
import type { FigureActions } from '../../export/useFigureActions.ts';
import { text } from '../../text/text.ts';
import type { CompareMode, CompareSettings, UpdateSettings } from './compareSettings.ts';

const words = text.compare;
const MODES: readonly CompareMode[] = ['metrics', 'survival', 'checks'];

export interface CompareToolbarProps {
  readonly settings: CompareSettings;
  readonly update: UpdateSettings;
  readonly actions: FigureActions;
  readonly hasFigure: boolean;
  readonly onCopyTable: () => void;
}

export function CompareToolbar({ settings, update, actions, hasFigure, onCopyTable }: CompareToolbarProps) {
  const exportMenu = useExportMenu();
  const toggle = (name: 'page' | 'table') => () => {
    update({ [name]: !settings[name] });
  };
  return (
    <div className="technique-toolbar" role="toolbar" aria-label={words.toolbar}>
      <SegmentedControl
        size="xs"
        aria-label={words.modeChoice}
        data={MODES.map((value) => ({ value, label: words.modes[value] }))}
        value={settings.mode}
        onChange={(mode) => {
          update({ mode });
        }}
      />
      <span className="toolbar-space" />
      <IconButton icon={IconFileText} label={words.page} pressed={settings.page} onClick={toggle('page')} />
      <IconButton icon={IconTable} label={words.table} pressed={settings.table} onClick={toggle('table')} />
      <IconButton icon={IconTableShare} label={words.copyTable} onClick={onCopyTable} />
      <IconButton icon={IconCopy} label={words.copyPlot} disabled={!hasFigure} onClick={actions.copyPlot} />
      <FigureExportMenu {...exportMenu} hasFigure={hasFigure} exportAs={actions.exportAs} />
    </div>
  );
}
