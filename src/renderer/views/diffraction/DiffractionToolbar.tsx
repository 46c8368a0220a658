/** The row of controls above the plot. */
import { SegmentedControl } from '@mantine/core';
import { IconCopy, IconFileText, IconTable, IconTableShare } from '@tabler/icons-react';
import { FigureExportMenu } from '../../components/FigureExportMenu.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { useExportMenu } from '../../components/useExportMenu.ts';
import type { FigureActions } from '../../export/useFigureActions.ts';
import { text } from '../../text/text.ts';
import type { DiffractionSettings, UpdateSettings } from './diffractionSettings.ts';

const words = text.diffraction;

export interface DiffractionToolbarProps {
  readonly settings: DiffractionSettings;
  readonly update: UpdateSettings;
  readonly actions: FigureActions;
  readonly hasFigure: boolean;
  readonly onCopyTable: () => void;
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly names: Readonly<Record<Value, string>>;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, names, value, onChange }: ChoiceProps<Value>) {
  const values = Object.keys(names) as Value[];
  return (
    <SegmentedControl
      size="xs"
      aria-label={label}
      data={values.map((each) => ({ value: each, label: names[each] }))}
      value={value}
      onChange={onChange}
    />
  );
}

function Choices({ settings, update }: DiffractionToolbarProps) {
  return (
    <>
      <Choice
        label={words.modeChoice}
        names={words.modes}
        value={settings.mode}
        onChange={(mode) => {
          update({ mode });
        }}
      />
      <Choice
        label={words.axisChoice}
        names={words.axes}
        value={settings.axis}
        onChange={(axis) => {
          update({ axis });
        }}
      />
      <Choice
        label={words.scaleChoice}
        names={words.scales}
        value={settings.scale}
        onChange={(scale) => {
          update({ scale });
        }}
      />
    </>
  );
}

export function DiffractionToolbar(props: DiffractionToolbarProps) {
  const { settings, update, actions, hasFigure, onCopyTable } = props;
  const exportMenu = useExportMenu();
  const toggle = (name: 'page' | 'table') => () => {
    update({ [name]: !settings[name] });
  };
  return (
    <div className="technique-toolbar" role="toolbar" aria-label={words.toolbar}>
      <Choices {...props} />
      <span className="toolbar-space" />
      <IconButton icon={IconFileText} label={words.page} pressed={settings.page} onClick={toggle('page')} />
      <IconButton icon={IconTable} label={words.table} pressed={settings.table} onClick={toggle('table')} />
      <IconButton icon={IconTableShare} label={words.copyTable} onClick={onCopyTable} />
      <IconButton icon={IconCopy} label={words.copyPlot} disabled={!hasFigure} onClick={actions.copyPlot} />
      <FigureExportMenu {...exportMenu} hasFigure={hasFigure} exportAs={actions.exportAs} />
    </div>
  );
}
