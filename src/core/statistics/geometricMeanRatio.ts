import { meanOf } from '#core/statistics/describeSample.ts';
import { welchTest } from '#core/statistics/welchTest.ts';

export interface RatioEstimate {
  /** Geometric mean of the first sample over that of the second. */
  readonly ratio: number;
  /** Null where a sample has fewer than two values. */
  readonly interval: { readonly lower95: number; readonly upper95: number; readonly p: number } | null;
}

/**
 * How many times larger the first sample is: Welch's test on the logarithms, for quantities that are positive and skewed
 * such as a polarisation or a resistance. Null when a value is not above zero, or a sample is empty.
 */
export function geometricMeanRatio(
  first: readonly number[],
  second: readonly number[],
): RatioEstimate | null {
  if (first.length === 0 || second.length === 0) return null;
  if (![...first, ...second].every((value) => value > 0)) return null;
  const [a, b] = [first.map(Math.log), second.map(Math.log)];
  const welch = welchTest(a, b);
  const interval = welch && {
    lower95: Math.exp(welch.lower95),
    upper95: Math.exp(welch.upper95),
    p: welch.p,
  };
  return { ratio: Math.exp(meanOf(a) - meanOf(b)), interval };
}
