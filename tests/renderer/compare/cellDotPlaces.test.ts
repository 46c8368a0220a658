import { describe, expect, test } from 'vitest';
import type { GroupValues, MetricComparison } from '#core/compare/comparison.ts';
import { cellDots } from '../../../src/renderer/views/compare/cellDotPlaces.ts';

const bare = { id: 'b', name: 'bare', colour: '#d55e00' };
const amalgam = { id: 'a', name: 'amalgam', colour: '#0072b2' };

function values(group: string, found: readonly number[]): GroupValues {
  const cells = found.map((_, k) => `${group}_${k + 1}`);
  return { group, n: found.length, values: found, cells, mean: null, sd: null };
}

function metricOf(groups: readonly GroupValues[], ratio: number | null): MetricComparison {
  return {
    ...{ metric: 'polarisation_end', set: 'Li, LLTO', title: 'Polarisation', unit: 'mV', groups },
    ...{ pair: ['bare', 'amalgam'], ratio, ratioLower95: null, ratioUpper95: null, test: 'none', p: null },
    ...{ pHolm: null, permutationP: null, rankP: null, smallestRankP: null, hedgesG: null, pairs: [] },
    ...{ holmTests: 0, warnings: [] },
  };
}

describe('the sparkline of a metric', () => {
  test('has all groups on one axis, logarithmic where the ratio is one of logarithms', () => {
    const lanes = cellDots(metricOf([values('bare', [1000, 100]), values('amalgam', [10])], 31.6), [
      bare,
      amalgam,
    ]);
    expect(lanes.map(({ group }) => group.name)).toEqual(['bare', 'amalgam']);
    expect(lanes[0]?.dots.map(({ place }) => place)).toEqual([1, expect.closeTo(0.5, 12)]);
    expect(lanes[1]?.dots).toEqual([{ cell: 'amalgam_1', place: 0, isBound: false }]);
  });

  test('tells a cell that outlived its test from those that failed', () => {
    const lifetimes = { ...values('bare', [7, 512]), censored: [false, true] };
    const [lane] = cellDots(metricOf([lifetimes], null), [bare]);
    expect(lane?.dots.map(({ isBound }) => isBound)).toEqual([false, true]);
  });

  test('is linear where a value is not above zero', () => {
    const [lane] = cellDots(metricOf([values('bare', [-10, 0, 30])], null), [bare]);
    expect(lane?.dots.map(({ place }) => place)).toEqual([0, 0.25, 1]);
  });

  test('stands in the middle where all values are one', () => {
    const [lane] = cellDots(metricOf([values('bare', [40, 40])], 1), [bare]);
    expect(lane?.dots.map(({ place }) => place)).toEqual([0.5, 0.5]);
  });

  test('leaves no lane for a group that was not compared', () => {
    expect(cellDots(metricOf([values('bare', [40])], null), [bare, amalgam])).toHaveLength(1);
  });
});
