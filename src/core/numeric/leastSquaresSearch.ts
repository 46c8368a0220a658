/** The state of a nonlinear least-squares search: where it stands, its linear model there, and its buffers. */
import { bufferBlock } from '#core/numeric/bufferBlock.ts';
import type { LeastSquaresOptions, LeastSquaresProblem } from '#core/numeric/leastSquaresProblem.ts';

/** What is known at one set of parameters. */
export interface Point {
  readonly parameters: Float64Array;
  readonly residual: Float64Array;
  readonly jacobian: Float64Array;
  cost: number;
}

export interface LeastSquaresSearch {
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

export function createSearch(
  problem: LeastSquaresProblem,
  start: Float64Array,
  { lower, upper, tolerance = 1e-10, stepTolerance = 1e-9 }: LeastSquaresOptions,
): LeastSquaresSearch {
  const n = start.length;
  const rows = problem.residuals;
  const cut = bufferBlock(2 * (n + rows + rows * n) + rows * (n + 1) + 3 * (n + 1) ** 2 + 4 * n + (n + 1));
  const search: LeastSquaresSearch = {
    problem,
    lower: lower ?? new Float64Array(n).fill(-Infinity),
    upper: upper ?? new Float64Array(n).fill(Infinity),
    tolerance,
    stepTolerance,
    here: emptyPoint(start, rows, cut),
    trial: emptyPoint(start, rows, cut),
    gradient: cut(n),
    scale: cut(n),
    moving: new Int32Array(n),
    gram: cut((n + 1) ** 2),
    triangle: cut(n * (n + 1)),
    columns: cut(rows * (n + 1)),
    damped: cut(n * (n + 1)),
    solution: cut(n),
    row: cut(n + 1),
    step: cut(n),
    movingCount: 0,
    radius: Infinity,
  };
  clip(search.here.parameters, search);
  evaluate(problem, search.here, search.here.jacobian);
  return search;
}

function emptyPoint(start: Float64Array, residuals: number, cut: (size: number) => Float64Array): Point {
  const parameters = cut(start.length);
  parameters.set(start);
  return {
    parameters,
    residual: cut(residuals),
    jacobian: cut(residuals * start.length),
    cost: Infinity,
  };
}

export function evaluate(problem: LeastSquaresProblem, point: Point, jacobian: Float64Array): void {
  const { parameters, residual } = point;
  problem.evaluate(parameters, residual, jacobian);
  let sum = 0;
  for (let i = 0; i < residual.length; i += 1) {
    const value = residual[i] ?? NaN;
    sum += value * value;
  }
  point.cost = sum / 2;
}

function clip(parameters: Float64Array, { lower, upper }: Pick<LeastSquaresSearch, 'lower' | 'upper'>): void {
  for (let j = 0; j < parameters.length; j += 1)
    parameters[j] = Math.min(Math.max(parameters[j] ?? NaN, lower[j] ?? NaN), upper[j] ?? NaN);
}

/** Length with each parameter in its own scale. */
export function scaledLength({ scale }: LeastSquaresSearch, values: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < values.length; j += 1) sum += ((scale[j] ?? NaN) * (values[j] ?? NaN)) ** 2;
  return Math.sqrt(sum);
}
