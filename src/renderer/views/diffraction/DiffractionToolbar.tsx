/** The row of controls above the plot. */
import { SegmentedChoice } from '../../components/SegmentedChoice.tsx';
import { TechniqueToolbar } from '../../components/TechniqueToolbar.tsx';
import type { FigureActions } from '../../export/useFigureActions.ts';
import { text } from '../../text/text.ts';
import type { DiffractionSettings, UpdateSettings } from './diffractionSettings.ts';

const words = text.diffraction;

export interface DiffractionToolbarProps {
  readonly settings: DiffractionSettings;
  readonly update: UpdateSettings;
  readonly actions: FigureActions & { readonly copyTable: () => void };
  readonly hasFigure: boolean;
}

export function DiffractionToolbar(props: DiffractionToolbarProps) {
  const { settings, update } = props;
  return (
    <TechniqueToolbar
      {...props}
      label={words.toolbar}
      tableLabel={settings.mode === 'peaks' ? text.diffractionPeaks.table : words.table}
    >
      <SegmentedChoice
        label={words.modeChoice}
        names={words.modes}
        value={settings.mode}
        onChange={(mode) => {
          update({ mode });
        }}
      />
      <SegmentedChoice
        label={words.axisChoice}
        names={words.axes}
        value={settings.axis}
        onChange={(axis) => {
          update({ axis });
        }}
      />
      <SegmentedChoice
        label={words.scaleChoice}
        names={words.scales}
        value={settings.scale}
        onChange={(scale) => {
          update({ scale });
        }}
      />
    </TechniqueToolbar>
  );
}
