/** The row of controls above the plot. */
import { SegmentedControl } from '@mantine/core';
import {
  IconCopy,
  IconFileText,
  IconPictureInPictureTop,
  IconTable,
  IconTableShare,
} from '@tabler/icons-react';
import { FigureExportMenu } from '../../components/FigureExportMenu.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import type { FigureActions } from '../../export/useFigureActions.ts';
import { text } from '../../text/text.ts';
import type { CyclingSettings, PlotKind, UpdateSettings } from './cyclingSettings.ts';
import type { Arrangement } from '#figures/voltageTimeFigure.ts';

export interface CyclingActions extends FigureActions {
  readonly copyTable: () => void;
}

export interface CyclingToolbarProps {
  readonly settings: CyclingSettings;
  readonly update: UpdateSettings;
  readonly actions: CyclingActions;
  readonly hasFigure: boolean;
  readonly exportMenu: { readonly opened: boolean; readonly onChange: (opened: boolean) => void };
}

const words = text.cycling;

function optionsOf<K extends string>(labels: Readonly<Record<K, string>>) {
  return (Object.keys(labels) as K[]).map((value) => ({ value, label: labels[value] }));
}

function PlotChoice({ settings, update }: CyclingToolbarProps) {
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={words.plotChoice}
        data={optionsOf<PlotKind>(words.plots)}
        value={settings.plot}
        onChange={(plot) => {
          update({ plot });
        }}
      />
      {settings.plot === 'voltageTime' && (
        <SegmentedControl
          size="xs"
          aria-label={words.arrangement}
          data={optionsOf<Arrangement>(words.arrangements)}
          value={settings.arrangement}
          onChange={(arrangement) => {
            update({ arrangement });
          }}
        />
      )}
    </>
  );
}

export function CyclingToolbar(props: CyclingToolbarProps) {
  const { settings, update, actions, hasFigure } = props;
  const toggle = (name: 'inset' | 'page' | 'table') => () => {
    update({ [name]: !settings[name] });
  };
  return (
    <div className="technique-toolbar" role="toolbar" aria-label={words.toolbar}>
      <PlotChoice {...props} />
      {settings.plot === 'voltageTime' && (
        <IconButton
          icon={IconPictureInPictureTop}
          label={words.inset}
          pressed={settings.inset}
          onClick={toggle('inset')}
        />
      )}
      <span className="toolbar-space" />
      <IconButton icon={IconFileText} label={words.page} pressed={settings.page} onClick={toggle('page')} />
      <IconButton icon={IconTable} label={words.table} pressed={settings.table} onClick={toggle('table')} />
      <IconButton icon={IconTableShare} label={words.copyTable} onClick={actions.copyTable} />
      <IconButton icon={IconCopy} label={words.copyPlot} disabled={!hasFigure} onClick={actions.copyPlot} />
      <FigureExportMenu {...props.exportMenu} hasFigure={hasFigure} exportAs={actions.exportAs} />
    </div>
  );
}
