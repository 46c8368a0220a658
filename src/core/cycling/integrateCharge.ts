/**
 * ∫I dt of a recorded run. A logger writes instants, so a rule must say which row's current flowed between two rows:
 * the interval before a row carries that row's current when the row's step began one interval before its first row
 * (the step's own clock then starts at 0 there, and its first row is a sample at the interval's end) or when the
 * column is a mean over that interval; otherwise the interval after a row carries the row's current. No trapezoid:
 * it would smear every current step over one interval.
 */
import { isMisstamped } from '#core/cycling/misstamped.ts';
import type { CyclingTrace } from '#core/cycling/cyclingTrace.ts';

export type QuadratureRule = 'interval-before' | 'interval-after' | 'mixed';

/** Whose current flows when: enough to sum charge over any rows without a column of it. */
export interface ChargeRule {
  /**
   * 1 where the interval before the row carries this row's current, 0 where it carries the row before's, 2 where it
   * carries none (a loop begins or a later file was joined on).
   */
  readonly carriesBefore: Uint8Array;
  /** Time before the first row that belongs to its step, s. */
  readonly leadIn_s: number;
  readonly rule: QuadratureRule;
}

export interface ChargeIntegral extends ChargeRule {
  /** Net charge passed since the first row, at the instant of each row. */
  readonly charge_Ah: Float64Array;
}

const CARRIES_NONE = 2;

/** The first row of every step: where the step's clock falls or its number changes. Row 0 is one. */
export function stepStarts(trace: Pick<CyclingTrace, 'time_s' | 'stepTime_s' | 'step'>): number[] {
  const { stepTime_s, step, time_s } = trace;
  const starts = time_s.length > 0 ? [0] : [];
  for (let i = 1; i < time_s.length; i += 1) {
    const clockFell = stepTime_s !== null && (stepTime_s[i] ?? 0) < (stepTime_s[i - 1] ?? 0);
    const numberChanged = step !== null && step[i] !== step[i - 1];
    if (clockFell || numberChanged) starts.push(i);
  }
  return starts;
}

/** The charge of a run in Ah, row by row. */
export function integrateCharge(trace: CyclingTrace): ChargeIntegral {
  const rule = chargeRule(trace);
  const charge_Ah = new Float64Array(trace.time_s.length);
  let charge_As = 0;
  for (let i = 0; i < charge_Ah.length; i += 1) {
    charge_As += passedBefore_As(trace, rule, i);
    charge_Ah[i] = charge_As / 3600;
  }
  return { ...rule, charge_Ah };
}

export function chargeRule(trace: CyclingTrace): ChargeRule {
  const carriesBefore = carryingRows(trace);
  const leadIn_s = carriesBefore[0] === 1 ? (trace.stepTime_s?.[0] ?? 0) : 0;
  return { carriesBefore, leadIn_s, rule: ruleOf(carriesBefore) };
}

/**
 * Net charge over the interval before a row, for row 0 over the time before it that belongs to its step. Intervals of
 * unrecorded current, or in which time does not advance, carry none. A row whose own time is wrong is passed over: the
 * interval after it begins at the row before it.
 */
export function passedBefore_As(trace: CyclingTrace, rule: ChargeRule, row: number): number {
  const { time_s, current_A } = trace;
  if (row === 0) return (current_A[0] ?? 0) * rule.leadIn_s || 0;
  const carries = rule.carriesBefore[row];
  if (carries === CARRIES_NONE) return 0;
  const interval_s =
    (time_s[row] ?? NaN) - (time_s[isMisstamped(time_s, row - 1) ? row - 2 : row - 1] ?? NaN);
  if (!(interval_s > 0)) return 0;
  return ((carries === 1 ? current_A[row] : current_A[row - 1]) ?? NaN) * interval_s || 0;
}

function carryingRows(trace: CyclingTrace): Uint8Array {
  const carries = new Uint8Array(trace.time_s.length);
  if (trace.meanOfIntervalBefore) carries.fill(1, 1);
  else markSteps(carries, trace);
  for (const row of trace.breaks) if (row > 0) carries[row] = CARRIES_NONE;
  return carries;
}

/** Marks the rows of every step that began one interval before its first row. */
function markSteps(carries: Uint8Array, trace: CyclingTrace): void {
  const { time_s, stepTime_s } = trace;
  if (!stepTime_s) return;
  const starts = stepStarts(trace);
  starts.forEach((start, k) => {
    if (beganOneIntervalEarlier(time_s, stepTime_s, start))
      carries.fill(1, start, starts[k + 1] ?? time_s.length);
  });
}

/** Whether the step's clock, run back to 0, meets the row before (half an interval of leeway for rounded clocks). */
function beganOneIntervalEarlier(time_s: Float64Array, stepTime_s: Float64Array, start: number): boolean {
  const onClock_s = stepTime_s[start] ?? 0;
  if (!(onClock_s > 0)) return false;
  const before = start > 0 ? start - 1 : start;
  const interval_s = (time_s[before + 1] ?? NaN) - (time_s[before] ?? NaN);
  return Math.abs(onClock_s - interval_s) <= 0.5 * interval_s;
}

function ruleOf(carriesBefore: Uint8Array): QuadratureRule {
  const rest = carriesBefore.subarray(1);
  if (!rest.includes(1)) return 'interval-after';
  return rest.includes(0) ? 'mixed' : 'interval-before';
}

/** When row i's current began to flow, s. */
export function startOfRow_s(trace: CyclingTrace, rule: ChargeRule, row: number): number {
  const time_s = trace.time_s[row] ?? NaN;
  if (row === 0) return time_s - rule.leadIn_s;
  const before_s = trace.time_s[row - 1] ?? NaN;
  const carried = rule.carriesBefore[row] === 1 && before_s < time_s;
  return carried ? before_s : time_s;
}

/** When row i's current ceased to flow, s. */
export function endOfRow_s(trace: CyclingTrace, rule: ChargeRule, row: number): number {
  const time_s = trace.time_s[row] ?? NaN;
  const after_s = trace.time_s[row + 1] ?? NaN;
  const carried = rule.carriesBefore[row + 1] === 0 && after_s > time_s;
  return carried ? after_s : time_s;
}
