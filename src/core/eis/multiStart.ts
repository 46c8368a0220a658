/** The best of several local searches, which ends early once it has been reached often enough. */
import { leastSquares } from '#core/numeric/leastSquares.ts';
import type {
  LeastSquaresOptions,
  LeastSquaresProblem,
  LeastSquaresSolution,
} from '#core/numeric/leastSquaresProblem.ts';

export interface MultiStartSolution {
  readonly best: LeastSquaresSolution;
  readonly starts: number;
  readonly startsAtBest: number;
  readonly iterations: number;
}

export interface MultiStartOptions extends LeastSquaresOptions {
  readonly maxStarts: number;
  /** Searches that must agree on the best before the rest is left out. */
  readonly agreeing: number;
}

/** Sums of squares this close (relative) are the same minimum. */
const SAME_MINIMUM = 1e-4;

/** `starts`: coordinates, at least one set. */
export function multiStart(
  problem: LeastSquaresProblem,
  starts: readonly Float64Array[],
  { maxStarts, agreeing, ...options }: MultiStartOptions,
): MultiStartSolution {
  const solutions: LeastSquaresSolution[] = [];
  let best: LeastSquaresSolution | null = null;
  for (const start of starts.slice(0, maxStarts)) {
    const solution = leastSquares(problem, start, options);
    solutions.push(solution);
    if (!best || !(solution.sumOfSquares >= best.sumOfSquares)) best = solution;
    if (countAt(solutions, best.sumOfSquares) >= agreeing) break;
  }
  if (!best) throw new Error('a search needs a start');
  return {
    best,
    starts: solutions.length,
    startsAtBest: countAt(solutions, best.sumOfSquares),
    iterations: solutions.reduce((sum, { iterations }) => sum + iterations, 0),
  };
}

function countAt(solutions: readonly LeastSquaresSolution[], least: number): number {
  return solutions.filter(({ sumOfSquares }) => sumOfSquares <= least * (1 + SAME_MINIMUM)).length;
}
