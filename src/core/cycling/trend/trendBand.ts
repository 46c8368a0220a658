/**
 * A pointwise 95 % confidence band of a fitted course, by the delta method (Seber and Wild, Nonlinear Regression, Wiley 1989,
 * section 5.1): f(t) ± t(ν) √(gᵀ C g), g the derivatives of the course by its parameters at t, C their covariance, t(ν)
 * Student's for 95 %. It holds where the course's model does, and says nothing of single half cycles, which scatter beyond it.
 * The place of a change point is taken as known: just there the band is too narrow.
 */
import type { TrendFit } from '#core/cycling/trend/fitTrendModel.ts';
import { trendCovariance } from '#core/cycling/trend/trendCovariance.ts';
import { studentQuantile } from '#core/numeric/studentQuantile.ts';

const LEVEL = 0.95;
const POINTS = 60;

/** For the mean of the two directions, in the unit of the values. */
export interface TrendBand {
  /** Numbers of cycles or half cycles, ascending, from the first to the last. */
  readonly count: readonly number[];
  readonly lower95: readonly number[];
  readonly upper95: readonly number[];
}

/** Null where the data do not determine the parameters. */
export function trendBand(fit: TrendFit): TrendBand | null {
  const { matrix, coordinates, isSingular } = trendCovariance(fit);
  if (isSingular) return null;
  const { data, degreesOfFreedom } = fit;
  const times = bandTimes(data.t.at(-1) ?? 0, fit);
  const reach = studentQuantile(degreesOfFreedom, LEVEL);
  const ends = times.map((t) => {
    const { value, gradient } = courseAt(fit, t, coordinates);
    const half = reach * Math.sqrt(quadraticForm(matrix, gradient));
    return { lower: value - half, upper: value + half };
  });
  if (ends.some(({ upper }) => !Number.isFinite(upper))) return null;
  return {
    count: times.map((t) => data.origin + t),
    lower95: ends.map(({ lower }) => lower),
    upper95: ends.map(({ upper }) => upper),
  };
}

/** Denser at the start, where courses bend; a step has its two sides. */
function bandTimes(last: number, { model, best }: TrendFit): number[] {
  const even = Array.from({ length: POINTS }, (_, k) => last * (k / (POINTS - 1)) ** 2);
  if (model.shape?.isStepwise !== true) return even;
  const sides = [best.shape * (1 - 1e-9), best.shape];
  return [...even, ...sides.filter((t) => t > 0 && t < last)].sort((a, b) => a - b);
}

function courseAt({ model, best }: TrendFit, t: number, coordinates: number) {
  const gradient = new Float64Array(coordinates);
  let value = 0;
  model.terms.forEach((term, j) => {
    const coefficient = best.coefficients[j] ?? NaN;
    const height = term.value(t, best.shape);
    gradient[j] = height;
    value += coefficient * height;
    const bend = term.perShape?.(t, best.shape) ?? 0;
    gradient[coordinates - 1] = (gradient[coordinates - 1] ?? NaN) + coefficient * bend;
  });
  return { value, gradient };
}

function quadraticForm(matrix: Float64Array, vector: Float64Array): number {
  let sum = 0;
  for (const [i, a] of vector.entries())
    for (const [j, b] of vector.entries()) sum += a * b * (matrix[i * vector.length + j] ?? NaN);
  return sum;
}
