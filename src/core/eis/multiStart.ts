/** The best of several local searches, which ends early once it has been reached often enough. */
import type { LeastSquaresProblem, LeastSquaresSolution } from '#core/numeric/leastSquaresProblem.ts';
import {
  restartedLeastSquares,
  type RestartedSolution,
  type RestartOptions,
} from '#core/numeric/restartedLeastSquares.ts';

export interface MultiStartSolution {
  readonly best: LeastSquaresSolution;
  readonly starts: number;
  readonly startsAtBest: number;
  readonly iterations: number;
  /** How often a search was taken up again because parameters had got lost at a limit or where nothing is felt. */
  readonly restarts: number;
}

export interface MultiStartOptions extends RestartOptions {
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
  const solutions: RestartedSolution[] = [];
  let best: RestartedSolution | null = null;
  for (const start of starts.slice(0, maxStarts)) {
    const solution = restartedLeastSquares(problem, start, options);
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
    restarts: solutions.reduce((sum, { restarts }) => sum + restarts, 0),
  };
}

function countAt(solutions: readonly LeastSquaresSolution[], least: number): number {
  return solutions.filter(({ sumOfSquares }) => sumOfSquares <= least * (1 + SAME_MINIMUM)).length;
}
