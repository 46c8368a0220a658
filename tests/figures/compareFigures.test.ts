import { describe, expect, test } from 'vitest';
import type { MetricComparison } from '#core/compare/comparison.ts';
import type { GroupSurvival } from '#core/compare/survivalCurves.ts';
import type { LineTrace } from '#figures/figure.ts';
import { metricPointsFigure } from '#figures/metricPointsFigure.ts';
import { survivalFigure } from '#figures/survivalFigure.ts';

const style = { width_mm: 90, height_mm: 70, font_pt: 8, line_pt: 0.75 };
const groups = [
  { name: 'bare', colour: '#D55E00' },
  { name: 'amalgam', colour: '#0072B2' },
];
const options = { style, groups, simulated: true };

function pointsOf(trace: LineTrace | undefined): (readonly [number, number])[] {
  if (!trace) return [];
  const { series } = trace;
  return [...series.x].map((x, k) => [x, series.y[k] ?? NaN] as const);
}

describe('a metric', () => {
  const metric = {
    ...{ set: '5 mA/cm2', metric: 'polarisation_end', title: 'Polarisation, median of the last ten' },
    groups: [
      { group: 'bare', n: 3, values: [90, 100, 110], cells: ['a', 'b', 'c'], mean: 100, sd: 10 },
      { group: 'amalgam', n: 1, values: [10], cells: ['d'], mean: 10, sd: null },
    ],
    ...{ pair: ['bare', 'amalgam'], pairs: [], ratio: 10, ratioLower95: null, ratioUpper95: null },
  } as unknown as MetricComparison;
  const figure = metricPointsFigure(metric, { ...options, unit: 'mV' });
  const traces = figure.panels[0]?.traces ?? [];
  const trace = (id: string) => traces.find((each) => each.id === id);

  test('shows every cell as a point, side by side, and names it', () => {
    const points = trace('bare-cells');
    expect(pointsOf(points).map(([, y]) => y)).toEqual([90, 100, 110]);
    expect(new Set(pointsOf(points).map(([x]) => x)).size).toBe(3);
    expect(points?.label).toBe('bare: a, b, c');
    expect(pointsOf(trace('amalgam-cells'))).toEqual([[1, 10]]);
  });

  test('has a bar of one standard deviation either way, and none for a single cell', () => {
    const bar = pointsOf(trace('bare-mean'));
    const heights = bar.map(([, y]) => y).filter((y) => !Number.isNaN(y));
    expect([Math.min(...heights), Math.max(...heights)]).toEqual([90, 110]);
    expect(heights).toContain(100);
    expect(trace('amalgam-mean')).toBeUndefined();
  });

  test('tells the lifetime of a cell that outlived its test from those that failed, and has no mean', () => {
    const lifetimes = {
      ...metric,
      metric: 'time_to_failure',
      groups: [
        { group: 'bare', n: 1, values: [7], cells: ['a'], mean: null, sd: null, censored: [false] },
        {
          ...{ group: 'amalgam', n: 2, values: [20, 512], cells: ['d', 'e'], mean: null, sd: null },
          censored: [false, true],
        },
      ],
    } as unknown as MetricComparison;
    const drawn = metricPointsFigure(lifetimes, { ...options, unit: 'h' });
    const marks = drawn.panels[0]?.traces.map((each) => [
      each.id,
      each.marker?.symbol,
      pointsOf(each)[0]?.[1],
    ]);
    expect(marks).toEqual([
      ['bare-cells', 'circle', 7],
      ['amalgam-cells', 'circle', 20],
      ['amalgam-bounds', 'cross', 512],
    ]);
    expect(drawn.panels[0]?.traces[2]?.label).toBe('amalgam: e (test ended first)');
    expect(drawn.notes).toContain('× test ended first');
    expect(drawn.notes).not.toContain('mean ± SD');
    expect(figure.notes).toContain('mean ± SD');
    expect(figure.notes).not.toContain('× test ended first');
  });

  test('says n of each group, the unit, and that it is simulated', () => {
    expect(figure.legend.map(({ label }) => label)).toEqual([
      expect.stringMatching(/bare.*3/u),
      expect.stringMatching(/amalgam.*1/u),
    ]);
    expect(figure.panels[0]?.yAxis).toMatchObject({ quantity: 'Polarisation', unit: 'mV' });
    expect(figure.notes[0]).toMatch(/simulated/iu);
    // The axis has no room for all of it.
    expect(figure.notes).toContain('Polarisation, median of the last ten');
  });

  test('says the ratio with its interval, and none without one or of more than two groups', () => {
    const notes = (more: Partial<MetricComparison>) =>
      metricPointsFigure({ ...metric, ...more }, { ...options, unit: 'mV' }).notes.join(' · ');
    expect(notes({ ratioLower95: 8, ratioUpper95: 12.5 })).toMatch(
      /bare \/ amalgam = 10 \(95 % .*8 to 12\.5\)/u,
    );
    expect(notes({})).not.toContain('bare / amalgam');
    const pairs = [metric, metric, metric];
    expect(notes({ ratioLower95: 8, ratioUpper95: 12.5, pairs })).not.toContain('bare / amalgam');
  });
});

describe('survival', () => {
  // Two of three fail, at 10 and 30 h; the one between ended at 20 h: Kaplan–Meier gives 2/3, then 0.
  const bare = {
    set: '5 mA/cm2',
    group: 'bare',
    cells: [
      { cell: 'a', time_h: 10, mode: 'hard-short', censored: false },
      { cell: 'b', time_h: 20, mode: null, censored: true },
      { cell: 'c', time_h: 30, mode: 'hard-short', censored: false },
    ],
    steps: [
      { time: 10, survival: 2 / 3 },
      { time: 30, survival: 0 },
    ],
    median_h: 30,
    incidence: [],
  } as unknown as GroupSurvival;
  const figure = survivalFigure([bare], options);
  const [curve, censored] = figure.panels[0]?.traces ?? [];

  test('falls in steps, in per cent, from all that live', () => {
    const corners = pointsOf(curve).map(([x, y]) => [x, Math.round(10 * y) / 10]);
    expect(corners).toEqual([
      [0, 100],
      [10, 100],
      [10, 66.7],
      [30, 66.7],
      [30, 0],
      [30, 0],
    ]);
  });

  test('marks the cell whose test ended first on its step, and says what the mark means', () => {
    expect(pointsOf(censored)).toEqual([[20, expect.closeTo(66.667, 2)]]);
    expect(censored?.marker?.symbol).toBe('cross');
    expect(figure.notes.some((note) => note.startsWith('×'))).toBe(true);
  });

  test('leaves out a group of which nothing is known', () => {
    expect(figure.legend).toHaveLength(1);
  });
});
