/**
 * Writes the running median over five of the first `count` values, the window cut at both ends where the mean of the middle
 * two may be it.
 */
export function runningMedianOfFive(values: Float64Array, count: number, into: Float64Array): void {
  const last = count - 1;
  for (let i = 2; i <= last - 2; i += 1) into[i] = medianAround(values, i);
  for (const i of [0, 1, last - 1, last])
    if (i >= 0 && i <= last) into[i] = cutMedian(values.slice(Math.max(0, i - 2), Math.min(count, i + 3)));
}

/**
 * Of the two pairs the smaller of the lows and the larger of the highs cannot be the median; the median of the three that
 * are left is it. Compared by hand: Math.min and Math.max ask for NaN and the sign of 0 each time.
 */
function medianAround(values: Float64Array, i: number): number {
  const a = values[i - 2] ?? NaN;
  const b = values[i - 1] ?? NaN;
  const c = values[i] ?? NaN;
  const d = values[i + 1] ?? NaN;
  const rest = values[i + 2] ?? NaN;
  const low = larger(smaller(a, b), smaller(c, d));
  const high = smaller(larger(a, b), larger(c, d));
  return larger(smaller(low, high), smaller(larger(low, high), rest));
}

function smaller(a: number, b: number): number {
  return a < b ? a : b;
}

function larger(a: number, b: number): number {
  return a > b ? a : b;
}

function cutMedian(values: Float64Array): number {
  const sorted = values.sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}
