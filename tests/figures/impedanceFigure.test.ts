import { describe, expect, test } from 'vitest';
import { decadePoints } from '#figures/decadeLabels.ts';
import { equalRanges } from '#figures/equalRanges.ts';
import type { Panel } from '#figures/figure.ts';
import { figureCsv } from '#figures/figureCsv.ts';
import { frequencyText } from '#figures/frequencyText.ts';
import { impedanceFigure, type ImpedanceOptions } from '#figures/impedanceFigure.ts';
import { toPlotly } from '#figures/plotly.ts';
import type { PlotlyAxis } from '#figures/plotlyTypes.ts';
import { cellSpectrum } from './simulatedSpectra.ts';

const ARC = { r0_ohm: 20, r1_ohm: 100, c_F: 1e-6 };
const STYLE = { width_mm: 180, height_mm: 90, font_pt: 8, line_pt: 0.75 };
const OPTIONS: ImpedanceOptions = {
  style: STYLE,
  basis: 'perCell',
  simulated: true,
  nyquist: true,
  rows: ['modulus', 'phase'],
};
const PRISTINE = cellSpectrum('Li_01', ARC);
const CYCLED = cellSpectrum(
  'Li_01 cycled',
  { ...ARC, r1_ohm: 400 },
  { state: 'after cycle 5', isCycled: true, dash: 'dash' },
);

function nyquistOf(options: Partial<ImpedanceOptions> = {}, spectra = [PRISTINE, CYCLED]): Panel {
  const panel = impedanceFigure(spectra, { ...OPTIONS, ...options }).panels.find(
    ({ id }) => id === 'nyquist',
  );
  if (!panel) throw new Error('no Nyquist panel');
  return panel;
}

/** Millimetres of one unit of an axis. */
function mmPerUnit(length_mm: number, range: readonly [number, number] | null): number {
  return length_mm / ((range?.[1] ?? NaN) - (range?.[0] ?? NaN));
}

describe('a Nyquist plot', () => {
  test.each([
    [180, 90],
    [89, 89],
    [60, 200],
    [300, 70],
  ])('has one unit of x as long as one of y on a page of %d × %d mm', (width_mm, height_mm) => {
    for (const rows of [[], ['modulus', 'phase']] as const) {
      const { frame, xAxis, yAxis } = nyquistOf({ style: { ...STYLE, width_mm, height_mm }, rows });
      const [x, y] = [mmPerUnit(frame.width_mm, xAxis.range), mmPerUnit(frame.height_mm, yAxis.range)];
      expect(x / y).toBeCloseTo(1, 9);
    }
  });

  test('keeps that ratio when the window is zoomed', () => {
    const { layout } = toPlotly(impedanceFigure([PRISTINE], OPTIONS), { target: 'screen', theme: 'light' });
    expect(layout['yaxis'] as PlotlyAxis).toMatchObject({ scaleanchor: 'x', scaleratio: 1 });
  });

  test('shows all data, and zero where it is near', () => {
    const { xAxis, yAxis } = nyquistOf();
    // 20 Ω to 420 Ω, and half of 400 Ω.
    expect(xAxis.range?.[0]).toBeLessThanOrEqual(0);
    expect(xAxis.range?.[1]).toBeGreaterThan(420);
    expect(yAxis.range?.[1]).toBeGreaterThan(200);
    const far = nyquistOf({}, [cellSpectrum('far', { ...ARC, r0_ohm: 1000 })]);
    expect(far.xAxis.range?.[0]).toBeGreaterThan(900);
  });

  test("has −Z'' upwards", () => {
    const { data } = toPlotly(impedanceFigure([PRISTINE], OPTIONS), { target: 'file', theme: 'paper' });
    // The apex of an ideal arc: half its diameter above its middle.
    const apex = data[0]?.y.reduce((a, b) => Math.max(a, b)) ?? NaN;
    expect(apex).toBeGreaterThan(49);
    expect(apex).toBeLessThanOrEqual(50);
  });

  test('marks the decades of frequency and names those that have room', () => {
    const frequencies = decadePoints(PRISTINE.points.frequency_Hz).map(
      (index) => PRISTINE.points.frequency_Hz[index],
    );
    expect(frequencies.map((frequency) => Math.round(Math.log10(frequency ?? NaN)))).toEqual([
      6, 5, 4, 3, 2, 1, 0, -1,
    ]);
    const named = nyquistOf({}, [PRISTINE]).traces.flatMap(({ pointLabels = [] }) =>
      pointLabels.map(({ text }) => text).filter(Boolean),
    );
    // The apex lies at 1/(2π·100 Ω·1 µF) = 1.6 kHz: decades around it are apart.
    expect(named).toEqual(expect.arrayContaining(['10 kHz', '1 kHz', '100 Hz']));
  });

  test('shows the state by filled or open points and by the dash', () => {
    const [pristine, cycled] = nyquistOf().traces;
    expect(pristine?.marker?.open).toBe(false);
    expect(cycled?.marker?.open).toBe(true);
    expect(cycled?.dash).toBe('dash');
  });

  test('gives one interface of a symmetric cell Z·A/2, and says so', () => {
    const figure = impedanceFigure([PRISTINE], { ...OPTIONS, basis: 'perInterface' });
    const { data } = toPlotly(figure, { target: 'file', theme: 'paper' });
    // (20 + 100) Ω × 0.785 cm² / 2 at low frequency.
    expect(data[0]?.x.at(-1)).toBeCloseTo(47.1, 3);
    expect(figure.panels[0]?.xAxis.unit).toBe('Ω cm²');
    expect(figure.notes.join()).toContain('area / 2');
    const whole = impedanceFigure([PRISTINE], { ...OPTIONS, basis: 'perArea' });
    expect(whole.notes.join()).not.toContain('/ 2');
  });

  test('draws points that were left out as crosses and keeps them out of the line', () => {
    const excluded = { ...PRISTINE.points, frequency_Hz: PRISTINE.points.frequency_Hz.subarray(0, 1) };
    const { traces } = nyquistOf({}, [{ ...PRISTINE, excluded }]);
    expect(traces.map(({ marker }) => marker?.symbol)).toEqual(['cross', 'circle']);
    expect(traces[0]?.lineScale).toBe(0);
  });
});

test('points of one spectrum carry the same link in all panels', () => {
  const { panels } = impedanceFigure([PRISTINE], OPTIONS);
  expect(panels.map(({ traces }) => traces[0]?.link)).toEqual(['Li_01', 'Li_01', 'Li_01']);
  expect(new Set(panels.map(({ traces }) => traces[0]?.series.x.length))).toEqual(new Set([71]));
});

test('the CSV of a Nyquist plot has the frequency of every point', () => {
  const figure = impedanceFigure([PRISTINE], { ...OPTIONS, rows: [] });
  const lines = [...figureCsv(figure)].join('').split('\r\n');
  const titles = lines.find((line) => line.includes('Frequency (Hz)')) ?? '';
  expect(titles.match(/"[^"]*"/g)).toHaveLength(3);
  expect(lines[lines.indexOf(titles) + 1]?.split(',')[0]).toBe('1000000');
});

test('unequal data limits still give equal scales', () => {
  const frame = { left_mm: 0, top_mm: 0, width_mm: 100, height_mm: 40 };
  const { x, y, mmPerUnit: scale } = equalRanges(frame, [0, 1000], [0, 10]);
  expect((x[1] - x[0]) * scale).toBeCloseTo(100, 9);
  expect((y[1] - y[0]) * scale).toBeCloseTo(40, 9);
});

test.each([
  [1e6, '1 MHz'],
  [999.9999, '1 kHz'],
  [31_622.8, '31.6 kHz'],
  [1, '1 Hz'],
  [0.01, '10 mHz'],
])('%d Hz is said as %s', (frequency_Hz, words) => {
  expect(frequencyText(frequency_Hz)).toBe(words);
});
