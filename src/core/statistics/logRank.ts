import { chiSquaredTail } from '#core/numeric/chiSquaredTail.ts';
import { shareOfRegroupings } from '#core/statistics/regroupings.ts';
import type { RegroupingShare } from '#core/statistics/regroupings.ts';
import { failureTimes } from '#core/statistics/survival.ts';
import type { Lifetime } from '#core/statistics/survival.ts';

export interface LogRankResult {
  /** Failures in the first group, and how many were expected if both groups were alike. */
  readonly observed: number;
  readonly expected: number;
  readonly variance: number;
  readonly chiSquared: number;
  /** From the χ² distribution with one degree of freedom: too small with few cells. */
  readonly p: number;
}

/** The log-rank test of two groups (Mantel, Cancer Chemother. Rep. 50 (1966) 163). Null when no comparison is possible. */
export function logRank(first: readonly Lifetime[], second: readonly Lifetime[]): LogRankResult | null {
  const { expected, variance } = expectation(first, [...first, ...second]);
  if (variance === 0) return null;
  const observed = first.filter(({ failed }) => failed).length;
  const chiSquared = (observed - expected) ** 2 / variance;
  return { observed, expected, variance, chiSquared, p: chiSquaredTail(chiSquared, 1) };
}

/** The same by counting every way to divide the cells, to be used below ten cells. Null where `logRank` is. */
export function exactLogRank(
  first: readonly Lifetime[],
  second: readonly Lifetime[],
): RegroupingShare | null {
  if (logRank(first, second) === null) return null;
  const cells = [...first, ...second];
  return shareOfRegroupings(cells.length, first.length, (chosen) => {
    const group = chosen.flatMap((index) => cells[index] ?? []);
    const { expected, variance } = expectation(group, cells);
    const observed = group.filter(({ failed }) => failed).length;
    return variance === 0 ? 0 : (observed - expected) ** 2 / variance;
  });
}

function expectation(group: readonly Lifetime[], all: readonly Lifetime[]) {
  let expected = 0;
  let variance = 0;
  for (const { time, atRisk, failures } of failureTimes(all)) {
    const share = group.filter((cell) => cell.time >= time).length / atRisk;
    expected += share * failures;
    if (atRisk > 1) variance += (share * (1 - share) * failures * (atRisk - failures)) / (atRisk - 1);
  }
  return { expected, variance };
}
