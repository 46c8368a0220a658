import { expect, test } from 'vitest';
import { minMaxPyramid } from '#core/numeric/minMaxPyramid.ts';
import type { CellVoltage } from '#figures/cellVoltage.ts';
import { figureCsv } from '#figures/figureCsv.ts';
import { halfCycleProfilesFigure } from '#figures/halfCycleProfilesFigure.ts';
import { toPlotly } from '#figures/plotly.ts';
import { squareWave, STYLE } from './cellVoltages.ts';

/** A half cycle that begins at `start_s`, with a voltage that rises evenly from one value to another. */
function rising(
  name: string,
  group: string,
  [from_V, to_V]: readonly [number, number],
  length_s = 3600,
): CellVoltage {
  const start_s = 7200;
  const time_s = Float64Array.from({ length: 11 }, (_, k) => start_s + (k * length_s) / 10);
  const voltage_V = time_s.map((_, k) => from_V + ((to_V - from_V) * k) / 10);
  const columns = { time_s, voltage_V, pyramid: minMaxPyramid(voltage_V), timeZero_s: start_s };
  return { ...squareWave(name, group), ...columns };
}

const CELLS = [rising('Li_01', 'bare', [0.2, 0.3]), rising('Li-Hg_01', 'amalgam', [0.008, 0.01])];
const OPTIONS = { style: STYLE, simulated: true, halfCycle: 8, sharesVoltage: true, notes: [] } as const;

function layoutOf(cells: readonly CellVoltage[], sharesVoltage: boolean) {
  const figure = halfCycleProfilesFigure(cells, { ...OPTIONS, sharesVoltage });
  return { figure, ...toPlotly(figure, { target: 'file', theme: 'paper' }) };
}

test('a half cycle of an hour is drawn over minutes from its start, in millivolts', () => {
  const { figure, data } = layoutOf(CELLS, true);
  expect(figure.panels.map(({ title, xAxis, yAxis }) => [title, xAxis.unit, yAxis.unit])).toEqual([
    ['bare', 'min', 'mV'],
    ['amalgam', 'min', 'mV'],
  ]);
  expect([data[0]?.x[0], data[0]?.x.at(-1)]).toEqual([0, 60]);
  expect(data[0]?.y.at(-1)).toBeCloseTo(300, 9);
  expect(figure.notes).toContain('half cycle 8 of each, time from its start');
  expect([...figureCsv(figure)].join('')).toContain('Li_01: Time (min),Li_01: Voltage (mV)');
});

test('short and long ones have seconds and hours', () => {
  const unitOf = (length_s: number) =>
    layoutOf([rising('Li_01', 'bare', [0.1, 0.2], length_s)], true).figure.panels[0]?.xAxis.unit;
  expect([30, 600, 36_000].map(unitOf)).toEqual(['s', 'min', 'h']);
});

test('on one scale both groups begin at zero: what is small beside the other looks small', () => {
  const { layout } = layoutOf(CELLS, true);
  expect(layout['yaxis2']).toMatchObject({ matches: 'y', showticklabels: false });
  const [low, high] = (layout['yaxis'] as { range: readonly [number, number] }).range;
  // 0 to 300 mV and a twentieth above.
  expect([low, high]).toEqual([0, expect.closeTo(315, 9)]);
  const falling = layoutOf([rising('Li_01', 'bare', [-0.2, -0.3])], true).figure.panels[0]?.yAxis.range;
  expect(falling).toEqual([expect.closeTo(-315, 9), 0]);
});

test('on scales of their own each has its labels, with room for them between the panels', () => {
  const shared = layoutOf(CELLS, true).figure.panels;
  const { figure, layout } = layoutOf(CELLS, false);
  expect(layout['yaxis2']).not.toHaveProperty('matches');
  expect(layout['yaxis2']).toMatchObject({
    autorange: true,
    title: { text: 'Voltage (mV)' },
  });
  const gap = ([a, b]: typeof shared) =>
    a && b ? b.frame.left_mm - a.frame.left_mm - a.frame.width_mm : expect.fail();
  // Five digits and the turned title, as to the left of the first panel.
  expect(gap(figure.panels)).toBeCloseTo(figure.panels[0]?.frame.left_mm ?? NaN, 9);
  expect(gap(shared)).toBeLessThan(0.5 * gap(figure.panels));
});

test('full cells are told in volts and not from zero, where nothing of them could be seen', () => {
  const { figure } = layoutOf([rising('full_01', 'bare', [3.3, 3.5])], true);
  expect(figure.panels[0]?.yAxis).toMatchObject({ unit: 'V', range: null });
});
