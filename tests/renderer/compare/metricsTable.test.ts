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
  ...{ p: 0.000014, pHolm: 0.00046, rankP: null, smallestRankP: 0.1, hedgesG: null, pairs: [] },
  ...{ holmTests: 1, warnings: [] },
};

test('a small p is told with its digits and never as zero', () => {
  const [row] = metricsTable([lifetimes], ['bare', 'amalgam']).rows;
  expect(row?.slice(-3)).toEqual(['0.000014', '0.00046', '0.1']);
});

test('every cell is told, with a sign before those whose test ended before they failed', () => {
  expect(eachCellWords(lifetimes)).toBe('bare: 7.15, 9.2; amalgam: >512');
});
