import type { CyclingTrace } from '#core/cycling/cyclingTrace.ts';
import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import { searchAbove } from '#core/numeric/searchSorted.ts';

const WITHIN = 0.2;
const MIN_SAMPLES = 3;

/**
 * How far |E| stands above its plateau at the begin of a half cycle, V: the largest of the first fifth of its duration, less
 * `plateau_V`; 0 where it never does, null where the fifth has too few samples. Past the first sample a value counts
 * only when a neighbour reaches it too, so that a single spike is no peak. Between two electrodes of one metal this is
 * rarely nucleation, and is not called so.
 */
export function initialPeak_V(
  trace: CyclingTrace,
  halfCycle: HalfCycle,
  plateau_V: number,
  restThreshold_A: number,
): number | null {
  const { voltage_V, current_A } = trace;
  const endRow = endOfBegin(trace, halfCycle);
  let [count, before_V, most_V] = [0, 0, 0];
  for (let i = halfCycle.firstRow; i < endRow; i += 1) {
    const size_V = Math.abs(voltage_V[i] ?? NaN);
    if (!(size_V >= 0 && Math.abs(current_A[i] ?? NaN) >= restThreshold_A)) continue;
    // The first sample counts alone; of two neighbours what both reach.
    const reached_V = count === 0 || size_V < before_V ? size_V : before_V;
    if (reached_V > most_V) most_V = reached_V;
    before_V = size_V;
    count += 1;
  }
  return peakAbove_V(most_V, count, plateau_V);
}

/** The peak by the largest |E| of so many samples; null for too few. */
export function peakAbove_V(most_V: number, samples: number, plateau_V: number): number | null {
  return samples < MIN_SAMPLES ? null : Math.max(0, most_V - plateau_V);
}

/** The row after the first fifth of the duration, or of the first rate. */
function endOfBegin({ time_s, timeIsSorted }: CyclingTrace, halfCycle: HalfCycle): number {
  const end_s = halfCycle.startTime_s + WITHIN * halfCycle.duration_s;
  const endRow = halfCycle.segments[1]?.firstRow ?? halfCycle.endRow;
  let row = halfCycle.firstRow;
  if (timeIsSorted) return searchAbove(time_s, end_s, row, endRow);
  while (row < endRow && (time_s[row] ?? NaN) <= end_s) row += 1;
  return row;
}
