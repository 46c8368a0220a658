/**
 * Fits a circuit to a spectrum: weighted complex least squares on transformed parameters within their limits, from
 * start values of its own. Standard errors by s²(JᵀWJ)⁻¹ with s² = S/(2N − p) and the delta method, intervals with
 * Student's t, on the logarithm where that is what is fitted.
 */
import { describeFit } from '#core/eis/describeFit.ts';
import type { FitResult } from '#core/eis/fitResult.ts';
import { searchCircuit, type FitRequest } from '#core/eis/searchCircuit.ts';

/** Null when there are not more data (two a point) than free parameters. */
export function fitCircuit(request: FitRequest): FitResult | null {
  const fit = searchCircuit(request);
  return fit && describeFit(fit);
}
