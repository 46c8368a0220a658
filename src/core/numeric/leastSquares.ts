/**
 * Nonlinear least squares within bounds: min ½ Σ rᵢ(p)². Levenberg-Marquardt as a trust region (Moré, Lect. Notes
 * Math. 630 (1978) 105): each parameter is scaled by the largest norm its column has had, and the damping is the one
 * whose step just fits the region. Steps are projected on the bounds (Kanzow, Yamashita and Fukushima, J. Comput. Appl.
 * Math. 172 (2004) 375). The linear problems are solved by orthogonal reduction: the normal equations lose the narrow
 * valleys of ill-conditioned models.
 */
import {
  fillDampedSolution,
  inverseTransposedSquare,
  mutateToTriangle,
} from '#core/numeric/triangularise.ts';

export interface LeastSquaresProblem {
  readonly residuals: number;
  /** Writes r(p) and dr/dp, parameter by parameter (index j·residuals + i). Not finite = p is not allowed. */
  readonly evaluate: (parameters: Float64Array, residual: Float64Array, jacobian: Float64Array) => void;
}

export interface LeastSquaresOptions {
  readonly lower?: Float64Array;
  readonly upper?: Float64Array;
  readonly maxIterations?: number;
  /** Share of the sum of squares below which a further reduction is not worth a step. */
  readonly tolerance?: number;
  /** Share of the (scaled) parameters below which a step counts as none. */
  readonly stepTolerance?: number;
}

/** stalled: no step reduces the sum of squares although its gradient says that one should. */
export type LeastSquaresStatus = 'converged' | 'stalled' | 'iteration-limit';

export interface LeastSquaresSolution {
  readonly parameters: Float64Array;
  /** Σ rᵢ² */
  readonly sumOfSquares: number;
  readonly status: LeastSquaresStatus;
  readonly iterations: number;
  readonly residual: Float64Array;
  /** At the solution. */
  readonly jacobian: Float64Array;
}

/** What is known at one set of parameters. */
interface Point {
  readonly parameters: Float64Array;
  readonly residual: Float64Array;
  readonly jacobian: Float64Array;
  cost: number;
}

interface Search {
  readonly problem: LeastSquaresProblem;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly tolerance: number;
  readonly stepTolerance: number;
  here: Point;
  trial: Point;
  readonly gradient: Float64Array;
  readonly scale: Float64Array;
  /** Parameters that may move, ascending; the rest is held by a limit. */
  readonly moving: Int32Array;
  /** Scaled columns of the parameters that may move, then the residual; triangular after the reduction. */
  readonly reduced: Float64Array;
  readonly step: Float64Array;
  movingCount: number;
  /** Longest scaled step to be tried; Infinity before the first. */
  radius: number;
}

/** Stands for no damping: it only keeps dependent columns from dividing by zero. */
const LEAST_DAMPING = 1e-18;
const DAMPING_ROUNDS = 12;
/** Share of the predicted reduction that a step must bring to be taken. */
const LEAST_GAIN = 1e-4;
/** Where steps of more than this share of the parameters were refused, and all shorter ones too, the search stalled. */
const STALLED_SHARE = 1e-6;
/** The angle between the residual and every column is a right one to this cosine. */
const SMALLEST_COSINE = 1e-14;

export function leastSquares(
  problem: LeastSquaresProblem,
  start: Float64Array,
  options: LeastSquaresOptions = {},
): LeastSquaresSolution {
  const { maxIterations = 200 } = options;
  const search = createSearch(problem, start, options);
  let status: LeastSquaresStatus = 'iteration-limit';
  let iterations = 0;
  linearise(search);
  search.radius = scaledLength(search, search.here.parameters) || 1;
  while (iterations < maxIterations) {
    if (isStationary(search)) {
      status = 'converged';
      break;
    }
    iterations += 1;
    const end = advance(search);
    if (end) {
      status = end;
      break;
    }
  }
  const { parameters, cost, residual, jacobian } = search.here;
  return { parameters, sumOfSquares: 2 * cost, status, iterations, residual, jacobian };
}

function createSearch(
  problem: LeastSquaresProblem,
  start: Float64Array,
  { lower, upper, tolerance = 1e-10, stepTolerance = 1e-9 }: LeastSquaresOptions,
): Search {
  const n = start.length;
  const search: Search = {
    problem,
    lower: lower ?? new Float64Array(n).fill(-Infinity),
    upper: upper ?? new Float64Array(n).fill(Infinity),
    tolerance,
    stepTolerance,
    here: emptyPoint(start, problem.residuals),
    trial: emptyPoint(start, problem.residuals),
    gradient: new Float64Array(n),
    scale: new Float64Array(n),
    moving: new Int32Array(n),
    reduced: new Float64Array(problem.residuals * (n + 1)),
    step: new Float64Array(n),
    movingCount: 0,
    radius: Infinity,
  };
  clip(search.here.parameters, search);
  evaluate(problem, search.here);
  return search;
}

function emptyPoint(start: Float64Array, residuals: number): Point {
  return {
    parameters: start.slice(),
    residual: new Float64Array(residuals),
    jacobian: new Float64Array(residuals * start.length),
    cost: Infinity,
  };
}

function evaluate(problem: LeastSquaresProblem, point: Point): void {
  problem.evaluate(point.parameters, point.residual, point.jacobian);
  let sum = 0;
  for (let i = 0; i < point.residual.length; i += 1) sum += (point.residual[i] ?? NaN) ** 2;
  point.cost = sum / 2;
}

function clip(parameters: Float64Array, { lower, upper }: Pick<Search, 'lower' | 'upper'>): void {
  for (let j = 0; j < parameters.length; j += 1)
    parameters[j] = Math.min(Math.max(parameters[j] ?? NaN, lower[j] ?? NaN), upper[j] ?? NaN);
}

/** Gradient and scales at the present point, which parameters may move, and the triangle of their linear problem. */
function linearise(search: Search): void {
  const { gradient, scale, here, lower, upper, moving } = search;
  search.movingCount = 0;
  for (let j = 0; j < gradient.length; j += 1) {
    const slope = columnProduct(here.jacobian, j, here.residual);
    gradient[j] = slope;
    scale[j] = Math.max(scale[j] ?? 0, columnLength(here.jacobian, j, here.residual.length)) || 1;
    const value = here.parameters[j] ?? NaN;
    const isHeld = (value <= (lower[j] ?? NaN) && slope > 0) || (value >= (upper[j] ?? NaN) && slope < 0);
    if (!isHeld) moving[search.movingCount++] = j;
  }
  reduce(search);
}

function columnProduct(jacobian: Float64Array, j: number, residual: Float64Array): number {
  const offset = j * residual.length;
  let sum = 0;
  for (let i = 0; i < residual.length; i += 1) sum += (jacobian[offset + i] ?? NaN) * (residual[i] ?? NaN);
  return sum;
}

function columnLength(jacobian: Float64Array, j: number, rows: number): number {
  let sum = 0;
  for (let i = j * rows; i < (j + 1) * rows; i += 1) sum += (jacobian[i] ?? NaN) ** 2;
  return Math.sqrt(sum);
}

function reduce({ here, scale, moving, movingCount, reduced }: Search): void {
  const rows = here.residual.length;
  for (let a = 0; a < movingCount; a += 1) {
    const j = moving[a] ?? 0;
    const factor = 1 / (scale[j] ?? NaN);
    for (let i = 0; i < rows; i += 1) reduced[a * rows + i] = (here.jacobian[j * rows + i] ?? NaN) * factor;
  }
  reduced.set(here.residual, movingCount * rows);
  mutateToTriangle(reduced.subarray(0, (movingCount + 1) * rows), rows, movingCount);
}

function isStationary({ here, gradient, scale, moving, movingCount }: Search): boolean {
  if (here.cost === 0) return true;
  const length = Math.sqrt(2 * here.cost);
  for (let k = 0; k < movingCount; k += 1) {
    const j = moving[k] ?? 0;
    if (Math.abs(gradient[j] ?? NaN) > SMALLEST_COSINE * (scale[j] ?? NaN) * length) return false;
  }
  return true;
}

/** Tries steps, each shorter than the one before, until one is taken or none is worth it: then how the search ends. */
function advance(search: Search): LeastSquaresStatus | null {
  const { cost } = search.here;
  const size = scaledLength(search, search.here.parameters);
  let longest = 0;
  for (;;) {
    const predicted = predictedReduction(search);
    evaluate(search.problem, search.trial);
    const actual = cost - search.trial.cost;
    const gain = predicted > 0 ? actual / predicted : 0;
    const length = scaledLength(search, search.step);
    longest = Math.max(longest, length);
    const isTiny = length <= search.stepTolerance * size;
    const isWorthless = predicted <= search.tolerance * cost && Math.abs(actual) <= search.tolerance * cost;
    resizeRegion(search, gain, length);
    if (gain > LEAST_GAIN) acceptTrial(search);
    if (isWorthless) return 'converged';
    if (isTiny) return gain > LEAST_GAIN || longest <= STALLED_SHARE * size ? 'converged' : 'stalled';
    if (gain > LEAST_GAIN) return null;
  }
}

/** A good linear model earns a larger region, a bad one a smaller; also where the trial is not finite. */
function resizeRegion(search: Search, gain: number, length: number): void {
  if (gain > 0.75) search.radius = Math.max(search.radius, 2 * length);
  else if (!(gain > 0.25)) search.radius = Math.min(search.radius, length) * (gain > 0 ? 0.5 : 0.25);
}

/** Sets the trial point and says by how much the linear model sees the cost fall. */
function predictedReduction(search: Search): number {
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
function dampedSolution({ reduced, here, movingCount: m, radius }: Search): Float64Array {
  const rows = here.residual.length;
  const triangle = new Float64Array(m * (m + 1));
  const x = new Float64Array(m);
  const row = new Float64Array(m + 1);
  let damping = LEAST_DAMPING;
  for (let round = 0; ; round += 1) {
    for (let i = 0; i < m; i += 1)
      for (let j = i; j <= m; j += 1) triangle[i * (m + 1) + j] = reduced[j * rows + i] ?? NaN;
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
function modelReduction({ reduced, here, movingCount: m }: Search, x: Float64Array): number {
  const rows = here.residual.length;
  let reduction = 0;
  for (let i = 0; i < m; i += 1) {
    let change = 0;
    for (let j = i; j < m; j += 1) change += (reduced[j * rows + i] ?? NaN) * (x[j] ?? NaN);
    reduction -= change * ((reduced[m * rows + i] ?? NaN) + change / 2);
  }
  return reduction;
}

function scaledLength({ scale }: Search, values: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < values.length; j += 1) sum += ((scale[j] ?? NaN) * (values[j] ?? NaN)) ** 2;
  return Math.sqrt(sum);
}

function acceptTrial(search: Search): void {
  const { here, trial } = search;
  search.here = trial;
  search.trial = here;
  linearise(search);
}
