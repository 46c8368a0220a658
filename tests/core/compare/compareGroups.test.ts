import { expect, test } from 'vitest';
import { cellMetrics } from '#core/compare/cellMetrics.ts';
import { adjustByHolm, compareGroups } from '#core/compare/compareGroups.ts';
import type { MetricComparison } from '#core/compare/comparison.ts';
import { crossChecks } from '#core/compare/crossChecks.ts';
import type { Cell } from '#core/project/study.ts';
import { UNKNOWN_CELL } from '#core/project/unknownCell.ts';

const groups = [
  { id: 'bare', name: 'bare' },
  { id: 'coated', name: 'coated' },
];

function cell(name: string, groupId: string, more: Partial<Cell> = {}): Cell {
  return { id: name, studyId: 'study', groupId, name, order: 0, ...UNKNOWN_CELL, kind: 'symmetric', ...more };
}

function measured(name: string, groupId: string, polarisation_mV: number, more: Partial<Cell> = {}) {
  const metrics = cellMetrics({ cell: cell(name, groupId, more), runs: [], spectra: [] });
  return { ...metrics, values: { ...metrics.values, polarisation_end: polarisation_mV } };
}

const bare = [82, 95, 88].map((value, i) => measured(`bare${i}`, 'bare', value));
const coated = [11, 9, 14, 10].map((value, i) => measured(`coated${i}`, 'coated', value));

test('the ratio and its p are those of the published vector, 8.12642 and 2.958e-5', () => {
  const [found] = adjustByHolm(compareGroups({ set: 'Li', cells: [...bare, ...coated], groups }));
  expect(found?.ratio).toBeCloseTo(8.12642, 5);
  expect(found?.p).toBeCloseTo(2.958e-5, 8);
  expect(found?.pHolm).toBe(found?.p);
  expect(found?.groups.map(({ n }) => n)).toEqual([3, 4]);
  // Of the 35 ways to choose three of seven cells one is as extreme by its mean, two by ranks.
  expect(found?.permutationP).toBeCloseTo(1 / 35, 12);
  expect(found?.smallestRankP).toBeCloseTo(2 / 35, 12);
});

test('charges that a protocol made equal have no spread, whatever the last digits of their sums', () => {
  const plated = (name: string, group: string, value: number) => {
    const each = measured(name, group, value);
    return { ...each, values: { ...each.values, polarisation_end: null, plated_capacity: value } };
  };
  // 0.1 added ten times is not 1.
  const sum = Array.from({ length: 10 }, () => 0.1).reduce((so, value) => so + value, 0);
  const cells = [
    plated('a', 'bare', 40),
    plated('b', 'bare', 40 * sum),
    plated('c', 'coated', 40 * sum),
    plated('d', 'coated', 40),
  ];
  const [found] = compareGroups({ set: 'Li', cells, groups });
  expect(found?.groups.map(({ sd }) => sd)).toEqual([0, 0]);
  expect(found?.ratio).toBe(1);
  expect(found?.test).not.toBe('Welch on logarithms');
});

test('a cell left out gives no value and is named with its reason', () => {
  const leaking = measured('leaking', 'bare', 500, { exclusionReason: 'leaked' });
  const [found] = compareGroups({ set: 'Li', cells: [...bare, leaking, ...coated], groups });
  expect(found?.groups[0]?.values).toEqual([82, 95, 88]);
  expect(found?.warnings.find(({ code }) => code === 'excluded-cells')?.text).toContain('leaking (leaked)');
});

test('7 µm of LiHg3 hold mercury for 18.2 µm at most, so 24 µm disagree', () => {
  const film = cell('film', 'coated', { metal: 'Li', coating: 'Li-Hg amalgam', layerThickness_um: 7 });
  const found = crossChecks([{ cell: film, runs: [], spectra: [], laterThickness_um: 24 }]);
  const thickness = found.find(({ check }) => check === 'layer-thickness');
  expect(thickness?.verdict).toBe('disagrees');
  expect(thickness?.numbers['most_um']).toBeCloseTo(18.23, 2);
});

test('one metric in several metals is a family for Holm; another metric is one of its own', () => {
  const [found] = compareGroups({ set: 'Li', cells: [...bare, ...coated], groups });
  if (!found) throw new Error('nothing compared');
  const tested = (set: string, metric: MetricComparison['metric'], p: number | null) => ({
    ...{ ...found, set, metric, p },
  });
  const adjusted = adjustByHolm([
    tested('Li', 'polarisation_end', 0.01),
    tested('Li', 'interface_ratio', 0.04),
    tested('Na', 'polarisation_end', 0.04),
    tested('Zn', 'polarisation_end', 0.03),
    tested('Al', 'polarisation_end', null),
  ]);
  // Holm (1979): 3 × 0.01, 2 × 0.03, and 0.04, which may not come below the step before.
  expect(adjusted.map(({ pHolm }) => pHolm)).toEqual([
    ...[0.03, 0.04, 0.06, 0.06].map((value) => expect.closeTo(value, 12) as unknown),
    null,
  ]);
  expect(adjusted.map(({ holmTests }) => holmTests)).toEqual([3, 1, 3, 3, 3]);
});

test('every pair of three groups counts', () => {
  const thin = [31, 35, 33].map((value, i) => measured(`thin${i}`, 'thin', value));
  const three = [...groups, { id: 'thin', name: 'thin' }];
  const [found] = adjustByHolm(
    compareGroups({ set: 'Li', cells: [...bare, ...coated, ...thin], groups: three }),
  );
  expect(found?.holmTests).toBe(3);
  const least = Math.min(...(found?.pairs.map(({ p }) => p ?? 1) ?? []));
  expect(Math.min(...(found?.pairs.map(({ pHolm }) => pHolm ?? 1) ?? []))).toBeCloseTo(3 * least, 12);
});
