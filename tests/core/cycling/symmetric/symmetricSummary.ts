import { summariseCycling, type CyclingOptions } from '#core/cycling/summariseCycling.ts';
import { datasetOf } from '../datasetOf.ts';

/** The summary of simulated columns on 0.5 cm2 unless told otherwise. */
export function symmetricSummary(
  columns: Readonly<Record<string, readonly number[]>>,
  options: Partial<CyclingOptions> = {},
) {
  const outcome = summariseCycling(datasetOf(columns), {
    area_cm2: 0.5,
    mass_mg: null,
    setCurrent_A: null,
    ...options,
  });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.summary;
}
