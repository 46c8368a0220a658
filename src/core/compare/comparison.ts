/** What a comparison of groups says, as plain data. */
import type { MetricId } from '#core/compare/metrics.ts';

export type CompareWarningCode =
  | 'few-cells'
  | 'rank-limit'
  | 'no-bootstrap'
  | 'one-batch'
  | 'batch-unknown'
  | 'unequal-capacity'
  | 'unequal-current'
  | 'excluded-cells'
  | 'hg-inventory'
  | 'censoring-unknown'
  | 'missing-values'
  | 'suspect-cells'
  | 'no-test'
  | 'unequal-sizes';

export interface CompareWarning {
  readonly code: CompareWarningCode;
  readonly text: string;
}

export interface GroupValues {
  readonly group: string;
  readonly n: number;
  readonly values: readonly number[];
  /** Names of the cells, in the order of the values. */
  readonly cells: readonly string[];
  /** Null for lifetimes and below one value. */
  readonly mean: number | null;
  /** With n − 1; null below two values and for lifetimes. */
  readonly sd: number | null;
  /** Of lifetimes: whether the test ended before the cell did. */
  readonly censored?: readonly boolean[];
}

export type TestName =
  | 'Welch on logarithms'
  | 'exact permutation'
  | 'drawn permutation'
  | 'log-rank exact'
  | 'log-rank'
  | 'none';

export interface PairResult {
  /** The ratio is of the first over the second. */
  readonly pair: readonly [string, string];
  /** Of the geometric means; null where a value is not above zero. */
  readonly ratio: number | null;
  readonly ratioLower95: number | null;
  readonly ratioUpper95: number | null;
  readonly test: TestName;
  readonly p: number | null;
  /** Adjusted by Holm for the tests of this metric. */
  readonly pHolm: number | null;
  /** Fisher's exact test of the means beside the test above; null for lifetimes and for more cells than are counted. */
  readonly permutationP: number | null;
  /** The exact rank test, and the smallest p it can reach with so many cells. */
  readonly rankP: number | null;
  readonly smallestRankP: number | null;
  readonly hedgesG: { readonly g: number; readonly lower95: number; readonly upper95: number } | null;
}

export interface MetricComparison extends PairResult {
  readonly metric: MetricId;
  readonly set: string;
  readonly title: string;
  readonly unit: string;
  readonly groups: readonly GroupValues[];
  /** Of more than two groups every pair; the fields above are those of the first. */
  readonly pairs: readonly PairResult[];
  /** Tests of this metric in all sets and pairs: the family of Holm's adjustment; 0 = not yet adjusted. */
  readonly holmTests: number;
  readonly warnings: readonly CompareWarning[];
}

/** Of two groups there is one. */
export function pairsOf(comparison: MetricComparison): readonly PairResult[] {
  return comparison.pairs.length > 0 ? comparison.pairs : [comparison];
}
