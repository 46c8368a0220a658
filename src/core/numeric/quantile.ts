/** Quantiles of a column; the median is the one used most. */

/** A normal distribution's standard deviation in units of its median absolute deviation. */
export const SIGMA_PER_MAD = 1.4826;

/** At most this many values are looked at; longer columns are thinned evenly, which moves a quantile by less than 1 %. */
const SORTED_AT_MOST = 65_536;

/** The q quantile (0..1, nearest rank) of the finite values; NaN when there are none. */
export function quantileOf(values: Float64Array, q: number): number {
  const finite = finiteCopy(values, Math.max(1, values.length / SORTED_AT_MOST));
  return selected(finite, Math.min(finite.length - 1, Math.floor(q * finite.length)));
}

/** The median of the finite values (mean of the middle two); NaN when there are none. Never thinned. */
export function medianOf(values: Float64Array): number {
  const finite = finiteCopy(values, 1);
  const middle = finite.length >> 1;
  const upper = selected(finite, middle);
  if (finite.length % 2 === 1) return upper;
  let lower = -Infinity;
  // What stands before the selected value is not above it.
  for (let i = 0; i < middle; i += 1) lower = Math.max(lower, finite[i] ?? NaN);
  return (lower + upper) / 2;
}

/** The median of what each item has of a quantity; NaN when none has a finite one. */
export function medianBy<T>(items: readonly T[], valueOf: (item: T) => number): number {
  return medianOf(Float64Array.from(items, valueOf));
}

function finiteCopy(values: Float64Array, stride: number): Float64Array {
  const copy = new Float64Array(Math.min(values.length, Math.ceil(values.length / stride)));
  let count = 0;
  for (let i = 0; i < copy.length; i += 1) {
    const value = values[Math.floor(i * stride)] ?? NaN;
    if (Number.isFinite(value)) copy[count++] = value;
  }
  return copy.subarray(0, count);
}

/** The value of that rank (from 0) by Hoare's selection, which orders `values` around it; NaN when there is none. */
function selected(values: Float64Array, rank: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const { before, after } = partition(values, low, high);
    if (rank <= before) high = before;
    else if (rank >= after) low = after;
    else break;
  }
  return values[rank] ?? NaN;
}

/** Puts values[low..before] below values[after..high], with the pivot's equals on either side or between. */
function partition(values: Float64Array, low: number, high: number): { before: number; after: number } {
  const pivot = values[(low + high) >> 1] ?? NaN;
  let after = low;
  let before = high;
  while (after <= before) {
    while ((values[after] ?? NaN) < pivot) after += 1;
    while ((values[before] ?? NaN) > pivot) before -= 1;
    if (after > before) break;
    const moved = values[after] ?? NaN;
    values[after++] = values[before] ?? NaN;
    values[before--] = moved;
  }
  return { before, after };
}
