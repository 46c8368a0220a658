/**
 * A vendor's capacity counter cut into the stretches over which it ran on, each beside ∫I dt over the same rows.
 * Counters start again at vendor-specific places (a step, a half cycle, a loop, a cycle, or never), so a stretch ends
 * at the start of a step, where the vendor's half cycle changes (for counters of half cycles), where an unsigned
 * counter would turn, and where the counter falls to what one interval can carry although the current did not take
 * it there.
 */
import type { ColumnValues } from '#core/columnValues.ts';
import { noiseOf } from '#core/cycling/restThreshold.ts';
import type { CyclingTrace } from '#core/cycling/cyclingTrace.ts';
import { passedBefore_As } from '#core/cycling/integrateCharge.ts';
import type { CheckedRun } from '#core/import/checks/check.ts';
import type { CounterDifference } from '#core/text/checkWords.ts';

export interface CounterSegment extends CounterDifference {
  /** What the sampling leaves open: one interval, one digit of the counter, and how far the current moved unseen. */
  readonly allowed_Ah: number;
}

/** What a counter adds for one Ah of net charge of either direction: 1, -1 or 0. */
export interface CountedPart {
  readonly positive: number;
  readonly negative: number;
}

export interface CounterRule {
  readonly counts: CountedPart;
  /** The counter cannot tell directions apart, so it is compared in one direction at a time. */
  readonly unsigned: boolean;
  /** 1 at the first row of every step. */
  readonly steps: Uint8Array;
  /** A number with whose changes the counter starts again, or null. */
  readonly restarts: ColumnValues | null;
}

/** Rows whose charges are computed at once. */
const BLOCK = 8192;
/** Where samples of the current leave its integral open, three times the root of the sum of squares is allowed. */
const SIGMAS = 3;

/** The stretches of a counter, in the order of the rows. */
export function counterSegments(
  counter: Float64Array,
  run: CheckedRun,
  { counts, unsigned, steps, restarts }: CounterRule,
): CounterSegment[] {
  const { trace, charge } = run;
  const context = { trace, digit_Ah: smallestStep(counter) };
  const noise_A = noiseOf(trace.current_A);
  const segments: CounterSegment[] = [];
  const block_As = new Float64Array(Math.min(BLOCK, counter.length));
  let sums = emptySums(0);
  let direction = 0;
  for (let i = 1; i < counter.length; i += 1) {
    const place = (i - 1) % BLOCK;
    if (place === 0) passedBefore_As(trace, charge, i, block_As);
    const net_Ah = (block_As[place] ?? NaN) / 3600;
    const turned = unsigned && net_Ah * direction < 0;
    direction = Math.sign(net_Ah) || direction;
    const named = steps[i] === 1 || (restarts !== null && restarts[i] !== restarts[i - 1]);
    if (named || turned || isReset(counter, i, context)) {
      segments.push(...segmentOf(sums, counter, i, { ...context, noise_A }));
      sums = emptySums(i);
    } else addRow(sums, trace, i, counted(net_Ah, counts));
  }
  segments.push(...segmentOf(sums, counter, counter.length, { ...context, noise_A }));
  return segments;
}

/** The stretch that ends before a row; none where it has one row or the counter was not recorded at its ends. */
function segmentOf(
  sums: Sums,
  counter: Float64Array,
  end: number,
  { trace, digit_Ah, noise_A }: ResetContext & { readonly noise_A: number },
): CounterSegment[] {
  const { first, passed_Ah, hours } = sums;
  const counter_Ah = (counter[end - 1] ?? NaN) - (counter[first] ?? NaN);
  if (end - first <= 1 || Number.isNaN(counter_Ah)) return [];
  const allowed_Ah = openOf(sums) + noise_A * hours + digit_Ah;
  const time_s = trace.time_s[first] ?? NaN;
  return [{ row: first + 1, time_s, counter_Ah, integral_Ah: passed_Ah, allowed_Ah }];
}

/** Over one stretch: its charge, and what tells how far the sampling leaves that open. */
interface Sums {
  readonly first: number;
  passed_Ah: number;
  largest_Ah: number;
  /** Over every interval, its charge with the current of its end less that with the current of its start. */
  drift_Ah: number;
  squares: number;
  /** Sampling at one interval can turn periodic noise into an offset, so that part goes with the time. */
  hours: number;
}

function emptySums(first: number): Sums {
  return { first, passed_Ah: 0, largest_Ah: 0, drift_Ah: 0, squares: 0, hours: 0 };
}

function addRow(sums: Sums, trace: CyclingTrace, row: number, counted_Ah: number): void {
  sums.passed_Ah += counted_Ah;
  if (Math.abs(counted_Ah) > sums.largest_Ah) sums.largest_Ah = Math.abs(counted_Ah);
  // A mean over the interval leaves nothing open.
  if (trace.meanOfIntervalBefore) return;
  const { current_A } = trace;
  const interval_h = hoursBefore(trace, row);
  const change_Ah = ((current_A[row] ?? NaN) - (current_A[row - 1] ?? NaN)) * interval_h;
  if (Number.isNaN(change_Ah)) return;
  sums.drift_Ah += change_Ah;
  sums.hours += interval_h;
  sums.squares += change_Ah * change_Ah;
}

/** What the sampling leaves open but for the noise. */
function openOf({ largest_Ah, drift_Ah, squares }: Sums): number {
  return largest_Ah + Math.abs(drift_Ah) + SIGMAS * Math.sqrt(squares);
}

function counted(net_Ah: number, { positive, negative }: CountedPart): number {
  return net_Ah * (net_Ah > 0 ? positive : negative);
}

/** Hours between a row and the row before; 0 where time does not advance. */
function hoursBefore({ time_s }: CyclingTrace, row: number): number {
  const interval_s = (time_s[row] ?? NaN) - (time_s[row - 1] ?? NaN);
  return interval_s > 0 ? interval_s / 3600 : 0;
}

interface ResetContext {
  readonly trace: CyclingTrace;
  readonly digit_Ah: number;
}

/** The counter is back near zero, and the current of the interval cannot have brought it there. */
function isReset(counter: Float64Array, row: number, { trace, digit_Ah }: ResetContext): boolean {
  const before = counter[row - 1] ?? NaN;
  const now = counter[row] ?? NaN;
  if (!(Math.abs(now) <= 0.5 * Math.abs(before))) return false;
  const [a, b] = [trace.current_A[row - 1] ?? NaN, trace.current_A[row] ?? NaN];
  const carried_Ah = Math.max(Math.abs(a), Math.abs(b)) * hoursBefore(trace, row);
  if (Math.abs(now) > Math.max(2 * carried_Ah, digit_Ah)) return false;
  const against = a * b > 0 && (now - before) * b < 0;
  return against || Math.abs(now - before) > 2 * carried_Ah + digit_Ah;
}

/** The smallest change of a counter between rows: no finer than its last printed digit where it is coarse. */
function smallestStep(counter: Float64Array): number {
  let smallest = Infinity;
  for (let i = 1; i < counter.length; i += 1) {
    const step = Math.abs((counter[i] ?? NaN) - (counter[i - 1] ?? NaN));
    if (step > 0 && step < smallest) smallest = step;
  }
  return Number.isFinite(smallest) ? smallest : 0;
}
