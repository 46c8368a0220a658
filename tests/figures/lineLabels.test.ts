import { expect, test } from 'vitest';
import type { Panel } from '#figures/figure.ts';
import { lineLabels, relabelled } from '#figures/lineLabels.ts';

/** Words of 2.5 mm: three figures need some 4 mm of the 100 that show 0 to 100. */
const lineNames = {
  em_mm: 3,
  phases: [
    {
      ...{ id: 'NaCl', name: 'NaCl', colour: '#000000' },
      lines: [
        { x: 50, y: 10, text: '200' },
        { x: 51, y: 10, text: '111' },
        { x: 80, y: 20, text: '220' },
      ],
    },
  ],
};
const frame = { left_mm: 0, top_mm: 0, width_mm: 100, height_mm: 60 };
const window = {
  frame,
  xAxis: { quantity: 'x', unit: '', range: [0, 100] as const },
  yAxis: { quantity: 'y', unit: '', range: [0, 30] as const },
};
const panel: Panel = {
  ...{ id: 'patterns', title: '', xLink: null, yLink: null, showsXLabels: true, isInset: false },
  ...window,
  lineNames,
  traces: lineLabels(lineNames, window),
};
const wordsOf = ({ traces }: Panel) =>
  traces.flatMap(({ pointLabels = [] }) => pointLabels.map(({ text }) => text));

test('of lines too close for their names the more important one is named', () => {
  expect(wordsOf(panel)).toEqual(['200', '220']);
});

test('a name that gave way comes back in a window with room for it, and those outside go', () => {
  expect(wordsOf(relabelled(panel, { x: [45, 56], y: null }))).toEqual(['200', '111']);
});

test('names whose lines end above the window are left out', () => {
  expect(wordsOf(relabelled(panel, { x: null, y: [0, 15] }))).toEqual(['200']);
});

test('the whole panel keeps its names, a panel without names its traces', () => {
  expect(relabelled(panel, { x: null, y: null })).toBe(panel);
  const { lineNames: _names, ...plain } = panel;
  expect(relabelled(plain, { x: [0, 1], y: null })).toBe(plain);
});
