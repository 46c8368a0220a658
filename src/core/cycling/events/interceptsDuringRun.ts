import type { CellKnowledge } from '#core/cycling/events/criterion.ts';
import type { HighFrequencyIntercept } from '#core/eis/highFrequencyIntercept.ts';
import type { StateTag } from '#core/project/study.ts';

export interface TimedIntercept {
  readonly state: StateTag;
  /** Wall clock at which the spectrum was begun, s since 1970; null = not recorded. */
  readonly start_s: number | null;
  readonly intercept: HighFrequencyIntercept | null;
}

/**
 * Intercepts against the pristine one, where the clocks say when in the run they were taken: in s of the run's own time,
 * which reads 0 at `runStart_s`. None where the pristine one is not known or is but an upper limit, against which every
 * other would seem to have fallen less or more than it did.
 */
export function interceptsDuringRun(
  spectra: readonly TimedIntercept[],
  runStart_s: number | null,
): CellKnowledge['intercepts'] {
  const pristine = spectra.find(({ state }) => state.kind === 'pristine')?.intercept;
  if (!pristine || pristine.isUpperLimit || runStart_s === null) return [];
  return spectra.flatMap(({ start_s, intercept }) =>
    start_s === null || !intercept
      ? []
      : [{ time_s: start_s - runStart_s, relative: intercept.value_ohm / pristine.value_ohm }],
  );
}
