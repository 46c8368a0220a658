/** What a nonlinear least-squares search is given, and what it gives back. */

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
