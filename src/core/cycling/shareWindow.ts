import type { CyclingTrace } from '#core/cycling/cyclingTrace.ts';
import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import { searchAbove, searchSorted } from '#core/numeric/searchSorted.ts';

/** Rows of one half cycle, both times in the window. */
export interface RowWindow {
  readonly firstRow: number;
  readonly endRow: number;
  readonly from_s: number;
  readonly to_s: number;
}

/**
 * Where to look for the rows between two shares of a half cycle's duration: exactly those rows where time never falls, the
 * whole half cycle otherwise, so that each row's time is still to be asked.
 */
export function shareWindow(
  { time_s, timeIsSorted }: CyclingTrace,
  { firstRow, endRow, startTime_s, duration_s }: HalfCycle,
  from: number,
  to: number,
): RowWindow {
  const from_s = startTime_s + from * duration_s;
  const to_s = startTime_s + to * duration_s;
  if (!timeIsSorted) return { firstRow, endRow, from_s, to_s };
  return {
    firstRow: searchSorted(time_s, from_s, firstRow, endRow),
    endRow: searchAbove(time_s, to_s, firstRow, endRow),
    from_s,
    to_s,
  };
}
