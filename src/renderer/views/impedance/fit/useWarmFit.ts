import { useEffect } from 'react';
import type { Spectrum } from '#core/eis/spectrum.ts';
import { useServices } from '../../../app/services.ts';

const OHMIC_ohm = 10;
const ARC_ohm = 100;
const ARC_Hz = 160;

/** A resistance and one arc at 21 frequencies. Nobody sees it. */
function smallSpectrum(): Spectrum {
  const frequency_Hz = Float64Array.from({ length: 21 }, (_, k) => 10 ** (4 - k / 5));
  const ratios = frequency_Hz.map((frequency) => frequency / ARC_Hz);
  return {
    frequency_Hz,
    zRe_ohm: ratios.map((ratio) => OHMIC_ohm + ARC_ohm / (1 + ratio ** 2)),
    zIm_ohm: ratios.map((ratio) => (-ARC_ohm * ratio) / (1 + ratio ** 2)),
  };
}

/**
 * Has a spectrum of no importance fitted when the pane opens: the first fit after a start would else wait until the
 * browser has compiled the code of all fits, which takes longer than the fit.
 */
export function useWarmFit(): void {
  const { jobs } = useServices();
  useEffect(() => {
    // What fails here fails again, and is told, when the user asks for a fit.
    jobs.run('chooseCircuit', { spectrum: smallSpectrum() }).catch(() => undefined);
  }, [jobs]);
}
