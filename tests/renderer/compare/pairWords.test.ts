import { expect, test } from 'vitest';
import type { MetricComparison, PairResult } from '#core/compare/comparison.ts';
import { pairWords } from '../../../src/renderer/views/compare/pairWords.ts';

const PAIR: PairResult = {
  ...{ pair: ['bare', 'amalgam'], ratio: 0.964, ratioLower95: 0.941, ratioUpper95: 0.988 },
  ...{ test: 'Welch on logarithms', p: 0.0145, pHolm: 0.029 },
  ...{ permutationP: 0.1, rankP: 0.1, smallestRankP: 0.1 },
  hedgesG: { g: -2.7754, lower95: -5.017, upper95: -0.533 },
};
const metric = { holmTests: 2 } as unknown as MetricComparison;

test('beside the ratio and its test stand the exact tests and the size of the effect', () => {
  const { ratio, others } = pairWords(metric, PAIR);
  expect(ratio).toContain('0.941 to 0.988');
  expect(others).toContain(
    'exact permutation p = 0.1; ranks (Mann–Whitney, exact) p = 0.1, 0.1 at the least',
  );
  expect(others).toContain('Hedges g −2.78 (95 %: −5.02 to −0.533)');
});

test('single cells, which are not tested, have no rank test either', () => {
  const single: PairResult = {
    ...PAIR,
    test: 'none',
    p: null,
    permutationP: null,
    rankP: 1,
    smallestRankP: 1,
  };
  expect(pairWords(metric, single)).toMatchObject({ test: 'not tested', others: '' });
});

test('lifetimes have a log-rank test alone', () => {
  const lifetimes: PairResult = {
    ...{ ...PAIR, test: 'log-rank exact', permutationP: null, rankP: null, hedgesG: null },
  };
  expect(pairWords(metric, lifetimes).others).toBe('');
});
