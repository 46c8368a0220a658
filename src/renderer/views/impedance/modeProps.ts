/** What every way of looking at impedance is given. */
import type { ImpedanceSettings, UpdateSettings } from './impedanceSettings.ts';
import type { SpectrumView, Spectra } from './useSpectra.ts';

export interface ModeProps {
  readonly spectra: Spectra;
  readonly settings: ImpedanceSettings;
  readonly update: UpdateSettings;
  readonly focused: SpectrumView | null;
  readonly onFocus: (datasetId: string) => void;
}
