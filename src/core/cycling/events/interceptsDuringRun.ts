import type { CellKnowledge } from '#core/cycling/events/criterion.ts';
import type { TimedIntercept } from '#core/cycling/events/timedIntercept.ts';

/** Highest frequencies within this share are one. */
const SAME_FREQUENCY = 0.05;

/**
 * Intercepts against the pristine one, where the clocks say when in the run they were taken: in s of the run's own time,
 * which reads 0 at `runStart_s`. Where the pristine spectrum does not reach its intercept, only spectra up to the same
 * frequency that do not either are held against it, Z' against Z' there; any other would seem to have fallen less or more
 * than it did. None where the pristine one is not known.
 */
export function interceptsDuringRun(
  spectra: readonly TimedIntercept[],
  runStart_s: number | null,
): CellKnowledge['intercepts'] {
  const pristine = spectra.find(({ state, intercept }) => state.kind === 'pristine' && intercept);
  const first_ohm = pristine?.intercept?.value_ohm;
  if (!pristine || first_ohm === undefined || runStart_s === null) return [];
  return spectra.flatMap((spectrum) => {
    const { start_s, intercept } = spectrum;
    if (start_s === null || !intercept || !isComparable(spectrum, pristine)) return [];
    return [{ time_s: start_s - runStart_s, relative: intercept.value_ohm / first_ohm }];
  });
}

function isComparable(spectrum: TimedIntercept, pristine: TimedIntercept): boolean {
  if (pristine.intercept?.isUpperLimit !== true) return true;
  const apart = Math.abs(spectrum.fastest_Hz / pristine.fastest_Hz - 1);
  return spectrum.intercept?.isUpperLimit === true && apart <= SAME_FREQUENCY;
}
