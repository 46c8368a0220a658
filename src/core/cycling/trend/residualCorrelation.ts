import { designOf, type FitAtShape } from '#core/cycling/trend/fitAtShape.ts';
import type { TrendModel } from '#core/cycling/trend/trendModel.ts';
import type { TrendData } from '#core/cycling/trend/trendPoint.ts';

export interface ResidualCorrelation {
  /** Of each residual with the next one: Σ rᵢ rᵢ₊₁ / Σ rᵢ². */
  readonly lag1: number;
  /** More than independent points show once in forty times. */
  readonly isCorrelated: boolean;
}

const LARGEST = 0.95;

export function residualsOf(
  model: TrendModel,
  data: TrendData,
  { coefficients, shape }: FitAtShape,
): Float64Array {
  const design = designOf(model, data, shape);
  const rows = data.t.length;
  return data.values.map((value, i) =>
    coefficients.reduce((rest, c, j) => rest - c * (design[j * rows + i] ?? NaN), value),
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

/**
 * How much larger the variance of what is fitted to so many points is than for independent ones: (1 + ρ)/(1 − ρ) for a
 * first-order process (Bartlett, J. R. Stat. Soc. 98 (1935) 536). A fit hides some of the correlation, about
 * p(1 + 3ρ)/n of it by p parameters. 1 unless the correlation shows.
 */
export function varianceInflation(
  { lag1, isCorrelated }: ResidualCorrelation,
  points: number,
  parameters: number,
): number {
  if (!isCorrelated) return 1;
  const rho = Math.min(LARGEST, lag1 + (parameters * (1 + 3 * lag1)) / points);
  return (1 + rho) / (1 - rho);
}
