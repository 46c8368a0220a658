import { highFrequencyIntercept, type HighFrequencyIntercept } from '#core/eis/highFrequencyIntercept.ts';
import { spectrumOf } from '#core/eis/spectrum.ts';
import type { Dataset } from '#core/dataset.ts';
import { firstRowClock_s } from '#core/import/continuation/runStart.ts';
import type { StateTag } from '#core/project/study.ts';

export interface TimedIntercept {
  readonly state: StateTag;
  /** Wall clock at which the spectrum was begun, s since 1970; null = not recorded. */
  readonly start_s: number | null;
  readonly intercept: HighFrequencyIntercept | null;
  /** The highest frequency of the spectrum; NaN without one. */
  readonly fastest_Hz: number;
}

/** Where a spectrum of a dataset meets the real axis, and when it was measured. */
export function timedIntercept(dataset: Dataset, state: StateTag): TimedIntercept {
  const spectrum = spectrumOf(dataset)?.spectrum;
  return {
    state,
    start_s: firstRowClock_s(dataset),
    intercept: spectrum ? highFrequencyIntercept(spectrum) : null,
    fastest_Hz: spectrum ? spectrum.frequency_Hz.reduce((a, b) => Math.max(a, b), -Infinity) : NaN,
  };
}
