/** The row of controls above the plot. */
import { SegmentedControl } from '@mantine/core';
import { IconCopy, IconFileText, IconPointOff, IconTable, IconTableShare } from '@tabler/icons-react';
import { FigureExportMenu } from '../../components/FigureExportMenu.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import type { FigureActions } from '../../export/useFigureActions.ts';
import { text } from '../../text/text.ts';
import type { ImpedanceMode, ImpedanceSettings, PanelChoice, UpdateSettings } from './impedanceSettings.ts';

const words = text.impedance;

/** Where no point of the plot can be left out with a click. */
const NOT_EXCLUDING: ReadonlySet<ImpedanceMode> = new Set(['drt', 'series', 'batch']);

export interface ImpedanceActions extends FigureActions {
  readonly copyTable: () => void;
}

export interface ImpedanceToolbarProps {
  readonly settings: ImpedanceSettings;
  readonly update: UpdateSettings;
  readonly actions: ImpedanceActions;
  readonly hasFigure: boolean;
  readonly exportMenu: { readonly opened: boolean; readonly onChange: (opened: boolean) => void };
}

function optionsOf<K extends string>(labels: Readonly<Record<K, string>>) {
  return (Object.keys(labels) as K[]).map((value) => ({ value, label: labels[value] }));
}

function Choices({ settings, update }: ImpedanceToolbarProps) {
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={words.modeChoice}
        data={optionsOf<ImpedanceMode>(words.modes)}
        value={settings.mode}
        onChange={(mode) => {
          update({ mode, excluding: false });
        }}
      />
      {settings.mode === 'spectra' && (
        <SegmentedControl
          size="xs"
          aria-label={words.panelChoice}
          data={optionsOf<PanelChoice>(words.panels)}
          value={settings.panels}
          onChange={(panels) => {
            update({ panels });
          }}
        />
      )}
    </>
  );
}

export function ImpedanceToolbar(props: ImpedanceToolbarProps) {
  const { settings, update, actions, hasFigure, exportMenu } = props;
  const toggle = (name: 'excluding' | 'page' | 'table') => () => {
    update({ [name]: !settings[name] });
  };
  const canExclude = !NOT_EXCLUDING.has(settings.mode);
  return (
    <div className="technique-toolbar" role="toolbar" aria-label={words.toolbar}>
      <Choices {...props} />
      {canExclude && (
        <IconButton
          icon={IconPointOff}
          label={words.excluding}
          pressed={settings.excluding}
          onClick={toggle('excluding')}
        />
      )}
      <span className="toolbar-space" />
      <IconButton icon={IconFileText} label={words.page} pressed={settings.page} onClick={toggle('page')} />
      <IconButton icon={IconTable} label={words.table} pressed={settings.table} onClick={toggle('table')} />
      <IconButton icon={IconTableShare} label={words.copyTable} onClick={actions.copyTable} />
      <IconButton icon={IconCopy} label={words.copyPlot} disabled={!hasFigure} onClick={actions.copyPlot} />
      <FigureExportMenu {...exportMenu} hasFigure={hasFigure} exportAs={actions.exportAs} />
    </div>
  );
}
