/**
 * Nonlinear least squares within bounds: min ½ Σ rᵢ(p)². Levenberg-Marquardt as a trust region (Moré, Lect. Notes
 * Math. 630 (1978) 105): each parameter is scaled by the largest norm its column has had.
 */
import type {
  LeastSquaresOptions,
  LeastSquaresProblem,
  LeastSquaresSolution,
  LeastSquaresStatus,
} from '#core/numeric/leastSquaresProblem.ts';
import {
  createSearch,
  evaluate,
  scaledLength,
  type LeastSquaresSearch,
} from '#core/numeric/leastSquaresSearch.ts';
import { isStationary, linearise } from '#core/numeric/linearModel.ts';
import { resizeRegion, setTrial } from '#core/numeric/trustRegion.ts';

const NO_JACOBIAN = new Float64Array(0);
/** Share of the predicted reduction that a step must bring to be taken. */
const LEAST_GAIN = 1e-4;
/** Where steps of more than this share of the parameters were refused, and all shorter ones too, the search stalled. */
const STALLED_SHARE = 1e-6;

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

/** Tries steps, each shorter than the one before, until one is taken or none is worth it: then how the search ends. */
function advance(search: LeastSquaresSearch): LeastSquaresStatus | null {
  const { cost } = search.here;
  const size = scaledLength(search, search.here.parameters);
  let longest = 0;
  // Most first steps are taken and need the derivatives; of those after a refusal they are asked for once one is.
  let jacobian = search.trial.jacobian;
  for (;;) {
    const predicted = setTrial(search);
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

function acceptTrial(search: LeastSquaresSearch, isWithoutJacobian: boolean): void {
  const { here, trial } = search;
  if (isWithoutJacobian) evaluate(search.problem, trial, trial.jacobian);
  search.here = trial;
  search.trial = here;
  linearise(search);
}
