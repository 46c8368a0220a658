import { studentQuantile } from '#core/numeric/studentQuantile.ts';

/** What is said of the values of one group; one value a cell. */
export interface SampleSummary {
  readonly n: number;
  readonly mean: number;
  /** Standard deviation with n − 1; NaN below two values. */
  readonly sd: number;
  /** Half the width of Student's 95 % interval of the mean; NaN below two values. */
  readonly halfWidth95: number;
}

/** NaN of none. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function describeSample(values: readonly number[]): SampleSummary {
  const n = values.length;
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const sd = n > 1 ? Math.sqrt(squares / (n - 1)) : NaN;
  return { n, mean, sd, halfWidth95: (studentQuantile(n - 1, 0.95) * sd) / Math.sqrt(n) };
}
