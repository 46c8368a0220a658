/**
 * Steps of a least-squares search that fit its trust region: the damping is the one whose step just does (Moré, Lect.
 * Notes Math. 630 (1978) 105), and the step is projected on the limits (Kanzow, Yamashita and Fukushima, J. Comput.
 * Appl. Math. 172 (2004) 375).
 */
import type { LeastSquaresSearch } from '#core/numeric/leastSquaresSearch.ts';
import { fillDampedSolution, inverseTransposedSquare } from '#core/numeric/triangularise.ts';

/** Stands for no damping: it only keeps dependent columns from dividing by zero. */
const LEAST_DAMPING = 1e-18;
const DAMPING_ROUNDS = 12;

/** A good linear model earns a larger region, a bad one a smaller; also where the trial is not finite. */
export function resizeRegion(search: LeastSquaresSearch, gain: number, length: number): void {
  if (gain > 0.75) search.radius = Math.max(search.radius, 2 * length);
  else if (!(gain > 0.25)) search.radius = Math.min(search.radius, length) * (gain > 0 ? 0.5 : 0.25);
}

/** Sets the trial point and says by how much the linear model sees the cost fall. */
export function setTrial(search: LeastSquaresSearch): number {
  const { step, here, trial, lower, upper, moving, movingCount, scale } = search;
  const solution = dampedSolution(search);
  trial.parameters.set(here.parameters);
  step.fill(0);
  for (let a = 0; a < movingCount; a += 1) {
    const j = moving[a] ?? 0;
    const from = here.parameters[j] ?? NaN;
    const to = from + (solution[a] ?? NaN) / (scale[j] ?? NaN);
    const allowed = Math.min(Math.max(to, lower[j] ?? NaN), upper[j] ?? NaN);
    trial.parameters[j] = allowed;
    step[j] = allowed - from;
    solution[a] = (allowed - from) * (scale[j] ?? NaN);
  }
  return modelReduction(search, solution);
}

/** Scaled step of the parameters that may move, no longer than the region (to a tenth of it). */
function dampedSolution(search: LeastSquaresSearch): Float64Array {
  const { movingCount: m, radius } = search;
  const undamped = search.triangle.subarray(0, m * (m + 1));
  const triangle = search.damped.subarray(0, m * (m + 1));
  const x = search.solution.subarray(0, m);
  const row = search.row.subarray(0, m + 1);
  let damping = LEAST_DAMPING;
  for (let round = 0; ; round += 1) {
    triangle.set(undamped);
    fillDampedSolution(triangle, damping, { x, row });
    const length = euclideanLength(x);
    const excess = length / radius - 1;
    if (round === DAMPING_ROUNDS || (damping === LEAST_DAMPING ? excess <= 0.1 : Math.abs(excess) <= 0.1))
      return x;
    // Newton's method for 1/|x(λ)| = 1/radius (Hebden 1973).
    const slope = inverseTransposedSquare(triangle, x) / length ** 2;
    damping = Math.max(LEAST_DAMPING, damping + excess / slope);
  }
}

function euclideanLength(x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i += 1) sum += (x[i] ?? NaN) ** 2;
  return Math.sqrt(sum);
}

/** ½|q|² − ½|R x + q|² */
function modelReduction({ triangle, movingCount: m }: LeastSquaresSearch, x: Float64Array): number {
  let reduction = 0;
  for (let i = 0; i < m; i += 1) {
    const row = i * (m + 1);
    let change = 0;
    for (let j = i; j < m; j += 1) change += (triangle[row + j] ?? NaN) * (x[j] ?? NaN);
    reduction -= change * ((triangle[row + m] ?? NaN) + change / 2);
  }
  return reduction;
}
