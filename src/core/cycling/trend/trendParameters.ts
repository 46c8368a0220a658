/** The parameters of a fitted course as they are reported. */
import type { TrendFit } from '#core/cycling/trend/fitTrendModel.ts';
import { profileHull, shapeInterval, type Interval } from '#core/cycling/trend/profileHull.ts';
import { trendCovariance } from '#core/cycling/trend/trendCovariance.ts';
import type { ParameterKind, TrendUnits } from '#core/cycling/trend/trendModel.ts';

export interface TrendParameter extends Interval {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  /** From the linear model at the minimum; null where it has none: a change point, or what the data do not determine. */
  readonly standardError: number | null;
}

const DIRECTION: ParameterKind = { name: 'directionDifference', unit: ({ value }) => value };

/** Coefficients in the order of the terms, the shape, then the difference between the directions where it was fitted. */
export function trendParameters(fit: TrendFit, units: TrendUnits): TrendParameter[] {
  const { model, data, best } = fit;
  const errors = standardErrors(fit);
  const described = (kind: ParameterKind, j: number, isShape: boolean): TrendParameter => {
    const interval = isShape
      ? shapeInterval(fit)
      : profileHull(fit, () => Array.from(best.coefficients, (_, i) => (i === j ? 1 : 0)));
    const shift = kind.isPosition ? data.origin : 0;
    return {
      name: kind.name,
      unit: kind.unit(units),
      value: shift + (isShape ? best.shape : (best.coefficients[j] ?? NaN)),
      standardError: errors[isShape ? best.coefficients.length : j] ?? null,
      lower95: interval.lower95 === null ? null : shift + interval.lower95,
      upper95: interval.upper95 === null ? null : shift + interval.upper95,
    };
  };
  const own = model.parameters.map((kind, j) => described(kind, j, j === model.terms.length));
  return data.side ? [...own, described(DIRECTION, model.terms.length, false)] : own;
}

/** Of the coefficients, then the shape. */
function standardErrors(fit: TrendFit): (number | null)[] {
  const { matrix, coordinates, moving, isSingular } = trendCovariance(fit);
  return Array.from({ length: coordinates }, (_, j) =>
    isSingular || !moving.includes(j) ? null : Math.sqrt(matrix[j * coordinates + j] ?? NaN),
  );
}
