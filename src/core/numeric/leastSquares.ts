/**
 * Nonlinear least squares within bounds: min ½ Σ rᵢ(p)². Levenberg-Marquardt as a trust region (Moré, Lect. Notes
 * Math. 630 (1978) 105): each parameter is scaled by the largest norm its column has had, and the damping is the one
 * whose step just fits the region. Steps are projected on the bounds (Kanzow, Yamashita and Fukushima, J. Comput. Appl.
 * Math. 172 (2004) 375). The linear problems are solved by their normal equations where the columns are independent
 * enough, and by orthogonal reduction in the narrow valleys of ill-conditioned models.
 */
import { fillGram, mutateGramToTriangle } from '#core/numeric/normalEquations.ts';
import {
  fillDampedSolution,
  inverseTransposedSquare,
  mutateToTriangle,
} from '#core/numeric/triangularise.ts';

export interface LeastSquaresProblem {
  readonly residuals: number;
  /**
   * Writes r(p) and, unless `jacobian` is empty, dr/dp, parameter by parameter (index j·residuals + i). Not finite = p
   * is not allowed.
   */
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
  /** Products of all columns and the residual with each other. */
  readonly gram: Float64Array;
  /** R of the scaled columns of the parameters that may move with q as its last column, row-major. */
  readonly triangle: Float64Array;
  /** Room for the columns of an orthogonal reduction, and for one damped solution. */
  readonly columns: Float64Array;
  readonly damped: Float64Array;
  readonly solution: Float64Array;
  readonly row: Float64Array;
  readonly step: Float64Array;
  movingCount: number;
  /** Longest scaled step to be tried; Infinity before the first. */
  radius: number;
}

const NO_JACOBIAN = new Float64Array(0);
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
    gram: new Float64Array((n + 1) ** 2),
    triangle: new Float64Array(n * (n + 1)),
    columns: new Float64Array(problem.residuals * (n + 1)),
    damped: new Float64Array(n * (n + 1)),
    solution: new Float64Array(n),
    row: new Float64Array(n + 1),
    step: new Float64Array(n),
    movingCount: 0,
    radius: Infinity,
  };
  clip(search.here.parameters, search);
  evaluate(problem, search.here, search.here.jacobian);
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

function evaluate(problem: LeastSquaresProblem, point: Point, jacobian: Float64Array): void {
  const { parameters, residual } = point;
  problem.evaluate(parameters, residual, jacobian);
  let sum = 0;
  for (let i = 0; i < residual.length; i += 1) {
    const value = residual[i] ?? NaN;
    sum += value * value;
  }
  point.cost = sum / 2;
}

function clip(parameters: Float64Array, { lower, upper }: Pick<Search, 'lower' | 'upper'>): void {
  for (let j = 0; j < parameters.length; j += 1)
    parameters[j] = Math.min(Math.max(parameters[j] ?? NaN, lower[j] ?? NaN), upper[j] ?? NaN);
}

/** Gradient and scales at the present point, which parameters may move, and the triangle of their linear problem. */
function linearise(search: Search): void {
  const { gradient, gram, scale, here, moving } = search;
  const n = gradient.length;
  fillGram(here.jacobian, here.residual, n, gram);
  search.movingCount = 0;
  for (let j = 0; j < n; j += 1) {
    gradient[j] = gram[j * (n + 1) + n] ?? NaN;
    scale[j] = Math.max(scale[j] ?? 0, Math.sqrt(gram[j * (n + 1) + j] ?? NaN)) || 1;
    if (!isHeldByLimit(search, j)) moving[search.movingCount++] = j;
  }
  gatherNormalEquations(search);
  if (!mutateGramToTriangle(search.triangle, search.movingCount)) reduceOrthogonally(search);
}

/** At a limit that the descent would cross. */
function isHeldByLimit({ here, gradient, lower, upper }: Search, j: number): boolean {
  const value = here.parameters[j] ?? NaN;
  const slope = gradient[j] ?? NaN;
  return (value <= (lower[j] ?? NaN) && slope > 0) || (value >= (upper[j] ?? NaN) && slope < 0);
}

/** Scaled products of the parameters that may move. */
function gatherNormalEquations({ gram, gradient, scale, moving, movingCount: m, triangle }: Search): void {
  const width = gradient.length + 1;
  for (let a = 0; a < m; a += 1) {
    const i = moving[a] ?? 0;
    const factor = 1 / (scale[i] ?? NaN);
    for (let b = a; b < m; b += 1) {
      const j = moving[b] ?? 0;
      triangle[a * (m + 1) + b] = ((gram[i * width + j] ?? NaN) * factor) / (scale[j] ?? NaN);
    }
    triangle[a * (m + 1) + m] = (gradient[i] ?? NaN) * factor;
  }
}

function reduceOrthogonally({ here, scale, moving, movingCount: m, columns, triangle }: Search): void {
  const rows = here.residual.length;
  for (let a = 0; a < m; a += 1) {
    const j = moving[a] ?? 0;
    const factor = 1 / (scale[j] ?? NaN);
    for (let i = 0; i < rows; i += 1) columns[a * rows + i] = (here.jacobian[j * rows + i] ?? NaN) * factor;
  }
  columns.set(here.residual, m * rows);
  mutateToTriangle(columns.subarray(0, (m + 1) * rows), rows, m);
  for (let i = 0; i < m; i += 1)
    for (let j = i; j <= m; j += 1) triangle[i * (m + 1) + j] = columns[j * rows + i] ?? NaN;
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
  // Most first steps are taken and need the derivatives; of those after a refusal they are asked for once one is.
  let jacobian = search.trial.jacobian;
  for (;;) {
    const predicted = predictedReduction(search);
    evaluate(search.problem, search.trial, jacobian);
    const actual = cost - search.trial.cost;
    const gain = predicted > 0 ? actual / predicted : 0;
    const length = scaledLength(search, search.step);
    longest = Math.max(longest, length);
    const isTiny = length <= search.stepTolerance * size;
    const isWorthless = predicted <= search.tolerance * cost && Math.abs(actual) <= search.tolerance * cost;
    resizeRegion(search, gain, length);
    if (gain > LEAST_GAIN) acceptTrial(search, jacobian.length === 0);
    jacobian = NO_JACOBIAN;
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
function dampedSolution(search: Search): Float64Array {
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
function modelReduction({ triangle, movingCount: m }: Search, x: Float64Array): number {
  let reduction = 0;
  for (let i = 0; i < m; i += 1) {
    const row = i * (m + 1);
    let change = 0;
    for (let j = i; j < m; j += 1) change += (triangle[row + j] ?? NaN) * (x[j] ?? NaN);
    reduction -= change * ((triangle[row + m] ?? NaN) + change / 2);
  }
  return reduction;
}

function scaledLength({ scale }: Search, values: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < values.length; j += 1) sum += ((scale[j] ?? NaN) * (values[j] ?? NaN)) ** 2;
  return Math.sqrt(sum);
}

function acceptTrial(search: Search, isWithoutJacobian: boolean): void {
  const { here, trial } = search;
  if (isWithoutJacobian) evaluate(search.problem, trial, trial.jacobian);
  search.here = trial;
  search.trial = here;
  linearise(search);
}
