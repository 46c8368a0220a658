/** Quantiles of a column; the median is the one used most. */

/** At most this many values are sorted; longer columns are thinned evenly, which moves a quantile by less than 1 %. */
const SORTED_AT_MOST = 65_536;

/** The q quantile (0..1, nearest rank) of the finite values; NaN when there are none. */
export function quantileOf(values: Float64Array, q: number): number {
  const sorted = thinned(values).filter(Number.isFinite).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
}

/** The median of the finite values (mean of the middle two); NaN when there are none. Never thinned. */
export function medianOf(values: Float64Array): number {
  const sorted = values.filter(Number.isFinite).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

function thinned(values: Float64Array): Float64Array {
  if (values.length <= SORTED_AT_MOST) return values;
  const stride = values.length / SORTED_AT_MOST;
  return Float64Array.from({ length: SORTED_AT_MOST }, (_, i) => values[Math.floor(i * stride)] ?? NaN);
}
