/** The test of two groups, chosen by what the values are and never by what it gives. */
import { exactLogRank, logRank } from '#core/statistics/logRank.ts';
import { geometricMeanRatio } from '#core/statistics/geometricMeanRatio.ts';
import { hedgesG } from '#core/statistics/hedgesG.ts';
import { mannWhitney, smallestRankP } from '#core/statistics/mannWhitney.ts';
import { permutationTest } from '#core/statistics/permutationTest.ts';
import type { GroupValues, PairResult, TestName } from '#core/compare/comparison.ts';

/** So many cells can be divided in 3 432 ways at most; more would be told too late beside every other test. */
const MOST_PERMUTED = 14;
/** Below so many cells the χ² distribution of the log-rank test is a poor guide. */
const EXACT_BELOW = 10;

const UNTESTED = { ratio: null, ratioLower95: null, ratioUpper95: null, pHolm: null } as const;

export function comparePair(a: GroupValues, b: GroupValues, isLifetime: boolean): PairResult {
  const pair = [a.group, b.group] as const;
  const smallest = a.n > 0 && b.n > 0 ? smallestRankP(a.n, b.n) : null;
  if (isLifetime)
    return {
      ...{ pair, ...UNTESTED, ...lifetimeTest(a, b), permutationP: null },
      ...{ rankP: null, smallestRankP: smallest, hedgesG: null },
    };
  const effect = hedgesG(a.values, b.values);
  return {
    pair,
    ...UNTESTED,
    ...valueTest(a, b),
    permutationP: a.n + b.n > MOST_PERMUTED ? null : permutation(a, b).p,
    rankP: mannWhitney(a.values, b.values)?.p ?? null,
    smallestRankP: smallest,
    hedgesG: effect && { g: effect.g, lower95: effect.lower95, upper95: effect.upper95 },
  };
}

function valueTest(a: GroupValues, b: GroupValues) {
  const estimate = geometricMeanRatio(a.values, b.values);
  const ratio = estimate?.ratio ?? null;
  const interval = estimate?.interval ?? null;
  if (interval)
    return {
      ratio,
      ratioLower95: interval.lower95,
      ratioUpper95: interval.upper95,
      test: 'Welch on logarithms' as TestName,
      p: interval.p,
    };
  return { ratio, ...permutation(a, b) };
}

/** For values of any sign, or without spread. Single cells cannot be tested. */
function permutation(a: GroupValues, b: GroupValues): { readonly test: TestName; readonly p: number | null } {
  const result = a.n < 2 || b.n < 2 ? null : permutationTest(a.values, b.values);
  if (!result) return { test: 'none', p: null };
  return { test: result.isExact ? 'exact permutation' : 'drawn permutation', p: result.p };
}

function lifetimeTest(
  a: GroupValues,
  b: GroupValues,
): { readonly test: TestName; readonly p: number | null } {
  const lifetimes = ({ values, censored }: GroupValues) =>
    values.map((time, i) => ({ time, failed: censored?.[i] !== true }));
  const [first, second] = [lifetimes(a), lifetimes(b)];
  if (a.n === 0 || b.n === 0) return { test: 'none', p: null };
  if (a.n + b.n >= EXACT_BELOW) {
    const asymptotic = logRank(first, second);
    return asymptotic ? { test: 'log-rank', p: asymptotic.p } : { test: 'none', p: null };
  }
  const exact = exactLogRank(first, second);
  return exact ? { test: 'log-rank exact', p: exact.p } : { test: 'none', p: null };
}
