import { columnStatistics } from '#core/numeric/columnStatistics.ts';
import { insertSorted, middleOfSorted, removeSorted, replaceSorted } from '#core/numeric/sortedWindow.ts';

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
    if (isIn && isOut) replaceSorted(sorted, count, values[i - window] ?? NaN, values[i] ?? NaN);
    else if (isIn) insertSorted(sorted, count++, values[i] ?? NaN);
    else if (isOut) removeSorted(sorted, count--, values[i - window] ?? NaN);
    if (i >= half) medians[i - half] = middleOfSorted(sorted, count);
  }
  return medians;
}
