/** How a capacity fades over the cycles, by models ranked by AICc, and when it reaches the end of its life. */
import { endOfLife, type EndOfLife, type EndOfLifeOptions } from '#core/cycling/trend/endOfLife.ts';
import { FADE_MODELS, type FadeName } from '#core/cycling/trend/fadeModels.ts';
import { rankTrends, type RankedModel } from '#core/cycling/trend/rankTrends.ts';
import type { ResidualCorrelation } from '#core/cycling/trend/residualCorrelation.ts';
import { tooFewPoints, type TooFewPoints } from '#core/cycling/trend/tooFewPoints.ts';
import { trendData, type TrendPoint } from '#core/cycling/trend/trendPoint.ts';
import { trendWords } from '#core/text/trendWords.ts';

/** Models within so much of the lowest AICc take part in the end of life: an extrapolation hangs on the model. */
const LIFE_AICC = 4;

export interface FadeOptions extends EndOfLifeOptions {
  /** Of the capacities, such as mAh or mAh/g. */
  readonly unit: string;
}

export interface FadeTrend {
  readonly ok: true;
  readonly points: number;
  readonly excluded: number;
  readonly chosen: RankedModel<FadeName>;
  /** Ascending AICc. */
  readonly models: readonly RankedModel<FadeName>[];
  readonly rivals: readonly FadeName[];
  readonly notFitted: readonly FadeName[];
  readonly endOfLife: EndOfLife;
  readonly correlation: ResidualCorrelation;
  /** Sentences. */
  readonly verdict: readonly string[];
}

/** Capacities by cycle; at least 8 that are not excluded. */
export function fadeTrend(points: readonly TrendPoint[], options: FadeOptions): FadeTrend | TooFewPoints {
  const data = trendData(points.map(({ count, value, excluded }) => ({ count, value, excluded })));
  const refusal = tooFewPoints(data);
  const ranked = refusal ? null : rankTrends(FADE_MODELS, data, { value: options.unit, count: 'cycle' });
  if (!ranked) return refusal ?? tooFewPoints(data, Infinity);
  const { models, chosen, rivals, notFitted, fits } = ranked;
  const byName = (name: FadeName) => fits.filter(({ model }) => model.name === name);
  const [fit] = byName(chosen.model);
  const likely = models.filter(({ model, deltaAicc }) => model !== chosen.model && deltaAicc <= LIFE_AICC);
  const life = endOfLife(
    [chosen, ...likely].flatMap(({ model }) => byName(model)),
    options,
  );
  const correlation = fit?.correlation ?? { lag1: 0, isCorrelated: false };
  const facts = { chosen, rivals, correlation, endOfLife: life, unit: options.unit };
  return {
    ok: true,
    points: data.t.length,
    excluded: data.excluded,
    chosen,
    models,
    rivals,
    notFitted,
    endOfLife: life,
    correlation,
    verdict: trendWords.fade({ ...facts, points: data.t.length, excluded: data.excluded }),
  };
}
