/**
 * Background by statistics-sensitive clipping: peaks narrower than the window are cut off, whatever is broader stays,
 * an amorphous halo too. Ryan, Clayton, Griffin, Sie and Cousens, Nucl. Instrum. Methods B 34 (1988) 396.
 */

/** Of counts; `halfWindow` in points, about one and a half widths of the broadest peak that is to go. */
export function snipBackground(counts: Float64Array, halfWindow: number): Float64Array {
  let here: Float64Array = counts.map(compressed);
  for (let reach = Math.max(1, Math.round(halfWindow)); reach >= 1; reach -= 1) here = clipped(here, reach);
  return here.map(expanded);
}

/** Three logarithms and a root make high peaks low, so that few rounds are enough. */
function compressed(counts: number): number {
  return Math.log(Math.log(Math.sqrt(Math.max(0, counts) + 1) + 1) + 1);
}

function expanded(value: number): number {
  return (Math.exp(Math.exp(value) - 1) - 1) ** 2 - 1;
}

/** Each value or the mean of those `reach` away, whichever is less; ends that have no two neighbours stay. */
function clipped(values: Float64Array, reach: number): Float64Array {
  const result = values.slice();
  for (let i = reach; i < values.length - reach; i += 1) {
    const mean = ((values[i - reach] ?? NaN) + (values[i + reach] ?? NaN)) / 2;
    result[i] = Math.min(values[i] ?? NaN, mean);
  }
  return result;
}
