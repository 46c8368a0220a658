import { expect, test } from 'vitest';
import type { MetricComparison } from '#core/compare/comparison.ts';
import { eachCellWords, metricsTable } from '../../../src/renderer/views/compare/metricsTable.ts';

const lifetimes: MetricComparison = {
  ...{ metric: 'time_to_failure', set: 'Li, LLTO', title: 'Time to failure', unit: 'h' },
  groups: [
    {
      ...{ group: 'bare', n: 2, cells: ['a', 'b'], mean: null, sd: null },
      values: [7.15, 9.2],
      censored: [false, false],
    },
    { ...{ group: 'amalgam', n: 1, cells: ['c'], mean: null, sd: null }, values: [512.4], censored: [true] },
  ],
  ...{
    pair: ['bare', 'amalgam'],
    ratio: null,
    ratioLower95: null,
    ratioUpper95: null,
    test: 'log-rank exact',
  },
  ...{
    p: 0.000014,
    pHolm: 0.00046,
    permutationP: null,
    rankP: null,
    smallestRankP: 0.1,
    hedgesG: null,
    pairs: [],
  },
  ...{ holmTests: 1, warnings: [] },
};

test('a small p is told with its digits and never as zero', () => {
  const [row] = metricsTable([lifetimes], ['bare', 'amalgam']).rows;
  expect(row?.slice(-3)).toEqual(['0.000014', '0.00046', '0.1']);
});

test('every cell is told, with a sign before those whose test ended before they failed', () => {
  expect(eachCellWords(lifetimes)).toBe('bare: 7.15, 9.2; amalgam: >512');
});

test('a mean has as many decimals as its SD, and both are told with n', () => {
  const ofBare = (mean: number, sd: number | null) => {
    const group = { group: 'bare', n: 3, cells: [], values: [], mean, sd, censored: null };
    const metric = { ...lifetimes, groups: [group] } as unknown as MetricComparison;
    return metricsTable([metric], ['bare']).rows[0]?.[5];
  };
  expect(ofBare(56.96, 1.46)).toBe('57.0 ± 1.5 (n = 3)');
  expect(ofBare(78.4, 0.716)).toBe('78.40 ± 0.72 (n = 3)');
  expect(ofBare(-12.34, 3.2)).toBe('−12.3 ± 3.2 (n = 3)');
  expect(ofBare(5, 0)).toBe('5 ± 0 (n = 3)');
});

test('a ratio and its interval have three digits each, zeros among them', () => {
  const ratio = { ratio: 0.02, ratioLower95: 0.00902, ratioUpper95: 1.5 };
  expect(metricsTable([{ ...lifetimes, ...ratio }], ['bare']).rows[0]?.[4]).toBe('0.0200 (0.00902 to 1.50)');
});
