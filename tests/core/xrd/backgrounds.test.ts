import { describe, expect, test } from 'vitest';
import { arplsBackground } from '#core/xrd/arplsBackground.ts';
import { findPeaks } from '#core/xrd/findPeaks.ts';
import { pointsBackground } from '#core/xrd/pointsBackground.ts';
import { polynomialBackground } from '#core/xrd/polynomialBackground.ts';
import { snipBackground } from '#core/xrd/snipBackground.ts';
import { createRandom } from '../../simulate/random.ts';

/** Simulated: a sloping background, a halo 5° wide at 33°, three narrow peaks, Poisson noise by its normal limit. */
const SEED = 41;
const angles = Float64Array.from({ length: 3501 }, (_, i) => 10 + i * 0.02);
const smooth = angles.map((angle) => 900 - 6 * angle);
const halo = angles.map((angle) => 400 * Math.exp(-4 * Math.LN2 * ((angle - 33) / 5) ** 2));
const PEAKS = [
  { at: 24.75, height: 2000 },
  { at: 38.12, height: 9000 },
  { at: 50.77, height: 600 },
];
const peaks = angles.map((angle) =>
  PEAKS.reduce(
    (sum, { at, height }) => sum + height * Math.exp(-4 * Math.LN2 * ((angle - at) / 0.12) ** 2),
    0,
  ),
);
const random = createRandom(SEED);
const noisy = angles.map((_, i) => {
  const mean = (smooth[i] ?? 0) + (halo[i] ?? 0) + (peaks[i] ?? 0);
  return Math.round(mean + Math.sqrt(mean) * random.normal());
});
const below = angles.map((_, i) => (smooth[i] ?? 0) + (halo[i] ?? 0));
const sigma = noisy.map((counts) => Math.sqrt(Math.max(1, counts)));

const near = (values: Float64Array, angle: number) => values[Math.round((angle - 10) / 0.02)] ?? NaN;
const worst = (values: Float64Array, truth: Float64Array) =>
  Math.max(...values.slice(100, -100).map((value, i) => Math.abs(value / (truth[i + 100] ?? NaN) - 1)));

describe('backgrounds', () => {
  test('clipping takes narrow peaks away and leaves the halo', () => {
    const background = snipBackground(
      below.map((value, i) => value + (peaks[i] ?? 0)),
      30,
    );
    expect(near(background, 38.12) / near(below, 38.12)).toBeCloseTo(1, 1);
    expect(near(background, 33) / near(below, 33)).toBeGreaterThan(0.85);
  });

  test('reweighted smoothing follows background and halo within 5 %', () => {
    expect(worst(arplsBackground(noisy, { stiffness: 1e5 }), below)).toBeLessThan(0.05);
  });

  test('reweighted smoothing of a straight line returns it', () => {
    const background = arplsBackground(smooth);
    expect(worst(background, smooth)).toBeLessThan(1e-6);
  });

  test('a polynomial finds the straight background under peaks within 3 %', () => {
    const counts = noisy.map((value, i) => value - (halo[i] ?? 0));
    const background = polynomialBackground(angles, counts, { sigma, degree: 3 });
    expect(worst(background, smooth)).toBeLessThan(0.03);
  });

  test('points are joined by straight lines and continued level', () => {
    const points = [
      { twoTheta_deg: 30, counts: 200 },
      { twoTheta_deg: 20, counts: 100 },
    ];
    const background = pointsBackground(Float64Array.of(10, 20, 22.5, 30, 50), points);
    expect([...background]).toEqual([100, 100, 125, 200, 200]);
  });
});

describe('peak search', () => {
  test('finds the three peaks where they were put, and nothing else', () => {
    const found = findPeaks(
      { twoTheta_deg: angles, intensity: noisy, background: below, sigma },
      { fwhm_deg: 0.12 },
    );
    expect(found.length).toBe(PEAKS.length);
    found.forEach(({ twoTheta_deg }, i) => {
      expect(Math.abs(twoTheta_deg - (PEAKS[i]?.at ?? NaN))).toBeLessThan(0.03);
    });
    for (const { fwhm_deg } of found) expect(Math.abs(fwhm_deg - 0.12)).toBeLessThan(0.06);
  });

  test('of pure noise, one window in a million reaches five standard errors', () => {
    const noise = angles.map(() => 400 + 20 * random.normal());
    const flat = angles.map(() => 400);
    const found = findPeaks(
      { twoTheta_deg: angles, intensity: noise, background: flat, sigma: flat.map(() => 20) },
      { fwhm_deg: 0.12 },
    );
    expect(found).toEqual([]);
  });
});
