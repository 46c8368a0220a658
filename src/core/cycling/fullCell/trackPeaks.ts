export interface PeaksOfCycle<P> {
  readonly cycle: number;
  readonly peaks: readonly P[];
}

export interface TrackPoint<P> {
  readonly cycle: number;
  readonly peak: P;
}

/**
 * Follows peaks from one cycle of the list to the next: the nearest pairs first, each peak once, none farther than `reach`.
 * A peak without a partner in the next cycle ends there, and a peak without one in the cycle before begins a new track;
 * a track is never resumed.
 */
export function trackPeaks<P>(
  cycles: readonly PeaksOfCycle<P>[],
  positionOf: (peak: P) => number,
  reach: number,
): readonly (readonly TrackPoint<P>[])[] {
  const tracks: TrackPoint<P>[][] = [];
  let open: TrackPoint<P>[][] = [];
  for (const { cycle, peaks } of cycles) {
    const ends = open.map((track) => track.at(-1)?.peak);
    const partners = nearestPairs(
      ends.map((peak) => (peak === undefined ? NaN : positionOf(peak))),
      peaks.map(positionOf),
      reach,
    );
    open = peaks.map((peak, k) => {
      const continued = open[partners[k] ?? -1];
      if (continued) {
        continued.push({ cycle, peak });
        return continued;
      }
      const begun = [{ cycle, peak }];
      tracks.push(begun);
      return begun;
    });
  }
  return tracks;
}

/** For every new position the index of its partner among the old ones, or null. */
function nearestPairs(
  before: readonly number[],
  now: readonly number[],
  reach: number,
): readonly (number | null)[] {
  const pairs = now
    .flatMap((position, k) => before.map((old, j) => ({ j, k, distance: Math.abs(position - old) })))
    .filter(({ distance }) => distance <= reach)
    .sort((a, b) => a.distance - b.distance);
  const partners = now.map((): number | null => null);
  const taken = new Set<number>();
  for (const { j, k } of pairs) {
    if (partners[k] !== null || taken.has(j)) continue;
    partners[k] = j;
    taken.add(j);
  }
  return partners;
}
