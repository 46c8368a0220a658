/**
 * Background by statistics-sensitive clipping: peaks narrower than the window are cut off. Ryan, Clayton, Griffin, Sie
 * and Cousens, Nucl. Instrum. Methods B 34 (1988) 396.
 */

export interface SnipOptions {
  /**
   * What a value is held against: the mean of two neighbours, which wears broad maxima down as well, or a cubic through
   * four of them, which follows an amorphous halo. Morháč and Matoušek, Appl. Spectrosc. 62 (2008) 91.
   */
  readonly order?: 2 | 4;
}

/** Of counts; `halfWindow` in points, about one and a half widths of the broadest peak that is to go. */
export function snipBackground(
  counts: Float64Array,
  halfWindow: number,
  { order = 2 }: SnipOptions = {},
): Float64Array {
  const clip = order === 2 ? clipped : clippedByCubic;
  let here: Float64Array = counts.map(compressed);
  for (let reach = Math.max(1, Math.round(halfWindow)); reach >= 1; reach -= 1) here = clip(here, reach);
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

/** As `clipped`, with the cubic through the values `reach` and half of it away where that is above their mean. */
function clippedByCubic(values: Float64Array, reach: number): Float64Array {
  const result = values.slice();
  const half = Math.round(reach / 2);
  const near = half > 0 && half < reach ? nearWeight(reach, half) : 0.5;
  for (let i = reach; i < values.length - reach; i += 1) {
    const far = ((values[i - reach] ?? NaN) + (values[i + reach] ?? NaN)) / 2;
    const close = ((values[i - half] ?? NaN) + (values[i + half] ?? NaN)) / 2;
    const cubic = 2 * near * close + (1 - 2 * near) * far;
    result[i] = Math.min(values[i] ?? NaN, Math.max(far, cubic));
  }
  return result;
}

/** Lagrange's weight of a neighbour `half` away at the middle; 2/3 at exactly half of the reach. */
function nearWeight(reach: number, half: number): number {
  return reach ** 2 / (2 * (reach ** 2 - half ** 2));
}
