/** The row of controls above the plot. */
import {
  IconColumns2,
  IconLayersIntersect,
  IconLayoutRows,
  IconMathFunction,
  IconPictureInPictureTop,
} from '@tabler/icons-react';
import { IconButton } from '../../components/IconButton.tsx';
import { SegmentedChoice } from '../../components/SegmentedChoice.tsx';
import { TechniqueToolbar } from '../../components/TechniqueToolbar.tsx';
import type { FigureActions } from '../../export/useFigureActions.ts';
import { text } from '../../text/text.ts';
import type { CyclingSettings, UpdateSettings } from './cyclingSettings.ts';

export interface CyclingActions extends FigureActions {
  readonly copyTable: () => void;
}

export interface CyclingToolbarProps {
  readonly settings: CyclingSettings;
  readonly update: UpdateSettings;
  readonly actions: CyclingActions;
  readonly hasFigure: boolean;
}

const words = text.cycling;

/** With names the row would be longer than a window of 1280 pixels has room for. */
const ARRANGEMENT_ICONS = {
  overlaid: IconLayersIntersect,
  stacked: IconLayoutRows,
  beside: IconColumns2,
} as const;

function PolarisationChoices({ settings, update }: CyclingToolbarProps) {
  const isBeside = settings.arrangement !== 'overlaid';
  return (
    <>
      <IconButton
        icon={IconColumns2}
        label={words.beside}
        pressed={isBeside}
        onClick={() => {
          update({ arrangement: isBeside ? 'overlaid' : 'beside' });
        }}
      />
      <IconButton
        icon={IconMathFunction}
        label={words.logarithmic}
        pressed={settings.isLogarithmic}
        onClick={() => {
          update({ isLogarithmic: !settings.isLogarithmic });
        }}
      />
    </>
  );
}

function TimePlotChoices({ settings, update }: CyclingToolbarProps) {
  return (
    <>
      <SegmentedChoice
        label={words.arrangement}
        names={words.arrangements}
        icons={ARRANGEMENT_ICONS}
        value={settings.arrangement}
        onChange={(arrangement) => {
          update({ arrangement });
        }}
      />
      <IconButton
        icon={IconPictureInPictureTop}
        label={words.inset}
        pressed={settings.inset}
        onClick={() => {
          update({ inset: !settings.inset });
        }}
      />
    </>
  );
}

export function CyclingToolbar(props: CyclingToolbarProps) {
  const { settings, update } = props;
  return (
    <TechniqueToolbar {...props} label={words.toolbar} tableLabel={words.table}>
      <SegmentedChoice
        label={words.plotChoice}
        names={words.plots}
        value={settings.plot}
        onChange={(plot) => {
          update({ plot });
        }}
      />
      {settings.plot === 'voltageTime' && <TimePlotChoices {...props} />}
      {settings.plot === 'incrementalCapacity' && (
        <SegmentedChoice
          label={words.derivative}
          names={words.derivatives}
          value={settings.derivative}
          onChange={(derivative) => {
            update({ derivative });
          }}
        />
      )}
      {settings.plot === 'polarisation' && <PolarisationChoices {...props} />}
    </TechniqueToolbar>
  );
}
