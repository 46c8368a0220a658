import { trendProblem, type TrendFit } from '#core/cycling/trend/fitTrendModel.ts';
import { fitCovariance } from '#core/numeric/fitCovariance.ts';

export interface TrendCovariance {
  /** Of the coefficients in the order of the fit, then the shape; row-major, zeros for what was held. */
  readonly matrix: Float64Array;
  readonly coordinates: number;
  /** Coordinates that were fitted: a stepwise shape and an absent one are not. */
  readonly moving: readonly number[];
  readonly isSingular: boolean;
}

/**
 * s²(JᵀJ)⁻¹ of a fitted course at its minimum, widened for neighbouring residuals that are alike. s² is the sum of squares over
 * the degrees of freedom.
 */
export function trendCovariance(fit: TrendFit): TrendCovariance {
  const { model, data, best, sumOfSquares, degreesOfFreedom, inflation } = fit;
  const { coefficients, shape } = best;
  const coordinates = coefficients.length + 1;
  const hasShape = model.shape !== null && !model.shape.isStepwise;
  const rows = data.t.length;
  const jacobian = new Float64Array(rows * coordinates);
  const parameters = Float64Array.of(...coefficients, shape);
  trendProblem(model, data).evaluate(parameters, new Float64Array(rows), jacobian);
  const moving = Array.from({ length: hasShape ? coordinates : coordinates - 1 }, (_, j) => j);
  const variance = (inflation * sumOfSquares) / degreesOfFreedom;
  return { ...fitCovariance(jacobian, { coordinates, moving, variance }), coordinates, moving };
}
