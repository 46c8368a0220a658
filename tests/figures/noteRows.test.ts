import { expect, test } from 'vitest';
import { noteRows } from '#figures/noteRows.ts';
import { panelLayout } from '#figures/panelLayout.ts';

const style = { width_mm: 80, height_mm: 60, font_pt: 8, line_pt: 0.75 };

test('short notes share a row, long ones take rows of their own, and none is lost or broken', () => {
  expect(noteRows(['Simulated data', 'bare: n = 3 cells'], style)).toEqual([
    'Simulated data · bare: n = 3 cells',
  ]);
  const long = 'thresholds of events changed: sudden fall below 0.6 (not 0.7)';
  const rows = noteRows(['Simulated data', long, 'n = 3'], style);
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.join(' · ')).toBe(`Simulated data · ${long} · n = 3`);
  expect(noteRows([], style)).toEqual([]);
});

test('panels leave room for every row', () => {
  const request = { columns: 1, hasTitles: false, hasNotes: true, legend: [] };
  const [one] = panelLayout(style, request).frames;
  const [two] = panelLayout(style, { ...request, noteRows: 2 }).frames;
  // One row is 1.3 em of 8 pt.
  expect((one?.height_mm ?? 0) - (two?.height_mm ?? 0)).toBeCloseTo(1.3 * 8 * (25.4 / 72), 9);
});
