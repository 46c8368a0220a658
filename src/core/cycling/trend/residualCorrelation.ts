import { designOf } from '#core/cycling/trend/fitAtShape.ts';
import type { TrendFit } from '#core/cycling/trend/fitTrendModel.ts';

export interface ResidualCorrelation {
  /** Of each residual with the next one: Σ rᵢ rᵢ₊₁ / Σ rᵢ². */
  readonly lag1: number;
  /** More than independent points show once in forty times: then intervals are too narrow and models too many. */
  readonly isCorrelated: boolean;
}

export function residualsOf({ model, data, best }: TrendFit): Float64Array {
  const design = designOf(model, data, best.shape);
  const rows = data.t.length;
  return data.values.map((value, i) =>
    best.coefficients.reduce((rest, c, j) => rest - c * (design[j * rows + i] ?? NaN), value),
  );
}

export function residualCorrelation(residuals: Float64Array): ResidualCorrelation {
  let products = 0;
  let squares = 0;
  residuals.forEach((value, i) => {
    products += value * (residuals[i + 1] ?? 0);
    squares += value * value;
  });
  const lag1 = squares > 0 ? products / squares : 0;
  return { lag1, isCorrelated: lag1 > 1.96 / Math.sqrt(residuals.length) };
}
