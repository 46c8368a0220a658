import { expect, test } from 'vitest';
import { peakFitFigure } from '#figures/peakFitFigure.ts';

/** Ten counts with a peak of 400 more at 40°, fitted from 35° to 45°. */
const twoTheta_deg = Float64Array.from({ length: 401 }, (_, k) => 20 + 0.1 * k);
const intensity_counts = twoTheta_deg.map((angle) => 10 + 400 * 2 ** -(((angle - 40) / 0.2) ** 2));
const pattern = {
  id: 'a',
  name: 'a',
  group: 'bare',
  groupColour: '#D55E00',
  colour: '#D55E00',
  dash: 'solid',
  source: { id: 'a', cell: 'a', group: 'bare', fileName: 'a.xy', sha256: '' },
  label: 'a',
  wavelength_A: 1.5405929,
  twoTheta_deg,
  intensity_counts,
  found: [],
  sigma_counts: intensity_counts.map(Math.sqrt),
  calculated_counts: intensity_counts.map((counts, k) => (Math.abs(k - 200) <= 50 ? counts : NaN)),
  background_counts: twoTheta_deg.map(() => 10),
  shift_deg: 0,
} as const;
const options = {
  style: { width_mm: 120, height_mm: 90, font_pt: 8, line_pt: 0.75 },
  simulated: true,
  axis: 'twoTheta',
  scale: 'linear',
  phases: [],
  notes: [],
} as const;

test.each([
  ['linear', 410],
  ['sqrt', Math.sqrt(410)],
] as const)('a fitted peak is marked at its top on a %s scale', (scale, top) => {
  const figure = peakFitFigure(pattern, [{ twoTheta_deg: 39.999 }], { ...options, scale });
  const marks = figure.panels[0]?.traces.find(({ id }) => id === 'peaks');
  expect(marks?.series.x[0]).toBe(39.999);
  expect(marks?.series.y[0]).toBeCloseTo(top, 6);
});

test('nothing is left over where nothing was fitted', () => {
  const { panels } = peakFitFigure(pattern, [], options);
  const left = panels.find(({ id }) => id === 'difference')?.traces[0]?.series.y ?? new Float64Array(0);
  expect(left.filter(Number.isFinite)).toEqual(new Float64Array(101));
  // The range of the axis does not suffer from the gaps.
  expect(panels[0]?.yAxis.range?.every(Number.isFinite)).toBe(true);
});
