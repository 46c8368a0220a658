/** Several models of one course, ranked by the corrected Akaike criterion. */
import { fitTrendModel, type TrendFit } from '#core/cycling/trend/fitTrendModel.ts';
import { criterionCount, type TrendModel, type TrendUnits } from '#core/cycling/trend/trendModel.ts';
import { trendParameters, type TrendParameter } from '#core/cycling/trend/trendParameters.ts';
import type { TrendData } from '#core/cycling/trend/trendPoint.ts';
import { informationCriteria } from '#core/numeric/informationCriteria.ts';

/**
 * Models within so much of the best are not told apart by the data (Burnham and Anderson, Model Selection and
 * Multimodel Inference, 2002, section 2.6: "substantial support"); among them the one with the fewest parameters is
 * chosen, of equals the one listed first.
 */
export const SUPPORTED_AICC = 2;

export interface RankedModel<Name extends string> {
  readonly model: Name;
  readonly aicc: number;
  /** Above the lowest. */
  readonly deltaAicc: number;
  readonly sumOfSquares: number;
  /** Standard deviation of the points about the model, in the values' unit. */
  readonly scatter: number;
  readonly degreesOfFreedom: number;
  /** Number of the point from which the model counts. */
  readonly origin: number;
  readonly parameters: readonly TrendParameter[];
}

export interface RankedTrends<Name extends string> {
  /** Ascending AICc. */
  readonly models: readonly RankedModel<Name>[];
  readonly chosen: RankedModel<Name>;
  /** Other models that the data do not tell from the best. */
  readonly rivals: readonly Name[];
  /** Models that would need more points or whose fit is not what they are named after. */
  readonly notFitted: readonly Name[];
  /** In the order of `models`. */
  readonly fits: readonly TrendFit<Name>[];
}

/** Null where no model can be fitted. */
export function rankTrends<Name extends string>(
  candidates: readonly TrendModel<Name>[],
  data: TrendData,
  units: TrendUnits,
): RankedTrends<Name> | null {
  const rated = candidates.flatMap((model) => {
    const fit = fitTrendModel(model, data);
    const aicc = fit ? aiccOf(fit) : Infinity;
    return fit && Number.isFinite(aicc) ? [{ fit, aicc }] : [];
  });
  rated.sort((a, b) => a.aicc - b.aicc);
  const least = rated[0]?.aicc ?? NaN;
  const models = rated.map(({ fit, aicc }) => ({
    model: fit.model.name,
    aicc,
    deltaAicc: aicc - least,
    sumOfSquares: fit.sumOfSquares,
    scatter: Math.sqrt(fit.sumOfSquares / fit.degreesOfFreedom),
    degreesOfFreedom: fit.degreesOfFreedom,
    origin: data.origin,
    parameters: trendParameters(fit, units),
  }));
  const supported = rated.filter(({ aicc }) => aicc - least <= SUPPORTED_AICC).map(({ fit }) => fit.model);
  const [simplest] = candidates
    .filter((model) => supported.includes(model))
    .toSorted((a, b) => criterionCount(a) - criterionCount(b));
  const chosen = models.find(({ model }) => model === simplest?.name);
  if (!chosen) return null;
  const fitted = models.map(({ model }) => model);
  return {
    models,
    chosen,
    rivals: supported.map(({ name }) => name).filter((name) => name !== chosen.model),
    notFitted: candidates.map(({ name }) => name).filter((name) => !fitted.includes(name)),
    fits: rated.map(({ fit }) => fit),
  };
}

function aiccOf({ model, data, sumOfSquares }: TrendFit): number {
  const counted = criterionCount(model) + (data.side ? 1 : 0);
  return informationCriteria(sumOfSquares, data.t.length, counted).aicc;
}
