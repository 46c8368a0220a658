import { columnStatistics } from '#core/numeric/columnStatistics.ts';

/**
 * First index in [from, to) whose value is not below `wanted`, in a non-decreasing array; `to` when there is none.
 */
export function searchSorted(values: Float64Array, wanted: number, from = 0, to = values.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? NaN) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** First index in [from, to) whose value is above `limit`, in a non-decreasing array; `to` when there is none. */
export function searchAbove(values: Float64Array, limit: number, from = 0, to = values.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? NaN) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The same as searchSorted within [from, to), looked for outwards from a guess: for evenly sampled times this reads
 * a few neighbouring values where halving would wander through the whole array.
 */
export function searchNear(
  values: Float64Array,
  wanted: number,
  guess: number,
  range: readonly [number, number],
) {
  let [low, high] = range;
  let step = 8;
  if ((values[guess] ?? NaN) < wanted) {
    low = guess;
    while (low + step < high && (values[low + step] ?? NaN) < wanted) {
      low += step;
      step *= 2;
    }
    high = Math.min(high, low + step);
  } else {
    high = Math.min(high, guess);
    while (high - step > low && (values[high - step] ?? NaN) >= wanted) {
      high -= step;
      step *= 2;
    }
    low = Math.max(low, high - step);
  }
  return searchSorted(values, wanted, low, high);
}

/** True when the array never decreases and holds no NaN. */
export function isNonDecreasing(values: Float64Array): boolean {
  return columnStatistics()?.isRising(values) ?? plainIsNonDecreasing(values);
}

/** The same for a host without WebAssembly. */
export function plainIsNonDecreasing(values: Float64Array): boolean {
  for (let i = 1; i < values.length; i++) {
    if (!((values[i] ?? NaN) >= (values[i - 1] ?? NaN))) return false;
  }
  return values.length === 0 || !Number.isNaN(values[0]);
}
