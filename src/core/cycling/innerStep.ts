/**
 * A step of |E| inside a half cycle of one current: two levels, each steady, with a sharp change between. In an amalgam it
 * is where a phase boundary was crossed; its charge is to be compared with the layer model. A short falls in the same way,
 * which the events tell.
 */
import type { CyclingTrace } from '#core/cycling/cyclingTrace.ts';
import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import { medianWithin } from '#core/numeric/quantile.ts';

const BINS = 50;
/** Bins on either side that must be steady. */
const REACH = 5;
/** Height over the lower of the two levels. */
const LEAST_JUMP = 0.2;
/** Range within a level over the height. */
const STEADY = 0.25;
/** No step leaves its two neighbours closer than this share of the lower: with the numbers above at most 0.095. */
const CLOSE = 0.09;

export interface InnerStep {
  /** Of the half cycle's duration at which it lies, known to a fiftieth; of the charge too, the current being one. */
  readonly share: number;
  /** Of |E|: positive where it rises. */
  readonly jump_V: number;
}

/** The largest step, or null where there is none or the samples are too few (each fiftieth needs one) to tell. */
export function innerStep(
  trace: CyclingTrace,
  halfCycle: HalfCycle,
  restThreshold_A: number,
): InnerStep | null {
  if (halfCycle.segments.length > 1 || halfCycle.samples < BINS) return null;
  const levels_V = binned_V(trace, halfCycle, restThreshold_A);
  if (hasNone(levels_V) || isLevel(levels_V)) return null;
  let largest: InnerStep | null = null;
  for (let bin = REACH; bin + REACH < BINS; bin += 1) {
    const jump_V = jumpAt_V(levels_V, bin);
    if (Math.abs(jump_V) > Math.abs(largest?.jump_V ?? 0)) largest = { share: (bin + 0.5) / BINS, jump_V };
  }
  return largest;
}

/** No step of any height that counts: most half cycles end here. */
function isLevel(levels_V: Float64Array): boolean {
  let least = Infinity;
  let most = -Infinity;
  for (let bin = 0; bin < BINS; bin += 1) {
    const level_V = levels_V[bin] ?? NaN;
    if (level_V < least) least = level_V;
    if (level_V > most) most = level_V;
  }
  return most - least <= LEAST_JUMP * least;
}

/** 0 unless both sides of the bin are steady and far apart. The bin itself is left out: the step lies in it. */
function jumpAt_V(levels_V: Float64Array, bin: number): number {
  const last_V = levels_V[bin - 1] ?? NaN;
  const next_V = levels_V[bin + 1] ?? NaN;
  if (Math.abs(next_V - last_V) <= CLOSE * Math.min(last_V, next_V)) return 0;
  const from_V = medianWithin(levels_V, bin - REACH, bin);
  const to_V = medianWithin(levels_V, bin + 1, bin + 1 + REACH);
  const jump_V = to_V - from_V;
  const isHigh = Math.abs(jump_V) > LEAST_JUMP * Math.min(from_V, to_V);
  if (!isHigh) return 0;
  const before = levels_V.subarray(bin - REACH, bin);
  const after = levels_V.subarray(bin + 1, bin + 1 + REACH);
  const isSteady = Math.max(rangeOf(before), rangeOf(after)) <= STEADY * Math.abs(jump_V);
  return isSteady ? jump_V : 0;
}

function rangeOf(values: Float64Array): number {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return most - least;
}

/** Mean |E| of each fiftieth of the duration. */
function binned_V(trace: CyclingTrace, halfCycle: HalfCycle, restThreshold_A: number): Float64Array {
  const hasNoRest = halfCycle.samples === halfCycle.endRow - halfCycle.firstRow;
  const levels_V = trace.timeIsSorted && hasNoRest ? binnedInOrder_V(trace, halfCycle) : null;
  // A missing voltage makes a mean that is none.
  return levels_V && !hasNone(levels_V) ? levels_V : binnedOneByOne_V(trace, halfCycle, restThreshold_A);
}

/** Whether a level is none: a sum with it is none either. */
function hasNone(levels_V: Float64Array): boolean {
  let sum = 0;
  for (let bin = 0; bin < BINS; bin += 1) sum += levels_V[bin] ?? NaN;
  return Number.isNaN(sum);
}

/** Where time never falls and current always flows, a fiftieth is a run of rows. */
function binnedInOrder_V({ time_s, voltage_V }: CyclingTrace, halfCycle: HalfCycle): Float64Array {
  const { startTime_s, duration_s, firstRow, endRow } = halfCycle;
  const binsPerSecond = BINS / duration_s;
  const levels_V = new Float64Array(BINS);
  let row = firstRow;
  for (let bin = 0; bin < BINS; bin += 1) {
    const from = row;
    const end = bin + 1 < BINS ? bin + 1 : Infinity;
    let sum = 0;
    for (; row < endRow && ((time_s[row] ?? NaN) - startTime_s) * binsPerSecond < end; row += 1)
      sum += Math.abs(voltage_V[row] ?? NaN);
    levels_V[bin] = sum / (row - from);
  }
  return levels_V;
}

function binnedOneByOne_V(
  { time_s, voltage_V, current_A }: CyclingTrace,
  { startTime_s, duration_s, firstRow, endRow }: HalfCycle,
  restThreshold_A: number,
): Float64Array {
  const binsPerSecond = BINS / duration_s;
  const [sums, counts] = [new Float64Array(BINS), new Float64Array(BINS)];
  for (let i = firstRow; i < endRow; i += 1) {
    const size = Math.abs(voltage_V[i] ?? NaN);
    if (!(size >= 0) || !(Math.abs(current_A[i] ?? NaN) >= restThreshold_A)) continue;
    const bin = binOf(((time_s[i] ?? NaN) - startTime_s) * binsPerSecond);
    sums[bin] = (sums[bin] ?? 0) + size;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  for (let bin = 0; bin < BINS; bin += 1) sums[bin] = (sums[bin] ?? NaN) / (counts[bin] ?? NaN);
  return sums;
}

function binOf(place: number): number {
  if (place >= BINS) return BINS - 1;
  return place > 0 ? Math.trunc(place) : 0;
}
