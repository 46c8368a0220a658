/** Whether a fit leaves more over than the noise: then its circuit does not describe the spectrum, whatever its errors. */
import type { FitResult } from '#core/eis/fitResult.ts';

/** Residuals this many times the noise are structure that the circuit does not have. */
const MOST_TIMES_NOISE = 2;
/** Less than this is nobody's concern. */
const NEGLIGIBLE = 1e-3;

export interface FitMisfit {
  /** Root mean square of the residuals of both parts, as a fraction of |Z|. */
  readonly residualRms: number;
  /** The same of a Kramers-Kronig test: the least that a valid model can leave. */
  readonly noiseRms: number;
}

/** Null when the circuit describes the spectrum to within its noise. */
export function fitMisfit(
  { chiSquared_modulus, points }: Pick<FitResult, 'chiSquared_modulus' | 'points'>,
  noiseRms: number,
): FitMisfit | null {
  const residualRms = Math.sqrt(chiSquared_modulus / (2 * points));
  return residualRms > Math.max(NEGLIGIBLE, MOST_TIMES_NOISE * noiseRms) ? { residualRms, noiseRms } : null;
}
