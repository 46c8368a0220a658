/** The pattern on an even grid, coarse enough to be fitted fast and fine enough for its lines. */
import { medianBy, medianOf } from '#core/numeric/quantile.ts';
import { findPeaks } from '#core/xrd/findPeaks.ts';
import type { DiffractionPattern } from '#core/xrd/powderPattern.ts';
import { snipBackground } from '#core/xrd/snipBackground.ts';

export interface WorkingGrid {
  readonly start_deg: number;
  readonly step_deg: number;
  /** Mean counts of the points in each cell; 0 where there are none. */
  readonly intensity: Float64Array;
  /** Of that mean; Infinity where there are no points. */
  readonly variance: Float64Array;
  /** Variance per count: turns a model into the variance that Poisson's law gives it. */
  readonly gain: Float64Array;
  /** Typical full width of the strong peaks. */
  readonly fwhm_deg: number;
}

/** Cells per full width, and the most cells that a fit works on. */
const CELLS_PER_WIDTH = 3;
const MOST_CELLS = 4000;
const SNIP_REACH_DEG = 1.2;
const STRONGEST = 8;
/** What is wider is a halo. */
const MOST_WIDTH_DEG = 1.5;
/** Finer points are merged before the widths are measured. */
const WIDTH_STEP_DEG = 0.02;

export function workingGrid(pattern: DiffractionPattern): WorkingGrid {
  const { twoTheta_deg: angles } = pattern;
  const n = angles.length;
  const first = angles[0] ?? NaN;
  const span = (angles[n - 1] ?? NaN) - first;
  const rawStep = span / (n - 1);
  const fwhm_deg = typicalWidth_deg(pattern, rawStep);
  const wanted = Math.max(fwhm_deg / CELLS_PER_WIDTH, span / MOST_CELLS);
  const merged = Math.max(1, Math.floor(wanted / rawStep + 0.01));
  const step_deg = merged * rawStep;
  const start_deg = first + ((merged - 1) * rawStep) / 2;
  return { start_deg, step_deg, fwhm_deg, ...averaged(pattern, start_deg, step_deg) };
}

/** Median width of the strongest peaks; three steps where there are no peaks. */
export function typicalWidth_deg(pattern: DiffractionPattern, rawStep: number): number {
  const merged = Math.max(1, Math.floor(WIDTH_STEP_DEG / rawStep + 0.01));
  const step = merged * rawStep;
  const { twoTheta_deg, intensity_counts, sigma_counts } = thinned(pattern, merged);
  const background = snipBackground(intensity_counts, SNIP_REACH_DEG / step);
  const trace = { twoTheta_deg, intensity: intensity_counts, background, sigma: sigma_counts };
  const peaks = findPeaks(trace, { fwhm_deg: Math.max(0.12, 3 * step), leastSignificance: 8 });
  const strongest = peaks
    .filter((peak) => peak.fwhm_deg <= MOST_WIDTH_DEG)
    .sort((a, b) => b.height_counts - a.height_counts)
    .slice(0, STRONGEST);
  if (strongest.length === 0) return Math.max(0.15, 3 * step);
  return Math.max(
    2 * step,
    medianBy(strongest, (peak) => peak.fwhm_deg),
  );
}

/** Means of so many points at a time. */
function thinned(
  { twoTheta_deg, intensity_counts, sigma_counts }: DiffractionPattern,
  merged: number,
): Pick<DiffractionPattern, 'twoTheta_deg' | 'intensity_counts' | 'sigma_counts'> {
  const meanOf = (values: Float64Array) => {
    const means = new Float64Array(Math.floor(values.length / merged));
    for (let i = 0; i < means.length * merged; i += 1) {
      const k = Math.floor(i / merged);
      means[k] = (means[k] ?? NaN) + (values[i] ?? NaN);
    }
    return means.map((sum) => sum / merged);
  };
  const squares = meanOf(sigma_counts.map((value) => value * value));
  return {
    twoTheta_deg: meanOf(twoTheta_deg),
    intensity_counts: meanOf(intensity_counts),
    sigma_counts: squares.map((square) => Math.sqrt(square / merged)),
  };
}

function averaged(
  { twoTheta_deg, intensity_counts, sigma_counts }: DiffractionPattern,
  start_deg: number,
  step_deg: number,
): Pick<WorkingGrid, 'intensity' | 'variance' | 'gain'> {
  const last = twoTheta_deg[twoTheta_deg.length - 1] ?? NaN;
  const cells = Math.floor((last - start_deg) / step_deg + 0.5 + 1e-9) + 1;
  const [sum, squares, count] = [new Float64Array(cells), new Float64Array(cells), new Float64Array(cells)];
  for (let i = 0; i < twoTheta_deg.length; i += 1) {
    const cell = Math.min(
      cells - 1,
      Math.floor(((twoTheta_deg[i] ?? NaN) - start_deg) / step_deg + 0.5 + 1e-9),
    );
    const value = intensity_counts[i] ?? NaN;
    if (!Number.isFinite(value) || cell < 0) continue;
    sum[cell] = (sum[cell] ?? 0) + value;
    squares[cell] = (squares[cell] ?? 0) + (sigma_counts[i] ?? NaN) ** 2;
    count[cell] = (count[cell] ?? 0) + 1;
  }
  const intensity = sum.map((value, i) => value / Math.max(1, count[i] ?? 0));
  const variance = squares.map((value, i) => (count[i] === 0 ? Infinity : value / (count[i] ?? NaN) ** 2));
  return { intensity, variance, gain: gains(intensity, variance) };
}

/** Variance over intensity, or the median of that where there is no intensity to divide by. */
function gains(intensity: Float64Array, variance: Float64Array): Float64Array {
  const ratios = intensity.map((value, i) => (variance[i] ?? NaN) / value);
  const usual = medianOf(ratios.filter((ratio) => ratio > 0 && Number.isFinite(ratio)));
  return ratios.map((ratio) => (ratio > 0 && ratio < 3 * usual ? ratio : ratio === Infinity ? ratio : usual));
}

/** The angle of a cell. */
export function angleOf({ start_deg, step_deg }: WorkingGrid, cell: number): number {
  return start_deg + cell * step_deg;
}
