import { useEffect } from 'react';
import type { Spectrum } from '#core/eis/spectrum.ts';
import { useServices } from '../../../app/services.ts';

const OHMIC_ohm = 10;
const ARCS = [
  { resistance_ohm: 100, top_Hz: 2e4 },
  { resistance_ohm: 300, top_Hz: 30 },
] as const;
const FREQUENCIES = 57;

/** A resistance and two arcs, of the size that spectra have. Nobody sees it. */
function usualSpectrum(): Spectrum {
  const frequency_Hz = Float64Array.from({ length: FREQUENCIES }, (_, k) => 10 ** (6 - k / 7));
  const sumOver = (part: (resistance_ohm: number, ratio: number) => number) =>
    frequency_Hz.map((frequency) =>
      ARCS.reduce((sum, { resistance_ohm, top_Hz }) => sum + part(resistance_ohm, frequency / top_Hz), 0),
    );
  const real = sumOver((resistance_ohm, ratio) => resistance_ohm / (1 + ratio ** 2));
  return {
    frequency_Hz,
    zRe_ohm: real.map((value) => OHMIC_ohm + value),
    zIm_ohm: sumOver((resistance_ohm, ratio) => (-resistance_ohm * ratio) / (1 + ratio ** 2)),
  };
}

/**
 * Has a spectrum of no importance fitted when the pane opens: the first fit after a start would else wait until the
 * browser has compiled the code of all fits, which takes as long as the fit.
 */
export function useWarmFit(): void {
  const { jobs } = useServices();
  useEffect(() => {
    // What fails here fails again, and is told, when the user asks for a fit.
    jobs.run('chooseCircuit', { spectrum: usualSpectrum(), cell: 'li-se' }).catch(() => undefined);
  }, [jobs]);
}
