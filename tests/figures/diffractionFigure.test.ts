import { describe, expect, test } from 'vitest';
import { diffractionFigure, type CellPattern } from '#figures/diffractionFigure.ts';
import { spacingOf_A } from '#core/xrd/diffractionAxis.ts';
import { plotlyTraces } from '#figures/plotly.ts';
import { patternFitFigure } from '#figures/patternFitFigure.ts';

const STYLE = { width_mm: 120, height_mm: 90, font_pt: 8, line_pt: 0.75 };
const WAVELENGTH = 1.5405929;
/** A flat pattern of ten counts with one line of 1000 at 40°. */
const twoTheta_deg = Float64Array.from({ length: 701 }, (_, k) => 10 + 0.1 * k);
const intensity_counts = twoTheta_deg.map((angle) => (Math.abs(angle - 40) < 0.05 ? 1000 : 10));

function patternOf(id: string): CellPattern {
  const source = { id, cell: id, group: 'bare', fileName: `${id}.xy`, sha256: '' };
  const found = [{ phase: 'Hg', twoTheta_deg: 40 }];
  const identity = {
    id,
    name: id,
    group: 'bare',
    groupColour: '#D55E00',
    colour: '#D55E00',
    dash: 'solid',
  } as const;
  return { ...identity, source, label: id, wavelength_A: WAVELENGTH, twoTheta_deg, intensity_counts, found };
}

const phase = {
  id: 'Hg',
  name: 'Hg',
  colour: '#0072B2',
  ticks: [
    { twoTheta_deg: 40, intensity: 100, hkl: '1 1 0' },
    { twoTheta_deg: 40.05, intensity: 90, hkl: '0 0 2' },
    { twoTheta_deg: 60, intensity: 4, hkl: '2 0 0' },
  ],
};
const options = {
  style: STYLE,
  simulated: true,
  axis: 'twoTheta',
  scale: 'linear',
  offset: 0.5,
  isNormalised: false,
  phases: [phase],
  notes: [],
} as const;

describe('patterns above each other', () => {
  test('keep their counts and stand half the highest apart', () => {
    const [main] = diffractionFigure([patternOf('a'), patternOf('b')], options).panels;
    const [first, second] = main?.traces ?? [];
    const shown = (trace: typeof first, k: number) => {
      const { y, yScale } = trace?.series ?? { y: [], yScale: { offset: NaN, factor: NaN } };
      return ((y[k] ?? NaN) - yScale.offset) * yScale.factor;
    };
    expect(second?.series.y[0]).toBe(10);
    expect(shown(second, 0) - shown(first, 0)).toBeCloseTo(500, 9);
  });

  test('are drawn against spacings by Bragg, λ = 2 d sin θ', () => {
    const [main] = diffractionFigure([patternOf('a')], { ...options, axis: 'd' }).panels;
    // 20° has a sine of 0.3420201.
    expect(main?.traces[0]?.series.x.at(-301)).toBeCloseTo(1.5405929 / (2 * 0.3420201433), 6);
    expect(main?.xAxis.unit).toBe('Å');
  });

  test('carry one mark at each line that was found, above the highest point near it, and say so in the legend', () => {
    const figure = diffractionFigure([patternOf('a')], { ...options, offset: 0 });
    const marks = figure.panels[0]?.traces.find(({ id }) => id === 'marks-Hg');
    expect(marks?.pointLabels?.map(({ text }) => text)).toEqual(['♦']);
    expect(marks?.series.y[0]).toBe(1000);
    expect(figure.legend.map(({ label }) => label)).toContain('♦ Hg');
  });

  test('have a tick for each reference line, higher for a stronger one', () => {
    const ticks = diffractionFigure([patternOf('a')], options).panels[1];
    const { x = [], y = [] } = ticks?.traces[0]?.series ?? {};
    expect([x[0], x[3], x[6]]).toEqual([40, 40.05, 60]);
    expect(y[1]).toBeGreaterThan(y[7] ?? NaN);
    expect(ticks?.yAxis.hidesTicks).toBe(true);
  });

  test.each(['twoTheta', 'd'] as const)(
    'of forty thousand points show each of them once the window is small enough (%s)',
    (axis) => {
      const angles = Float64Array.from({ length: 40_001 }, (_, k) => 10 + 0.002 * k);
      const long = { ...patternOf('a'), twoTheta_deg: angles, intensity_counts: angles.map(() => 5) };
      const figure = diffractionFigure([long], { ...options, axis });
      const place = (angle: number) => (axis === 'd' ? spacingOf_A(angle, WAVELENGTH) : angle);
      const ends = [place(40), place(40.5)].sort((a, b) => a - b);
      const drawn = (zoomed: Readonly<Record<string, readonly [number, number]>>) =>
        plotlyTraces(figure, { target: 'screen', theme: 'light', zoomed })[0]?.x.length ?? NaN;
      expect(drawn({})).toBeLessThan(10_000);
      // 0.5° of steps of 0.002°, both ends and a neighbour beyond each.
      expect(Math.abs(drawn({ x: [ends[0] ?? NaN, ends[1] ?? NaN] }) - 253)).toBeLessThanOrEqual(1);
    },
  );

  test('on a logarithmic axis stand apart by a factor', () => {
    const figure = diffractionFigure([patternOf('a'), patternOf('b')], { ...options, scale: 'log' });
    const [first, second] = figure.panels[0]?.traces ?? [];
    const factor = (second?.series.yScale.factor ?? NaN) / (first?.series.yScale.factor ?? NaN);
    expect(Math.log10(factor)).toBeCloseTo(1.5, 9);
    expect(figure.panels[0]?.yAxis.scale).toBe('log');
  });
});

test('a fit names its lines without overlap and shows the difference in standard errors', () => {
  const fitted = {
    ...patternOf('a'),
    sigma_counts: intensity_counts.map(Math.sqrt),
    calculated_counts: intensity_counts.map((counts) => (counts === 1000 ? 905 : 10)),
    background_counts: intensity_counts.map(() => 10),
    shift_deg: 0,
  };
  const { panels } = patternFitFigure(fitted, options);
  const labels = panels[0]?.traces.find(({ id }) => id === 'marks-Hg')?.pointLabels;
  // 002 lies where 110 stands already; 200 is too weak.
  expect(labels?.map(({ text }) => text)).toEqual(['110']);
  const difference = panels.at(-1)?.traces[0]?.series.y ?? new Float64Array();
  expect(Math.max(...difference)).toBeCloseTo(95 / Math.sqrt(1000), 9);
  expect(panels.map(({ id }) => id)).toEqual(['fit', 'phases', 'difference']);
});

describe('the background of a pattern', () => {
  const counts = intensity_counts.map(() => 9);
  const drawn: CellPattern = {
    ...patternOf('a'),
    curves: [{ id: 'background', label: 'background (SNIP)', counts }],
  };

  test('lies under it on the same scale, roots with roots, and is named once', () => {
    const second = { ...patternOf('b'), curves: drawn.curves ?? [] };
    const figure = diffractionFigure([drawn, second], { ...options, scale: 'sqrt' });
    const [pattern, background] = figure.panels[0]?.traces ?? [];
    expect(background?.series.y[0]).toBe(3);
    expect(background?.series.yScale).toEqual(pattern?.series.yScale);
    expect(figure.legend.filter(({ label }) => label === 'background (SNIP)').length).toBe(1);
  });

  test('once subtracted, leaves noise that a logarithmic axis shows no deeper than its own scatter', () => {
    // ± 3 about zero in turn: the root mean square of what is negative is 3.
    const rest = intensity_counts.map((value, k) => (value === 1000 ? 990 : k % 2 === 0 ? 1e-9 : -3));
    const figure = diffractionFigure([{ ...patternOf('a'), intensity_counts: rest }], {
      ...options,
      scale: 'log',
    });
    const [main] = figure.panels;
    expect(main?.traces[0]?.series.y[0]).toBeCloseTo(3, 9);
    expect(main?.yAxis.range?.[0]).toBeGreaterThan(1);
  });

  test('can be set by clicks where the figure is asked for them: traces tell their pattern', () => {
    const [trace, curve] = diffractionFigure([drawn], { ...options, isPicked: true }).panels[0]?.traces ?? [];
    expect([trace?.link, curve?.link]).toEqual(['a', 'a background']);
    const [still] = diffractionFigure([drawn], options).panels[0]?.traces ?? [];
    expect(still?.link).toBeUndefined();
  });
});
