/** Quantiles of a column; the median is the one used most. */
import { columnStatistics } from '#core/numeric/columnStatistics.ts';

/** A normal distribution's standard deviation in units of its median absolute deviation. */
export const SIGMA_PER_MAD = 1.4826;

/** At most this many values are looked at; longer columns are thinned evenly, which moves a quantile by less than 1 %. */
const SORTED_AT_MOST = 65_536;

/** So many values are worth their way into WebAssembly. */
const LONG = 32;

/** The q quantile (0..1, nearest rank) of the finite values; NaN when there are none. */
export function quantileOf(values: Float64Array, q: number): number {
  const finite = finiteCopy(values, Math.max(1, values.length / SORTED_AT_MOST));
  const rank = Math.min(finite.length - 1, Math.floor(q * finite.length));
  const statistics = finite.length < LONG ? null : columnStatistics();
  return statistics
    ? statistics.valueOfRank(finite, rank, finite.length)
    : selected(finite, rank, finite.length);
}

/** The median of the finite values (mean of the middle two); NaN when there are none. Never thinned. */
export function medianOf(values: Float64Array): number {
  return medianWithin(values, 0, values.length);
}

/** The median of the finite values from one index to before another. */
export function medianWithin(values: Float64Array, from: number, to: number): number {
  const statistics = to - from < LONG ? null : columnStatistics();
  if (statistics) return statistics.median(values, from, to, false);
  const copy = scratchOf(to - from);
  let count = 0;
  for (let i = from; i < to; i += 1) {
    const value = values[i] ?? NaN;
    if (Number.isFinite(value)) copy[count++] = value;
  }
  return medianOfFirst(copy, count);
}

/** The median of the sizes |x| of the finite values from one index to before another. */
export function medianSizeWithin(values: Float64Array, from: number, to: number): number {
  const statistics = to - from < LONG ? null : columnStatistics();
  if (statistics) return statistics.median(values, from, to, true);
  const copy = scratchOf(to - from);
  let count = 0;
  for (let i = from; i < to; i += 1) {
    const size = Math.abs(values[i] ?? NaN);
    if (size < Infinity) copy[count++] = size;
  }
  return medianOfFirst(copy, count);
}

/** The median of what each item has of a quantity; NaN when none has a finite one. */
export function medianBy<T>(items: readonly T[], valueOf: (item: T) => number): number {
  // Asked for before the scratch is written: what is asked may need a median itself.
  const values = items.map(valueOf);
  const copy = scratchOf(values.length);
  let count = 0;
  for (const value of values) if (Number.isFinite(value)) copy[count++] = value;
  const statistics = count < LONG ? null : columnStatistics();
  return statistics ? statistics.median(copy, 0, count, false) : medianOfFirst(copy, count);
}

/**
 * Where values are ordered: thousands of half cycles have a dozen medians each, and an array for every one would cost
 * more than the medians do. Nothing is read from it that the same call has not written.
 */
let scratch = new Float64Array(4096);

function scratchOf(length: number): Float64Array {
  if (scratch.length < length) scratch = new Float64Array(2 * length);
  return scratch;
}

/** The median of the first `count` values, whose order it changes. */
function medianOfFirst(values: Float64Array, count: number): number {
  const middle = count >> 1;
  const upper = selected(values, middle, count);
  if (count % 2 === 1) return upper;
  let lower = -Infinity;
  // What stands before the selected value is not above it.
  for (let i = 0; i < middle; i += 1) {
    const value = values[i] ?? NaN;
    if (value > lower) lower = value;
  }
  return (lower + upper) / 2;
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

/** The value of that rank (from 0) of the first `count` by Hoare's selection, which orders them around it; NaN without any. */
function selected(values: Float64Array, rank: number, count: number): number {
  if (count === 0) return NaN;
  let low = 0;
  let high = count - 1;
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
