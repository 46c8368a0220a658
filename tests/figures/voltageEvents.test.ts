import { expect, test } from 'vitest';
import type { EventMark } from '#figures/eventMarks.ts';
import { toPlotly } from '#figures/plotly.ts';
import { voltageTimeFigure } from '#figures/voltageTimeFigure.ts';
import { squareWave, STYLE } from './cellVoltages.ts';

const EVENTS: readonly EventMark[] = [
  { kind: 'soft-short', x: 7200, y: 0.1 },
  { kind: 'recovered', x: 36_000, y: 0.1 },
];
const OPTIONS = { style: STYLE, arrangement: 'overlaid', inset_h: null, simulated: true } as const;

test('events stand on the cell’s own hours, above all lines, and are named in the legend', () => {
  const cell = { ...squareWave('Li_01', 'bare'), events: EVENTS, timeZero_s: 3600 };
  const figure = voltageTimeFigure([cell, squareWave('Li_02', 'bare')], OPTIONS);
  const { data } = toPlotly(figure, { target: 'file', theme: 'paper' });
  expect(data.map(({ name }) => name)).toEqual(['Li_01', 'Li_02', 'Li_01: soft short', 'Li_01: recovered']);
  // 2 h and 10 h of the file, counted from 1 h.
  expect(data.slice(2).map(({ x, y }) => [x[0], y[0]])).toEqual([
    [1, 0.1],
    [9, 0.1],
  ]);
  expect(data.slice(2).map(({ mode, marker }) => [mode, marker?.symbol])).toEqual([
    ['markers', 'triangle-down'],
    ['markers', 'triangle-up'],
  ]);
  expect(figure.legend.map(({ label }) => label)).toEqual(['Li_01', 'Li_02', 'soft short', 'recovered']);
});

test('an event outside of what the cell is trimmed to is neither drawn nor named', () => {
  const cell = { ...squareWave('Li_01', 'bare'), events: EVENTS, trimTo_s: 10_000 };
  const figure = voltageTimeFigure([cell], OPTIONS);
  expect(figure.panels[0]?.traces).toHaveLength(2);
  expect(figure.legend.map(({ label }) => label)).toEqual(['Li_01', 'soft short']);
});

test('events at the start do not make the time axis begin before it', () => {
  const cell = { ...squareWave('Li_01', 'bare'), events: EVENTS, timeZero_s: 3600 };
  // 40 h at one row in 10 s, counted from 1 h of the file.
  expect(voltageTimeFigure([cell], OPTIONS).panels[0]?.xAxis.range).toEqual([
    -1,
    expect.closeTo(143_990 / 3600 - 1, 9),
  ]);
});
