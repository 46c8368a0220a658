import { logGamma } from '#core/numeric/logGamma.ts';
import { describeSample } from '#core/statistics/describeSample.ts';

/** The rounded quantile that is customary for this interval. */
const NORMAL_95 = 1.96;

export interface EffectSize {
  /** Difference of the means in pooled standard deviations (Cohen's d). */
  readonly d: number;
  /** d freed of its bias in small samples by the exact factor (Hedges, J. Educ. Stat. 6 (1981) 107). */
  readonly g: number;
  /** Its variance for large samples, (n₁ + n₂)/(n₁n₂) + g²/(2(n₁ + n₂)); the interval takes g as normal. */
  readonly variance: number;
  readonly lower95: number;
  readonly upper95: number;
  /** n₁ + n₂ − 2; at 4 or fewer g is very noisy. */
  readonly degrees: number;
}

/** Null when a sample has fewer than two values or neither has any spread. */
export function hedgesG(first: readonly number[], second: readonly number[]): EffectSize | null {
  const [a, b] = [describeSample(first), describeSample(second)];
  if (a.n < 2 || b.n < 2) return null;
  const degrees = a.n + b.n - 2;
  const pooled = Math.sqrt(((a.n - 1) * a.sd ** 2 + (b.n - 1) * b.sd ** 2) / degrees);
  if (pooled === 0) return null;
  const d = (a.mean - b.mean) / pooled;
  const g = d * correction(degrees);
  const variance = (a.n + b.n) / (a.n * b.n) + g ** 2 / (2 * (a.n + b.n));
  const halfWidth = NORMAL_95 * Math.sqrt(variance);
  return { d, g, variance, lower95: g - halfWidth, upper95: g + halfWidth, degrees };
}

function correction(degrees: number): number {
  return Math.exp(logGamma(degrees / 2) - logGamma((degrees - 1) / 2)) / Math.sqrt(degrees / 2);
}
