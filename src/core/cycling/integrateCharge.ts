/**
 * ∫I dt of a recorded run. A logger writes instants, so a rule must say which row's current flowed between two rows:
 * the interval before a row carries that row's current when the row's step began one interval before its first row
 * (the step's own clock then starts at 0 there, and its first row is a sample at the interval's end) or when the
 * column is a mean over that interval; otherwise the interval after a row carries the row's current. No trapezoid:
 * it would smear every current step over one interval.
 */
import { columnStatistics } from '#core/numeric/columnStatistics.ts';
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
  /** Net charge passed since the first row, at the instant of each row; summed when first asked for. */
  readonly charge_Ah: Float64Array;
}

/** Rows [first, end). */
type Rows = readonly [first: number, end: number];

const CARRIES_NONE = 2;
/** Rows whose charges are computed at once. */
const BLOCK = 8192;

/** The first row of every step: where the step's clock falls or its number changes. Row 0 is one. */
export function stepStarts(trace: Pick<CyclingTrace, 'time_s' | 'stepTime_s' | 'step'>): number[] {
  const { stepTime_s, step, time_s } = trace;
  if (time_s.length === 0) return [];
  const rows = new Set([
    0,
    ...(stepTime_s ? fallingRows(stepTime_s) : []),
    ...(step ? changingRows(step) : []),
  ]);
  return [...rows].sort((a, b) => a - b);
}

function fallingRows(values: Float64Array): number[] {
  const fast = columnStatistics();
  if (fast) return fast.falls(values);
  const rows: number[] = [];
  let before = values[0] ?? NaN;
  for (let i = 1; i < values.length; i += 1) {
    const now = values[i] ?? NaN;
    if (now < before) rows.push(i);
    before = now;
  }
  return rows;
}

function changingRows(values: Float64Array): number[] {
  const fast = columnStatistics();
  if (fast) return fast.changes(values);
  const rows: number[] = [];
  let before = values[0] ?? NaN;
  for (let i = 1; i < values.length; i += 1) {
    const now = values[i] ?? NaN;
    if (now !== before) rows.push(i);
    before = now;
  }
  return rows;
}

/** The charge of a run row by row: curves need it, a summary does not, and it is as long as the run. */
export function integralOf(trace: CyclingTrace, rule: ChargeRule): ChargeIntegral {
  let summed_Ah: Float64Array | null = null;
  return {
    ...rule,
    get charge_Ah() {
      summed_Ah ??= summedCharge_Ah(trace, rule);
      return summed_Ah;
    },
  };
}

function summedCharge_Ah(trace: CyclingTrace, rule: ChargeRule): Float64Array {
  const charge_Ah = new Float64Array(trace.time_s.length);
  passedBefore_As(trace, rule, 0, charge_Ah);
  let passed_As = 0;
  for (let i = 0; i < charge_Ah.length; i += 1) {
    passed_As += charge_Ah[i] ?? NaN;
    charge_Ah[i] = passed_As / 3600;
  }
  return charge_Ah;
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
  trace: CyclingTrace,
  rule: ChargeRule,
  first: number,
  into: Float64Array,
): void {
  const end = Math.min(trace.time_s.length, first + into.length);
  if (trace.timeIsSorted) passedInOrder_As(trace, rule, [first, end], into);
  else passedAnyhow_As(trace, rule, [first, end], into);
  if (first === 0 && end > 0) into[0] = orNone(at(trace.current_A, 0) * rule.leadIn_s);
}

/**
 * Adds the charges over the intervals before rows [first, end) to a sum, one after the other; each as passedBefore_As has it.
 */
export function addPassed_As(
  trace: CyclingTrace,
  rule: ChargeRule,
  [first, end]: Rows,
  sum_As: number,
): number {
  const charges_As = new Float64Array(Math.min(BLOCK, end - first));
  let passed_As = sum_As;
  for (let from = first; from < end; from += BLOCK) {
    passedBefore_As(trace, rule, from, charges_As);
    const count = Math.min(BLOCK, end - from);
    for (let i = 0; i < count; i += 1) passed_As += charges_As[i] ?? NaN;
  }
  return passed_As;
}

/** Where time never falls no row's own time is wrong, so that each interval begins at the row before. */
function passedInOrder_As(
  { time_s, current_A }: CyclingTrace,
  { carriesBefore }: ChargeRule,
  [first, end]: Rows,
  into: Float64Array,
): void {
  let before_s = at(time_s, first - 1);
  let before_A = at(current_A, first - 1);
  for (let i = first; i < end; i += 1) {
    const now_s = time_s[i] ?? NaN;
    const now_A = current_A[i] ?? NaN;
    const carries = carriesBefore[i];
    const carried_A = carries === 0 ? before_A : carries === 1 ? now_A : 0;
    const charge_As = carried_A * (now_s - before_s);
    into[i - first] = orNone(charge_As);
    before_s = now_s;
    before_A = now_A;
  }
}

function passedAnyhow_As(
  { time_s, current_A }: CyclingTrace,
  { carriesBefore }: ChargeRule,
  [first, end]: Rows,
  into: Float64Array,
): void {
  let earlier_s = at(time_s, first - 2);
  let before_s = at(time_s, first - 1);
  let before_A = at(current_A, first - 1);
  for (let i = first; i < end; i += 1) {
    const now_s = at(time_s, i);
    const now_A = at(current_A, i);
    const carries = carriesBefore[i];
    // As isMisstamped of the row before, which would read each time three times.
    const from_s = before_s < earlier_s && now_s >= earlier_s ? earlier_s : before_s;
    const carried_A = carries === CARRIES_NONE ? NaN : carries === 1 ? now_A : before_A;
    into[i - first] = now_s > from_s ? orNone(carried_A * (now_s - from_s)) : 0;
    earlier_s = before_s;
    before_s = now_s;
    before_A = now_A;
  }
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
