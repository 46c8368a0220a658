import { shareOfRegroupings } from '#core/statistics/regroupings.ts';
import type { RegroupingShare } from '#core/statistics/regroupings.ts';

/**
 * Fisher's exact test of the difference of two means: the share of all ways to divide the same values into groups of these
 * sizes whose means lie at least as far apart, in either direction. Null when a sample is empty.
 */
export function permutationTest(first: readonly number[], second: readonly number[]): RegroupingShare | null {
  if (first.length === 0 || second.length === 0) return null;
  const values = [...first, ...second];
  const all = values.reduce((sum, value) => sum + value, 0);
  return shareOfRegroupings(values.length, first.length, (chosen) => {
    const sum = chosen.reduce((so, index) => so + (values[index] ?? NaN), 0);
    return Math.abs(sum / first.length - (all - sum) / second.length);
  });
}
