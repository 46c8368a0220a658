import type { CyclingTrace } from '#core/cycling/cyclingTrace.ts';
import type { HalfCycle } from '#core/cycling/halfCycles.ts';

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
  const sizes = firstSizes_V(trace, halfCycle, restThreshold_A);
  if (sizes.length < MIN_SAMPLES) return null;
  let most = sizes[0] ?? NaN;
  for (let i = 1; i < sizes.length; i += 1) {
    const neighbour = Math.max(sizes[i - 1] ?? 0, sizes[i + 1] ?? 0);
    most = Math.max(most, Math.min(sizes[i] ?? NaN, neighbour));
  }
  return Math.max(0, most - plateau_V);
}

function firstSizes_V(trace: CyclingTrace, halfCycle: HalfCycle, restThreshold_A: number): number[] {
  const end_s = halfCycle.startTime_s + WITHIN * halfCycle.duration_s;
  const endRow = halfCycle.segments[1]?.firstRow ?? halfCycle.endRow;
  const sizes: number[] = [];
  for (let i = halfCycle.firstRow; i < endRow && (trace.time_s[i] ?? NaN) <= end_s; i += 1) {
    const size = Math.abs(trace.voltage_V[i] ?? NaN);
    if (size >= 0 && Math.abs(trace.current_A[i] ?? NaN) >= restThreshold_A) sizes.push(size);
  }
  return sizes;
}
