/** What lies under the lines: a smooth background, and the halos of what is not crystalline as components of their own. */
import type { HaloPhase } from '#core/xrd/crystalPhase.ts';
import type { Radiation } from '#core/xrd/radiation.ts';
import { angleOf, type WorkingGrid } from '#core/xrd/identify/workingGrid.ts';

/** Distance of the knots: more than two widths of the halo of mercury, which must not be taken for background. */
const KNOT_DISTANCE_DEG = 13;

/** Cubic B-splines and the rise towards low angles that scatter in air makes; all of them ≥ 0. */
export function backgroundColumns(grid: WorkingGrid): Float64Array[] {
  const cells = grid.intensity.length;
  const span = (cells - 1) * grid.step_deg;
  const intervals = Math.max(1, Math.ceil(span / KNOT_DISTANCE_DEG));
  const distance = span / intervals;
  const splines = Array.from({ length: intervals + 3 }, (_, k) =>
    Float64Array.from({ length: cells }, (_cell, i) => cubicSpline((i * grid.step_deg) / distance - (k - 1))),
  );
  const rise = Float64Array.from({ length: cells }, (_, i) => (grid.start_deg / angleOf(grid, i)) ** 3);
  return grid.start_deg > 0 ? [...splines, rise] : splines;
}

/** The cubic B-spline with knots at −2 … 2. */
function cubicSpline(u: number): number {
  const a = Math.abs(u);
  if (a >= 2) return 0;
  return a >= 1 ? (2 - a) ** 3 / 6 : 2 / 3 - a * a + (a * a * a) / 2;
}

/** Maxima in Q = 4π sin θ/λ, Gaussian; λ is that of the strongest line. */
export function haloColumn({ halos }: HaloPhase, { lines }: Radiation, grid: WorkingGrid): Float64Array {
  const wavelength_A = lines[0]?.wavelength_A ?? NaN;
  return Float64Array.from({ length: grid.intensity.length }, (_, i) => {
    const q = (4 * Math.PI * Math.sin((angleOf(grid, i) * Math.PI) / 360)) / wavelength_A;
    return halos.reduce((sum, { q_perA, fwhm_perA, relative }) => {
      return sum + (relative / 100) * Math.exp(-4 * Math.LN2 * ((q - q_perA) / fwhm_perA) ** 2);
    }, 0);
  });
}
