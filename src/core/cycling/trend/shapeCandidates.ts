/** The values of a shape at which a search looks first. */

const MOST_GAPS = 120;

/** `count` values from `from` to `to`, each the same factor above the one before. */
export function geometricSeries(from: number, to: number, count: number): number[] {
  const factor = (to / from) ** (1 / (count - 1));
  return Array.from({ length: count }, (_, k) => (k === count - 1 ? to : from * factor ** k));
}

/** The time over which points lie, and their usual distance. */
export function extentOf(t: Float64Array): { readonly span: number; readonly spacing: number } {
  const span = t.at(-1) ?? NaN;
  return { span, spacing: span / Math.max(1, t.length - 1) };
}

/** Middles of the gaps between points that leave at least so many points on either side; every one, or evenly fewer. */
export function gapMiddles(t: Float64Array, fewest: number): number[] {
  const count = t.length - 2 * fewest + 1;
  const stride = Math.max(1, Math.ceil(count / MOST_GAPS));
  const middles: number[] = [];
  for (let k = fewest; k < fewest + count; k += stride) {
    const [before = NaN, after = NaN] = t.subarray(k - 1, k + 1);
    if (after > before) middles.push((before + after) / 2);
  }
  return middles;
}
