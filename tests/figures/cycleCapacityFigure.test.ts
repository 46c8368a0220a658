import { expect, test } from 'vitest';
import { cycleCapacityFigure } from '#figures/cycleCapacityFigure.ts';

const style = { width_mm: 120, height_mm: 90, font_pt: 8, line_pt: 0.75 };
const source = { id: 'a', cell: 'a', group: 'g', fileName: 'a.csv', sha256: '' };
const look = { groupColour: '#0072B2', colour: '#0072B2', dash: 'solid' } as const;

test('capacity and efficiency stand above each other over the same cycles, those left out open', () => {
  const cell = {
    ...{ id: 'a', name: 'a', group: 'g', ...look, source },
    cycle: Float64Array.of(1, 2, 3),
    capacity: Float64Array.of(150, 148, 60),
    coulombicEfficiency: Float64Array.of(92, 99.5, NaN),
    leftOut: new Set([3]),
  };
  const notes = ['a: retention at cycle 2: 98.67 % of cycle 1'];
  const figure = cycleCapacityFigure([cell], { style, basis: 'perMass', simulated: true, notes });
  const [capacity, efficiency] = figure.panels;
  expect(capacity?.traces.map(({ marker, series }) => [marker?.open, [...series.y]])).toEqual([
    [false, [150, 148, NaN]],
    [true, [NaN, NaN, 60]],
  ]);
  expect(efficiency?.traces.map(({ series }) => [...series.y])).toEqual([[92, 99.5, NaN]]);
  expect(capacity?.xLink).toBe(efficiency?.xLink);
  expect([capacity?.showsXLabels, efficiency?.showsXLabels]).toEqual([false, true]);
  expect(capacity?.yAxis).toMatchObject({ quantity: 'Specific capacity', unit: 'mAh/g' });
  expect(figure.notes).toEqual(expect.arrayContaining(notes));
});

test('efficiencies that differ by rounding alone do not fill the axis; others set it', () => {
  const base = { id: 'a', name: 'a', group: 'g', ...look, source, leftOut: new Set<number>() };
  const panelOf = (...coulombicEfficiency: number[]) => {
    const values = Float64Array.from(coulombicEfficiency);
    const cell = {
      ...base,
      cycle: values.map((_, k) => k + 1),
      capacity: values,
      coulombicEfficiency: values,
    };
    const options = { style, basis: 'absolute', simulated: false, notes: [] } as const;
    return cycleCapacityFigure([cell], options).panels[1];
  };
  const [low = NaN, high = NaN] = panelOf(100 - 1e-11, 100, 100 + 1e-11)?.yAxis.range ?? [];
  expect(low).toBeCloseTo(99.9, 6);
  expect(high).toBeCloseTo(100.1, 6);
  expect(panelOf(98, 99.5, NaN)?.yAxis.range).toBeNull();
});

test('the first cycle of a cell that came charged does not press all others onto one line, and is told', () => {
  const cell = {
    ...{ id: 'a', name: 'a', group: 'g', ...look, source, leftOut: new Set<number>() },
    cycle: Float64Array.of(1, 2, 3),
    capacity: Float64Array.of(330, 320, 310),
    coulombicEfficiency: Float64Array.of(1455, 98, 99),
  };
  const options = { style, basis: 'absolute', simulated: false, notes: [] } as const;
  const { panels, notes } = cycleCapacityFigure([cell], options);
  const [low = NaN, high = NaN] = panels[1]?.yAxis.range ?? [];
  expect([low < 98, low > 95, high > 100, high < 105]).toEqual([true, true, true, true]);
  expect(notes).toContain('a: 1460 % in cycle 1 lies beyond the axis');
});
