/** Impedance spectra of the chosen cells: drawn, tested, fitted and compared. */
import '../../components/techniqueView.css';
import './impedance.css';
import { useEffect, type ComponentType } from 'react';
import { EmptyTechnique } from '../../components/EmptyTechnique.tsx';
import { text } from '../../text/text.ts';
import { BatchMode } from './batch/BatchMode.tsx';
import { DrtMode } from './drt/DrtMode.tsx';
import { FitMode } from './fit/FitMode.tsx';
import { useImpedanceSettings, type ImpedanceMode } from './impedanceSettings.ts';
import type { ModeProps } from './modeProps.ts';
import { SeriesMode } from './series/SeriesMode.tsx';
import { SpectraMode } from './SpectraMode.tsx';
import { useFocus } from '../../app/useFocus.ts';
import { useSpectra } from './useSpectra.ts';
import { ValidityMode } from './validity/ValidityMode.tsx';

const MODES: Readonly<Record<ImpedanceMode, ComponentType<ModeProps>>> = {
  spectra: SpectraMode,
  validity: ValidityMode,
  fit: FitMode,
  drt: DrtMode,
  series: SeriesMode,
  batch: BatchMode,
};

export function ImpedanceView() {
  const [settings, update] = useImpedanceSettings();
  useEffect(() => {
    // A click that takes points away must be asked for anew.
    update({ excluding: false });
  }, [update]);
  const spectra = useSpectra(settings.sweeps);
  const [focused, onFocus] = useFocus(spectra.views);
  if (spectra.chosen.length === 0) return <EmptyTechnique kind="impedance" words={text.impedance} />;
  const Mode = MODES[settings.mode];
  return <Mode spectra={spectra} settings={settings} update={update} focused={focused} onFocus={onFocus} />;
}
