import { numberOfCombinations } from '#core/numeric/combinations.ts';
import { rankSumCounts, rankSumWork } from '#core/statistics/rankSums.ts';
import { shareOfRegroupings } from '#core/statistics/regroupings.ts';
import type { RegroupingShare } from '#core/statistics/regroupings.ts';

/** Half a second of work; beyond, with some seventy cells a group, groups are drawn. */
const MOST_ADDITIONS = 2e8;

export interface RankTest extends RegroupingShare {
  /** Pairs in which the first sample's value is the larger, ties half. */
  readonly u: number;
}

/** The exact two-sided rank-sum test of Mann and Whitney with mean ranks for ties. Null when a sample is empty. */
export function mannWhitney(first: readonly number[], second: readonly number[]): RankTest | null {
  const n = first.length;
  if (n === 0 || second.length === 0) return null;
  const ranks = meanRanks([...first, ...second]);
  const sum = ranks.slice(0, n).reduce((so, rank) => so + rank, 0);
  const u = sum - (n * (n + 1)) / 2;
  if (rankSumWork(ranks.length, n) <= MOST_ADDITIONS) return { ...shareOfRankSums(ranks, n, sum), u };
  const expected = (n * (ranks.length + 1)) / 2;
  const rankSum = (chosen: readonly number[]) => chosen.reduce((so, index) => so + (ranks[index] ?? NaN), 0);
  const share = shareOfRegroupings(ranks.length, n, (chosen) => Math.abs(rankSum(chosen) - expected));
  return { ...share, u };
}

/** Share of all groups whose rank sum lies at least as far from the expected one; doubled, they are whole numbers. */
function shareOfRankSums(ranks: readonly number[], n: number, sum: number): RegroupingShare {
  const counts = rankSumCounts(
    ranks.map((rank) => 2 * rank),
    n,
  );
  const expected = n * (ranks.length + 1);
  const distance = Math.abs(2 * sum - expected);
  let [extreme, all] = [0, 0];
  counts.forEach((count, doubled) => {
    all += count;
    if (Math.abs(doubled - expected) >= distance) extreme += count;
  });
  return { p: extreme / all, regroupings: all, isExact: true };
}

/**
 * The smallest two-sided p that ranks can give with so many cells a group, to be told before the test: 0.1 for 3 against 3,
 * so that no three cells against three can reach 0.05.
 */
export function smallestRankP(n1: number, n2: number): number {
  return Math.min(1, 2 / numberOfCombinations(n1 + n2, n1));
}

/** 1 for the smallest; equal values share the mean of their ranks. */
function meanRanks(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return below + (equal + 1) / 2;
  });
}
