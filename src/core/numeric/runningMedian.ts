import { columnStatistics } from '#core/numeric/columnStatistics.ts';
import { searchSorted } from '#core/numeric/searchSorted.ts';

/**
 * The median over an odd window centred on each value, the window cut at both ends. Keeps the window sorted and moves
 * one value in and one out, so that a long window costs little. Values must not be NaN.
 */
export function runningMedian(values: Float64Array, window: number): Float64Array {
  return columnStatistics()?.runningMedian(values, window) ?? plainRunningMedian(values, window);
}

/** The same for a host without WebAssembly. */
export function plainRunningMedian(values: Float64Array, window: number): Float64Array {
  const half = window >> 1;
  const sorted = new Float64Array(window + 1);
  const medians = new Float64Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length + half; i += 1) {
    const isIn = i < values.length;
    const isOut = i >= window;
    if (isIn && isOut) replace(sorted, count, values[i - window] ?? NaN, values[i] ?? NaN);
    else if (isIn) insert(sorted, count++, values[i] ?? NaN);
    else if (isOut) remove(sorted, count--, values[i - window] ?? NaN);
    if (i >= half) medians[i - half] = middleOf(sorted, count);
  }
  return medians;
}

/** Puts a value in its place among the first `count`, which are sorted. */
function insert(sorted: Float64Array, count: number, value: number): void {
  let at = count;
  for (; at > 0 && (sorted[at - 1] ?? NaN) > value; at -= 1) sorted[at] = sorted[at - 1] ?? NaN;
  sorted[at] = value;
}

/** Takes one value out and puts another in: only what lies between the two moves. */
function replace(sorted: Float64Array, count: number, old: number, value: number): void {
  let at = searchSorted(sorted, old, 0, count);
  for (; at + 1 < count && (sorted[at + 1] ?? NaN) < value; at += 1) sorted[at] = sorted[at + 1] ?? NaN;
  for (; at > 0 && (sorted[at - 1] ?? NaN) > value; at -= 1) sorted[at] = sorted[at - 1] ?? NaN;
  sorted[at] = value;
}

/** Takes one value of that size out of the first `count`. */
function remove(sorted: Float64Array, count: number, value: number): void {
  let at = 0;
  while (at < count && (sorted[at] ?? NaN) < value) at += 1;
  for (; at + 1 < count; at += 1) sorted[at] = sorted[at + 1] ?? NaN;
}

function middleOf(sorted: Float64Array, count: number): number {
  const upper = sorted[count >> 1] ?? NaN;
  return count % 2 === 1 ? upper : ((sorted[(count >> 1) - 1] ?? NaN) + upper) / 2;
}
