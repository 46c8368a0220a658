/**
 * The shape of a half cycle's voltage from three points: |E| at its first 2 %, the lowest |E| between 10 and 60 %, and
 * |E| at its last 2 %. Flat: first and last differ by less than 5 % of the lowest. Arching: the end lies more than
 * 20 % above the lowest and the start does not lie above it by 5 %. Peaking: both ends lie 5 % above the lowest (Wood
 * et al. 2016; thresholds of this program, margins added because a minimum always lies below its neighbours). A step
 * inside (innerStep.ts) goes before all of them.
 */
import type { CyclingTrace } from '#core/cycling/cyclingTrace.ts';
import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import { medianOf } from '#core/numeric/quantile.ts';

export type PlateauShape = 'flat' | 'peaking' | 'arching' | 'sloping' | 'step';

const FLAT = 0.05;
const ABOVE = 0.05;
const ARCH = 0.2;

/** The shape, or null when a part of the half cycle has no row. */
export function plateauShape(trace: CyclingTrace, halfCycle: HalfCycle): PlateauShape | null {
  const initial = medianOf(sizesWithin(trace, halfCycle, 0, 0.02));
  const middle = smallestOf(sizesWithin(trace, halfCycle, 0.1, 0.6));
  const end = medianOf(sizesWithin(trace, halfCycle, 0.98, 1));
  if (!Number.isFinite(initial + middle + end) || middle === 0) return null;
  if (Math.abs(initial - end) / middle < FLAT) return initial > middle * (1 + ABOVE) ? 'peaking' : 'flat';
  const startsAbove = initial > middle * (1 + ABOVE);
  if (startsAbove && end > middle * (1 + ABOVE)) return 'peaking';
  return !startsAbove && (end - middle) / middle > ARCH ? 'arching' : 'sloping';
}

function sizesWithin(trace: CyclingTrace, halfCycle: HalfCycle, from: number, to: number): Float64Array {
  const from_s = halfCycle.startTime_s + from * halfCycle.duration_s;
  const to_s = halfCycle.startTime_s + to * halfCycle.duration_s;
  const { time_s, voltage_V } = trace;
  const sizes = new Float64Array(halfCycle.endRow - halfCycle.firstRow);
  let count = 0;
  for (let i = halfCycle.firstRow; i < halfCycle.endRow; i += 1) {
    const now_s = time_s[i] ?? NaN;
    if (now_s >= from_s && now_s <= to_s) sizes[count++] = Math.abs(voltage_V[i] ?? NaN);
  }
  return sizes.subarray(0, count);
}

function smallestOf(sizes: Float64Array): number {
  let least = Infinity;
  for (const size of sizes) least = Math.min(least, size);
  return least;
}
