/** The row of controls above the plot. */
import { IconPointOff } from '@tabler/icons-react';
import { IconButton } from '../../components/IconButton.tsx';
import { SegmentedChoice } from '../../components/SegmentedChoice.tsx';
import { TechniqueToolbar } from '../../components/TechniqueToolbar.tsx';
import type { FigureActions } from '../../export/useFigureActions.ts';
import { text } from '../../text/text.ts';
import type { ImpedanceMode, ImpedanceSettings, UpdateSettings } from './impedanceSettings.ts';

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
}

function Choices({ settings, update }: ImpedanceToolbarProps) {
  return (
    <>
      <SegmentedChoice
        label={words.modeChoice}
        names={words.modes}
        value={settings.mode}
        onChange={(mode) => {
          update({ mode, excluding: false });
        }}
      />
      {settings.mode === 'spectra' && (
        <SegmentedChoice
          label={words.panelChoice}
          names={words.panels}
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
  const { settings, update } = props;
  return (
    <TechniqueToolbar {...props} label={words.toolbar} tableLabel={words.table}>
      <Choices {...props} />
      {!NOT_EXCLUDING.has(settings.mode) && (
        <IconButton
          icon={IconPointOff}
          label={words.excluding}
          pressed={settings.excluding}
          onClick={() => {
            update({ excluding: !settings.excluding });
          }}
        />
      )}
    </TechniqueToolbar>
  );
}
