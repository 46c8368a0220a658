/**
 * Tells of rows asked in rising order whether they are in a rising list. Keeps its place, so that a question costs no
 * search; rows may be left out.
 */
export function sortedCursor(rising: readonly number[], from: number): (row: number) => boolean {
  let at = firstNotBelow(rising, from);
  let next = rising[at] ?? Infinity;
  return (row) => {
    while (next < row) next = rising[++at] ?? Infinity;
    return next === row;
  };
}

/** The place of the first number of a rising list that is not below one; its length when there is none. */
export function firstNotBelow(rising: readonly number[], wanted: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rising[middle] ?? NaN) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
