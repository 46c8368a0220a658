/**
 * The median over an odd window centred on each value, the window cut at both ends. Keeps the window sorted and moves
 * one value in and one out, so that a long window costs little. Values must not be NaN.
 */
export function runningMedian(values: Float64Array, window: number): Float64Array {
  const half = window >> 1;
  const sorted: number[] = [];
  const medians = new Float64Array(values.length);
  for (let i = 0; i < values.length + half; i += 1) {
    const entering = values[i];
    if (entering !== undefined) sorted.splice(insertionIndex(sorted, entering), 0, entering);
    const leaving = values[i - window];
    if (leaving !== undefined) sorted.splice(insertionIndex(sorted, leaving), 1);
    if (i >= half) medians[i - half] = middleOf(sorted);
  }
  return medians;
}

/** The first index whose value is not below the given one. */
function insertionIndex(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function middleOf(sorted: readonly number[]): number {
  const upper = sorted[sorted.length >> 1] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[(sorted.length >> 1) - 1] ?? NaN) + upper) / 2;
}
