/**
 * The 95 % interval of a combination of coefficients by the profile of the sum of squares (Bates and Watts, Nonlinear
 * Regression Analysis and Its Applications, Wiley 1988, ch. 6). With the shape held, S rises with the square of the
 * distance from the fitted value, so the profile's ends are the outermost of v ± √(var · (limit − S)) over all shapes.
 */
import { combinationOf } from '#core/cycling/trend/fitAtShape.ts';
import type { TrendFit } from '#core/cycling/trend/fitTrendModel.ts';

export interface Interval {
  /** Null = not bounded by the data. */
  readonly lower95: number | null;
  readonly upper95: number | null;
}

/** `weightsAt`: of the coefficients, for a shape. */
export function profileHull(
  { supported, limit, isOpen }: TrendFit,
  weightsAt: (shape: number) => readonly number[],
): Interval {
  let lower = { end: Infinity, shape: NaN };
  let upper = { end: -Infinity, shape: NaN };
  for (const fit of supported) {
    const { value, variance } = combinationOf(fit, weightsAt(fit.shape));
    const reach = Math.sqrt(variance * Math.max(0, limit - fit.sumOfSquares));
    if (value - reach < lower.end) lower = { end: value - reach, shape: fit.shape };
    if (value + reach > upper.end) upper = { end: value + reach, shape: fit.shape };
  }
  const isCutOff = (shape: number) =>
    (isOpen.below && shape === supported[0]?.shape) || (isOpen.above && shape === supported.at(-1)?.shape);
  return {
    lower95: isCutOff(lower.shape) ? null : lower.end,
    upper95: isCutOff(upper.shape) ? null : upper.end,
  };
}

/** The interval of the shape itself. */
export function shapeInterval({ supported, isOpen }: TrendFit): Interval {
  return {
    lower95: isOpen.below ? null : (supported[0]?.shape ?? null),
    upper95: isOpen.above ? null : (supported.at(-1)?.shape ?? null),
  };
}
