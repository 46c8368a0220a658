import type { HalfCycle } from '#core/cycling/halfCycles.ts';

/** Rows [first, end). */
export type Rows = readonly [first: number, end: number];

/** The rows of a half cycle with current, cut wherever a rest, a break or a rate step comes between; the last two begin a segment. */
export function flowingRows(
  current_A: Float64Array,
  { firstRow, endRow, samples, segments }: HalfCycle,
  restThreshold_A: number,
): Rows[] {
  const ends = segments.map((_, k) => segments[k + 1]?.firstRow ?? endRow);
  // Without a rest inside there is nothing to look for.
  if (samples === endRow - firstRow)
    return segments.map((segment, k) => [segment.firstRow, ends[k] ?? endRow]);
  const pieces: Rows[] = [];
  for (const [k, segment] of segments.entries()) {
    let first = -1;
    const end = ends[k] ?? endRow;
    for (let i = segment.firstRow; i < end; i += 1) {
      const flows = Math.abs(current_A[i] ?? NaN) >= restThreshold_A;
      if (first < 0 && flows) first = i;
      if (first < 0 || flows) continue;
      pieces.push([first, i]);
      first = -1;
    }
    if (first >= 0) pieces.push([first, end]);
  }
  return pieces;
}
