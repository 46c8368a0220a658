/** The values of a window that moves along a column, kept in order: one comes in, one goes out, the median stays at hand. */
import { searchSorted } from '#core/numeric/searchSorted.ts';

/** Puts a value in its place among the first `count`, which are sorted. */
export function insertSorted(sorted: Float64Array, count: number, value: number): void {
  let at = count;
  for (; at > 0 && (sorted[at - 1] ?? NaN) > value; at -= 1) sorted[at] = sorted[at - 1] ?? NaN;
  sorted[at] = value;
}

/** Takes one value out and puts another in: only what lies between the two moves. */
export function replaceSorted(sorted: Float64Array, count: number, old: number, value: number): void {
  let at = searchSorted(sorted, old, 0, count);
  for (; at + 1 < count && (sorted[at + 1] ?? NaN) < value; at += 1) sorted[at] = sorted[at + 1] ?? NaN;
  for (; at > 0 && (sorted[at - 1] ?? NaN) > value; at -= 1) sorted[at] = sorted[at - 1] ?? NaN;
  sorted[at] = value;
}

/** Takes one value of that size out of the first `count`. */
export function removeSorted(sorted: Float64Array, count: number, value: number): void {
  let at = 0;
  while (at < count && (sorted[at] ?? NaN) < value) at += 1;
  for (; at + 1 < count; at += 1) sorted[at] = sorted[at + 1] ?? NaN;
}

/** The median of the first `count`, which are sorted; NaN without any. */
export function middleOfSorted(sorted: Float64Array, count: number): number {
  if (count === 0) return NaN;
  const upper = sorted[count >> 1] ?? NaN;
  return count % 2 === 1 ? upper : ((sorted[(count >> 1) - 1] ?? NaN) + upper) / 2;
}
