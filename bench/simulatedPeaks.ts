/** A simulated window of eight pseudo-Voigts on a line with counting noise, and a start a little off. */
import { createRandom } from '../tests/simulate/random.ts';

const CENTRES_deg = [24.1, 27.2, 31.8, 35.0, 35.6, 41.3, 45.9, 52.4];
const HEIGHTS_counts = [4000, 900, 6000, 2500, 1800, 700, 3200, 1200];
const FWHM_deg = [0.12, 0.18, 0.15, 0.2, 0.22, 0.25, 0.19, 0.3];
const ETA = [0.3, 0.6, 0.45, 0.5, 0.4, 0.55, 0.35, 0.65];

function pseudoVoigt(offset: number, fwhm: number, eta: number): number {
  const square = (offset / fwhm) ** 2;
  return eta / (1 + 4 * square) + (1 - eta) * Math.exp(-4 * Math.LN2 * square);
}

function heightToArea(fwhm: number, eta: number): number {
  return (fwhm * (eta * Math.PI + (1 - eta) * Math.sqrt(Math.PI / Math.LN2))) / 2;
}

export function simulatedPeaks(points: number, seed: number) {
  const random = createRandom(seed);
  const twoTheta_deg = Array.from({ length: points }, (_, i) => 20 + (40 * i) / (points - 1));
  const intensity_counts = twoTheta_deg.map((angle) => {
    const peaks = CENTRES_deg.map(
      (centre, k) =>
        (HEIGHTS_counts[k] ?? 0) * pseudoVoigt(angle - centre, FWHM_deg[k] ?? NaN, ETA[k] ?? NaN),
    );
    const expected = peaks.reduce((sum, value) => sum + value, 400 - 3 * (angle - 40));
    return Math.max(0, Math.round(expected + Math.sqrt(expected) * random.normal()));
  });
  const start = CENTRES_deg.map((centre, k) => ({
    twoTheta_deg: centre + 0.03 * (k % 2 === 0 ? 1 : -1),
    area_countsDeg: 0.8 * (HEIGHTS_counts[k] ?? NaN) * heightToArea(0.18, 0.5),
    fwhm_deg: 0.18,
    eta: 0.5,
  }));
  return { twoTheta_deg, intensity_counts, start, line: { level_counts: 350, slope_countsPerDeg: 0 } };
}
