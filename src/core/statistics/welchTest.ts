import { studentQuantile } from '#core/numeric/studentQuantile.ts';
import { studentTail } from '#core/numeric/studentTail.ts';
import { describeSample } from '#core/statistics/describeSample.ts';

export interface WelchResult {
  readonly t: number;
  /** Degrees of freedom of Welch and Satterthwaite, seldom whole. */
  readonly degrees: number;
  /** Two-sided. */
  readonly p: number;
  /** Mean of the first sample less that of the second, in their unit. */
  readonly difference: number;
  readonly lower95: number;
  readonly upper95: number;
}

/**
 * Welch's test of two samples whose spreads may differ (Biometrika 34 (1947) 28). Null when a sample has fewer than two
 * values or neither has any spread, for then nothing can be said of the error.
 */
export function welchTest(first: readonly number[], second: readonly number[]): WelchResult | null {
  const [a, b] = [describeSample(first), describeSample(second)];
  if (a.n < 2 || b.n < 2) return null;
  const [errorA, errorB] = [a.sd ** 2 / a.n, b.sd ** 2 / b.n];
  const variance = errorA + errorB;
  if (variance === 0) return null;
  const degrees = variance ** 2 / (errorA ** 2 / (a.n - 1) + errorB ** 2 / (b.n - 1));
  const difference = a.mean - b.mean;
  const t = difference / Math.sqrt(variance);
  const halfWidth = studentQuantile(degrees, 0.95) * Math.sqrt(variance);
  return {
    t,
    degrees,
    p: studentTail(t, degrees),
    difference,
    lower95: difference - halfWidth,
    upper95: difference + halfWidth,
  };
}
