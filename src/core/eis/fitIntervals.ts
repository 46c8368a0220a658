/** Intervals of the parameters of a fit, beside the linearised ones that it carries. */
import { bootstrapInterval } from '#core/eis/bootstrapInterval.ts';
import type { FitResult } from '#core/eis/fitResult.ts';
import type { IntervalRequest, ParameterInterval } from '#core/eis/parameterInterval.ts';
import { parseCircuit } from '#core/eis/parseCircuit.ts';
import { profileInterval } from '#core/eis/profileInterval.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';

export type IntervalMethod = ParameterInterval['method'];

/**
 * The fitted circuit with its values, locks and limits: Boukamp's code says them all. Null when it cannot be read back.
 */
export function intervalRequest(
  fit: FitResult,
  spectrum: Spectrum,
  parameter: string,
): IntervalRequest | null {
  const parsed = parseCircuit(fit.cdc);
  if (!parsed.ok) return null;
  return { spectrum, circuit: parsed.circuit, weighting: fit.weighting, parameter };
}

const INTERVALS = { profile: profileInterval, bootstrap: bootstrapInterval } as const;

/** Of every free parameter that has one by this method; `spectrum` holds the points that were fitted. */
export function fitIntervals(
  fit: FitResult,
  spectrum: Spectrum,
  method: IntervalMethod,
): readonly ParameterInterval[] {
  return fit.freeParameters.flatMap((parameter) => {
    const request = intervalRequest(fit, spectrum, parameter);
    const interval = request && INTERVALS[method](request);
    return interval ? [interval] : [];
  });
}
