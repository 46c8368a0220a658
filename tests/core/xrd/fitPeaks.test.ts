import { expect, test } from 'vitest';
import { fitPeaks, type PeakWindow } from '#core/xrd/fitPeaks.ts';
import lmfit from '../../fixtures/xrd/peakFit.json';

const intensity_counts = Float64Array.from(lmfit.intensity_counts);
const window: PeakWindow = {
  twoTheta_deg: Float64Array.from(lmfit.twoTheta_deg),
  intensity_counts,
  sigma_counts: intensity_counts.map((counts) => Math.sqrt(Math.max(1, counts))),
};
const line = { level_counts: 100, slope_countsPerDeg: 0 };

test('overlapping peaks on a line come out as lmfit has them, with its errors', () => {
  const fit = fitPeaks(window, lmfit.start, line);
  expect(fit.status).toBe('converged');
  expect(fit.degreesOfFreedom).toBe(401 - 14);
  expect(fit.chiSquared / lmfit.chiSquared).toBeCloseTo(1, 7);
  for (const [k, { value, error }] of fit.peaks.entries()) {
    for (const name of ['twoTheta_deg', 'area_countsDeg', 'fwhm_deg', 'eta'] as const) {
      const [theirs = NaN, theirError = NaN] = lmfit.peaks[k]?.[name] ?? [];
      expect(Math.abs(value[name] - theirs) / theirError, `${name} of peak ${k}`).toBeLessThan(0.01);
      expect(error[name] / theirError, `error of ${name} of peak ${k}`).toBeCloseTo(1, 2);
    }
  }
  const [slope = NaN, slopeError = NaN] = lmfit.slope;
  expect(Math.abs(fit.line.value.slope_countsPerDeg - slope) / slopeError).toBeLessThan(0.01);
});

test('two equal peaks at one place cannot be told apart and have no errors', () => {
  const twoTheta_deg = Float64Array.from({ length: 101 }, (_, i) => 30 + i / 50);
  // A Gaussian of height 100 and width 0.5° on 10 counts; its area is height × width × √(π/ln 2)/2.
  const counts = twoTheta_deg.map((angle) => 10 + 100 * Math.exp(-4 * Math.LN2 * ((angle - 31) / 0.5) ** 2));
  const gaussian = { twoTheta_deg, intensity_counts: counts, sigma_counts: counts.map(Math.sqrt) };
  const half = {
    twoTheta_deg: 31,
    area_countsDeg: 25 * 0.5 * Math.sqrt(Math.PI / Math.LN2),
    fwhm_deg: 0.5,
    eta: 0,
  };
  const fit = fitPeaks(gaussian, [half, half], { level_counts: 10, slope_countsPerDeg: 0 });
  expect(fit.chiSquared).toBeLessThan(1e-15);
  expect(fit.peaks.map(({ error }) => error.area_countsDeg)).toEqual([NaN, NaN]);
});

test('a window with no more points than parameters is refused', () => {
  const few = (values: Float64Array) => values.subarray(0, 14);
  const short = {
    twoTheta_deg: few(window.twoTheta_deg),
    intensity_counts: few(window.intensity_counts),
    sigma_counts: few(window.sigma_counts),
  };
  expect(() => fitPeaks(short, lmfit.start, line)).toThrow(RangeError);
});
