/**
 * ∫I dt of a recorded run. A logger writes instants, so a rule must say which row's current flowed between two rows:
 * the interval before a row carries that row's current when the row's step began one interval before its first row
 * (the step's own clock then starts at 0 there, and its first row is a sample at the interval's end) or when the
 * column is a mean over that interval; otherwise the interval after a row carries the row's current. No trapezoid:
 * it would smear every current step over one interval.
 */
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
  let [clockBefore_s, numberBefore] = [stepTime_s?.[0] ?? 0, step?.[0]];
  for (let i = 1; i < time_s.length; i += 1) {
    const clock_s = stepTime_s === null ? clockBefore_s : (stepTime_s[i] ?? 0);
    const number = step === null ? numberBefore : step[i];
    if (clock_s < clockBefore_s || number !== numberBefore) starts.push(i);
    clockBefore_s = clock_s;
    numberBefore = number;
  }
  return starts;
}

/** The charge of a run in Ah, row by row. */
export function integrateCharge(trace: CyclingTrace): ChargeIntegral {
  const rule = chargeRule(trace);
  const charge_Ah = new Float64Array(trace.time_s.length);
  passedBefore_As(trace, rule, 0, charge_Ah);
  let charge_As = 0;
  for (let i = 0; i < charge_Ah.length; i += 1) {
    charge_As += charge_Ah[i] ?? NaN;
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
 * Writes the net charge over the interval before each row from `first` on, as many as `into` holds; for row 0 over the
 * time before it that belongs to its step. Intervals of unrecorded current, or in which time does not advance, carry
 * none. A row whose own time is wrong is passed over: the interval after it begins at the row before it. Many rows at
 * once, because what the row before said need not be read again.
 */
export function passedBefore_As(
  { time_s, current_A }: CyclingTrace,
  { carriesBefore, leadIn_s }: ChargeRule,
  first: number,
  into: Float64Array,
): void {
  let earlier_s = at(time_s, first - 2);
  let before_s = at(time_s, first - 1);
  let before_A = at(current_A, first - 1);
  const count = Math.min(into.length, time_s.length - first);
  for (let k = 0; k < count; k += 1) {
    const now_s = at(time_s, first + k);
    const now_A = at(current_A, first + k);
    const carries = carriesBefore[first + k];
    // As isMisstamped of the row before, which would read each time three times.
    const from_s = before_s < earlier_s && now_s >= earlier_s ? earlier_s : before_s;
    const carried_A = carries === CARRIES_NONE ? NaN : carries === 1 ? now_A : before_A;
    into[k] = now_s > from_s ? orNone(carried_A * (now_s - from_s)) : 0;
    earlier_s = before_s;
    before_s = now_s;
    before_A = now_A;
  }
  if (first === 0 && count > 0) into[0] = orNone(at(current_A, 0) * leadIn_s);
}

function at(values: Float64Array, row: number): number {
  return row < 0 ? NaN : (values[row] ?? NaN);
}

function orNone(charge_As: number): number {
  return Number.isNaN(charge_As) ? 0 : charge_As;
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
