/**
 * The slope of a course by Theil and Sen: the median of the slopes of all pairs of points (Sen, J. Am. Stat. Assoc. 63
 * (1968) 1379), with an interval by a block bootstrap, since neighbouring cycles resemble each other and an interval for
 * independent points would be too narrow.
 */
import { NORMAL_TWO_SIDED_95 } from '#core/numeric/normalQuantile.ts';
import { blockResample, blockLengthFor } from '#core/cycling/trend/blockBootstrap.ts';
import { residualCorrelation } from '#core/cycling/trend/residualCorrelation.ts';
import { tooFewPoints, type TooFewPoints } from '#core/cycling/trend/tooFewPoints.ts';
import { trendData, type TrendPoint } from '#core/cycling/trend/trendPoint.ts';
import { medianOf, quantileOf } from '#core/numeric/quantile.ts';
import { seededRandom } from '#core/numeric/seededRandom.ts';
import { studentQuantile } from '#core/numeric/studentQuantile.ts';

export interface TheilSenOptions {
  /** One fewer than a multiple of 40 puts both percentiles on a replicate. */
  readonly replicates?: number;
  readonly seed?: number;
  /** Longer series are first put together in so many groups of neighbours. */
  readonly mostGroups?: number;
}

export interface TheilSenSlope {
  readonly ok: true;
  /** Unit of the values per cycle (or half cycle). */
  readonly slope: number;
  readonly lower95: number;
  readonly upper95: number;
  /** Median of value − slope × number, at number 0. */
  readonly intercept: number;
  readonly points: number;
  readonly excluded: number;
  /** Equal to `points` unless neighbours were put together, each group by its mean. */
  readonly groups: number;
  /** Points (groups) that stay together in the bootstrap. */
  readonly blockLength: number;
  readonly replicates: number;
  readonly seed: number;
}

const REPLICATES = 399;
const SEED = 20261123;
const MOST_GROUPS = 120;
const TAIL = 0.025;
const LEVEL = 0.95;

/** At least 8 points that are not excluded. */
export function theilSen(
  points: readonly TrendPoint[],
  options: TheilSenOptions = {},
): TheilSenSlope | TooFewPoints {
  const { replicates = REPLICATES, seed = SEED, mostGroups = MOST_GROUPS } = options;
  const data = trendData(points);
  const refusal = tooFewPoints(data);
  if (refusal) return refusal;
  const { t, values } = grouped(data, mostGroups);
  const slope = medianSlope(t, values);
  const offset = medianOf(values.map((value, i) => value - slope * (t[i] ?? NaN)));
  const residuals = values.map((value, i) => value - offset - slope * (t[i] ?? NaN));
  const blockLength = blockLengthFor(residuals.length, residualCorrelation(residuals).lag1);
  const widening = wideningFor(t.length, blockLength);
  const random = seededRandom(seed);
  const slopes = Float64Array.from({ length: replicates }, () => {
    const drawn = blockResample(residuals, blockLength, random);
    return slope + widening * medianSlope(t, drawn);
  });
  return {
    ok: true,
    slope,
    lower95: quantileOf(slopes, TAIL),
    upper95: quantileOf(slopes, 1 - TAIL),
    intercept: offset - slope * data.origin,
    points: data.t.length,
    excluded: data.excluded,
    groups: t.length,
    blockLength,
    replicates,
    seed,
  };
}

/**
 * Few blocks scatter too little: a line takes two of them out of what they vary by, and their scatter is itself uncertain,
 * which Student's t for the blocks less two stands for.
 */
function wideningFor(points: number, blockLength: number): number {
  const lost = Math.sqrt(points / (points - 2 * blockLength));
  return (lost * studentQuantile(points / blockLength - 2, LEVEL)) / NORMAL_TWO_SIDED_95;
}

/** The median of (yⱼ − yᵢ)/(xⱼ − xᵢ) over all pairs at different x. */
export function medianSlope(x: Float64Array, y: Float64Array): number {
  const slopes = new Float64Array((x.length * (x.length - 1)) / 2);
  let count = 0;
  for (let i = 0; i < x.length; i += 1) {
    const [x0 = NaN, y0 = NaN] = [x[i], y[i]];
    for (let j = i + 1; j < x.length; j += 1) {
      const run = (x[j] ?? NaN) - x0;
      if (run !== 0) slopes[count++] = ((y[j] ?? NaN) - y0) / run;
    }
  }
  return medianOf(slopes.subarray(0, count));
}

function grouped({ t, values }: { readonly t: Float64Array; readonly values: Float64Array }, most: number) {
  if (t.length <= most) return { t, values };
  const start = (group: number) => Math.round((group * t.length) / most);
  const meansOf = (column: Float64Array) =>
    Float64Array.from({ length: most }, (_, group) => {
      const part = column.subarray(start(group), start(group + 1));
      return part.reduce((sum, value) => sum + value, 0) / part.length;
    });
  return { t: meansOf(t), values: meansOf(values) };
}
