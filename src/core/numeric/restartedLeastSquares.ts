/**
 * A least-squares search that does not end where parameters have lost their meaning. A branch of the model can die: a
 * parameter runs to a limit, or so far that the residuals no longer feel it, and then nothing calls it back although a
 * lower minimum exists. Such parameters are put back where they started, the others stay, and the search goes on from
 * there; the better end counts.
 */
import { leastSquares } from '#core/numeric/leastSquares.ts';
import type {
  LeastSquaresOptions,
  LeastSquaresProblem,
  LeastSquaresSolution,
} from '#core/numeric/leastSquaresProblem.ts';

export interface RestartedSolution extends LeastSquaresSolution {
  /** How often the search was taken up again. */
  readonly restarts: number;
}

export interface RestartOptions extends LeastSquaresOptions {
  readonly maxRestarts: number;
}

export function restartedLeastSquares(
  problem: LeastSquaresProblem,
  start: Float64Array,
  { maxRestarts, ...options }: RestartOptions,
): RestartedSolution {
  let best = leastSquares(problem, start, options);
  let last = best;
  let { iterations } = best;
  let restarts = 0;
  while (restarts < maxRestarts) {
    const from = withLostPutBack(last, start, options);
    if (!from) break;
    restarts += 1;
    last = leastSquares(problem, from, options);
    iterations += last.iterations;
    if (last.sumOfSquares < best.sumOfSquares) best = last;
  }
  return { ...best, iterations, restarts };
}

/** Null when every parameter that moved is still felt. */
function withLostPutBack(
  solution: LeastSquaresSolution,
  start: Float64Array,
  limits: LeastSquaresOptions,
): Float64Array | null {
  const { parameters, residual, sumOfSquares } = solution;
  const noise = Math.sqrt(sumOfSquares / Math.max(1, residual.length - start.length));
  const isLost = parameters.map((end, j) => {
    const way = Math.abs(end - (start[j] ?? NaN));
    // The whole way back changes the residuals, to first order, by less than one of them is uncertain.
    const isFlat = columnLength(solution, j) * way <= noise;
    return way > 0 && (isFlat || isAtLimit(end, j, limits)) ? 1 : 0;
  });
  return isLost.includes(1) ? parameters.map((end, j) => (isLost[j] ? (start[j] ?? NaN) : end)) : null;
}

function isAtLimit(value: number, j: number, { lower, upper }: LeastSquaresOptions): boolean {
  return value <= (lower?.[j] ?? -Infinity) || value >= (upper?.[j] ?? Infinity);
}

function columnLength({ jacobian, residual }: LeastSquaresSolution, j: number): number {
  const rows = residual.length;
  let sum = 0;
  for (let i = j * rows; i < (j + 1) * rows; i += 1) sum += (jacobian[i] ?? NaN) ** 2;
  return Math.sqrt(sum);
}
