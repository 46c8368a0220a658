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

export interface ChargeIntegral {
  /** Net charge passed since the first row, at the instant of each row. */
  readonly charge_Ah: Float64Array;
  /** 1 where the interval before the row carries this row's current, 0 where it carries the row before's. */
  readonly carriesBefore: Uint8Array;
  /** Time before the first row that belongs to its step, s. */
  readonly leadIn_s: number;
  readonly rule: QuadratureRule;
}

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

/**
 * The charge of a run in Ah; intervals of unrecorded current, or in which time does not advance, carry none. A row
 * whose own time is wrong is passed over: the interval after it begins at the row before it.
 */
export function integrateCharge(trace: CyclingTrace): ChargeIntegral {
  const carriesBefore = carryingRows(trace);
  const leadIn_s = carriesBefore[0] === 1 ? (trace.stepTime_s?.[0] ?? 0) : 0;
  const charge_Ah = accumulate(trace, carriesBefore, leadIn_s);
  return { charge_Ah, carriesBefore, leadIn_s, rule: ruleOf(carriesBefore) };
}

function accumulate(trace: CyclingTrace, carriesBefore: Uint8Array, leadIn_s: number): Float64Array {
  const { time_s, current_A, breaks } = trace;
  const charge_Ah = new Float64Array(time_s.length);
  const broken = new Set(breaks);
  let charge_As = (current_A[0] ?? 0) * leadIn_s || 0;
  charge_Ah[0] = charge_As / 3600;
  for (let i = 1; i < time_s.length; i += 1) {
    const interval_s = (time_s[i] ?? NaN) - (time_s[isMisstamped(time_s, i - 1) ? i - 2 : i - 1] ?? NaN);
    const current = (carriesBefore[i] === 1 ? current_A[i] : current_A[i - 1]) ?? NaN;
    const passed_As = current * interval_s;
    if (interval_s > 0 && !Number.isNaN(passed_As) && !broken.has(i)) charge_As += passed_As;
    charge_Ah[i] = charge_As / 3600;
  }
  return charge_Ah;
}

function carryingRows(trace: CyclingTrace): Uint8Array {
  const { time_s, stepTime_s } = trace;
  const carries = new Uint8Array(time_s.length);
  if (trace.meanOfIntervalBefore) return carries.fill(1, 1);
  if (!stepTime_s) return carries;
  const starts = stepStarts(trace);
  starts.forEach((start, k) => {
    if (beganOneIntervalEarlier(time_s, stepTime_s, start))
      carries.fill(1, start, starts[k + 1] ?? time_s.length);
  });
  return carries;
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
export function startOfRow_s(trace: CyclingTrace, integral: ChargeIntegral, row: number): number {
  const time_s = trace.time_s[row] ?? NaN;
  if (row === 0) return time_s - integral.leadIn_s;
  const before_s = trace.time_s[row - 1] ?? NaN;
  const carried = integral.carriesBefore[row] === 1 && before_s < time_s && !trace.breaks.includes(row);
  return carried ? before_s : time_s;
}

/** When row i's current ceased to flow, s. */
export function endOfRow_s(trace: CyclingTrace, integral: ChargeIntegral, row: number): number {
  const time_s = trace.time_s[row] ?? NaN;
  const after_s = trace.time_s[row + 1] ?? NaN;
  const carried =
    integral.carriesBefore[row + 1] === 0 && after_s > time_s && !trace.breaks.includes(row + 1);
  return carried ? after_s : time_s;
}
