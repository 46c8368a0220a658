/** One cycle or half cycle of a series whose course is described. */
export interface TrendPoint {
  /** Number of the cycle or half cycle. */
  readonly count: number;
  readonly value: number;
  /** Why the point is left out, such as an interruption; null = it counts. */
  readonly excluded: string | null;
  /** Which way the current went; a constant difference between the two ways is then fitted with every model. */
  readonly direction?: 'positive' | 'negative';
}

/** Points that count, by ascending number. */
export interface TrendData {
  /** Number of the first point, from which `t` is counted. */
  readonly origin: number;
  readonly t: Float64Array;
  readonly values: Float64Array;
  /** +½ and −½ by direction; null where only one occurs. */
  readonly side: Float64Array | null;
  readonly excluded: number;
}

const FEWEST_A_SIDE = 3;

/** Leaves out, and counts, what is excluded with a reason or not finite. Nothing else is left out or weighted down. */
export function trendData(points: readonly TrendPoint[]): TrendData {
  const kept = points
    .filter(
      ({ count, value, excluded }) => excluded === null && Number.isFinite(count) && Number.isFinite(value),
    )
    .toSorted((a, b) => a.count - b.count);
  const origin = kept[0]?.count ?? NaN;
  return {
    origin,
    t: Float64Array.from(kept, ({ count }) => count - origin),
    values: Float64Array.from(kept, ({ value }) => value),
    side: sidesOf(kept),
    excluded: points.length - kept.length,
  };
}

function sidesOf(points: readonly TrendPoint[]): Float64Array | null {
  const directed = (way: string) => points.filter(({ direction }) => direction === way).length;
  const [positive, negative] = [directed('positive'), directed('negative')];
  if (Math.min(positive, negative) < FEWEST_A_SIDE || positive + negative < points.length) return null;
  return Float64Array.from(points, ({ direction }) => (direction === 'positive' ? 0.5 : -0.5));
}
