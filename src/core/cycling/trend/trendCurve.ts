/** The curve of a ranked model, for drawing. */
import { FADE_MODELS, type FadeName } from '#core/cycling/trend/fadeModels.ts';
import { POLARISATION_MODELS, type PolarisationName } from '#core/cycling/trend/polarisationModels.ts';
import type { RankedModel } from '#core/cycling/trend/rankTrends.ts';
import type { TrendModel } from '#core/cycling/trend/trendModel.ts';

export interface TrendCurveRange {
  /** Numbers of cycles or half cycles. */
  readonly from: number;
  readonly to: number;
  readonly points?: number;
}

export interface TrendCurve {
  readonly count: Float64Array;
  /** Mean of the two directions, in the unit of the values. */
  readonly values: Float64Array;
}

export function fadeCurve(fit: RankedModel<FadeName>, range: TrendCurveRange): TrendCurve {
  return trendCurve(FADE_MODELS, fit, range);
}

export function polarisationCurve(fit: RankedModel<PolarisationName>, range: TrendCurveRange): TrendCurve {
  return trendCurve(POLARISATION_MODELS, fit, range);
}

function trendCurve<Name extends string>(
  models: readonly TrendModel<Name>[],
  { model: name, parameters, origin }: RankedModel<Name>,
  { from, to, points = 200 }: TrendCurveRange,
): TrendCurve {
  const model = models.find((one) => one.name === name);
  if (!model) throw new Error(`No model of the name ${name}`);
  const kind = model.parameters[model.terms.length];
  const shape = (parameters[model.terms.length]?.value ?? 0) - (kind?.isPosition ? origin : 0);
  const count = Float64Array.from({ length: points }, (_, k) => from + (k * (to - from)) / (points - 1));
  const values = count.map((at) =>
    model.terms.reduce(
      (sum, term, j) => sum + (parameters[j]?.value ?? NaN) * term.value(at - origin, shape),
      0,
    ),
  );
  return { count, values };
}
