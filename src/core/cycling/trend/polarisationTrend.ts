/** How a polarisation changes over half cycles, or over the segments of one, by models ranked by AICc. */
import type { Counted } from '#core/cycling/trend/counted.ts';
import { POLARISATION_MODELS, type PolarisationName } from '#core/cycling/trend/polarisationModels.ts';
import { rankTrends, type RankedModel } from '#core/cycling/trend/rankTrends.ts';
import type { ResidualCorrelation } from '#core/cycling/trend/residualCorrelation.ts';
import { tooFewPoints, type TooFewPoints } from '#core/cycling/trend/tooFewPoints.ts';
import { trendBand, type TrendBand } from '#core/cycling/trend/trendBand.ts';
import { trendData, type TrendPoint } from '#core/cycling/trend/trendPoint.ts';
import { trendWords } from '#core/text/trendWords.ts';

export interface PolarisationCourse {
  readonly ok: true;
  readonly points: number;
  readonly excluded: number;
  /** Numbers of the first and the last that is not excluded. */
  readonly first: number;
  readonly last: number;
  readonly chosen: RankedModel<PolarisationName>;
  /** Ascending AICc. */
  readonly models: readonly RankedModel<PolarisationName>[];
  readonly rivals: readonly PolarisationName[];
  readonly notFitted: readonly PolarisationName[];
  readonly correlation: ResidualCorrelation;
  /** Where the chosen course may lie; null where the data do not determine it. */
  readonly band: TrendBand | null;
  /** Sentences. */
  readonly verdict: readonly string[];
}

export interface PolarisationTrend extends Omit<PolarisationCourse, 'first' | 'last'> {
  readonly firstHalfCycle: number;
  readonly lastHalfCycle: number;
}

/** Polarisations in mV by half cycle; at least 8 that are not excluded. */
export function polarisationTrend(points: readonly TrendPoint[]): PolarisationTrend | TooFewPoints {
  const course = polarisationCourse(points, 'half cycle');
  if (!course.ok) return course;
  const { first, last, ...rest } = course;
  return { ...rest, firstHalfCycle: first, lastHalfCycle: last };
}

/** Polarisations in mV by what is counted; at least 8 that are not excluded. */
export function polarisationCourse(
  points: readonly TrendPoint[],
  counted: Counted,
): PolarisationCourse | TooFewPoints {
  const data = trendData(points);
  const refusal = tooFewPoints(data);
  const units = { value: 'mV', count: counted };
  const ranked = refusal ? null : rankTrends(POLARISATION_MODELS, data, units);
  if (!ranked) return refusal ?? tooFewPoints(data, Infinity);
  const { models, chosen, rivals, notFitted, fits } = ranked;
  const fit = fits.find(({ model }) => model.name === chosen.model);
  const facts = {
    points: data.t.length,
    excluded: data.excluded,
    first: data.origin,
    last: data.origin + (data.t.at(-1) ?? NaN),
    chosen,
    rivals,
    correlation: fit?.correlation ?? { lag1: 0, isCorrelated: false },
  };
  const band = fit ? trendBand(fit) : null;
  return { ok: true, ...facts, models, notFitted, band, verdict: trendWords.polarisation(facts, counted) };
}
