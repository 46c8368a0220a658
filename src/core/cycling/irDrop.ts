/**
 * The ohmic drop at a step of the current: the jump of E from the last sample before the step to its value just after, over
 * the step of I. Interfaces answer within milliseconds, so that the time of the first sample decides what was measured;
 * it is told with every value, and a sample that comes too late gives none.
 */
import type { CyclingTrace } from '#core/cycling/cyclingTrace.ts';

/** Up to here the jump is taken as ohmic. */
const RESOLVED_S = 0.01;
/** Up to here the jump is told, as an upper bound that includes charge transfer. */
const LATEST_S = 1;
/** A step smaller than this share of the current after it, or a current that is still moving, is no clean step. */
const LEAST_STEP = 0.1;
const SETTLED = 0.02;
const FITTED_SAMPLES = 3;

/** `no-step`: no row before it, no recorded current, a pause, or a current that had not settled. */
export type IrResolution = 'resolved' | 'includes-charge-transfer' | 'too-late' | 'no-step';

export interface IrDrop {
  readonly resolution: IrResolution;
  /** From the step to its first sample, s; where the file tells it no better, the longest it can be. Null without a step. */
  readonly firstSample_s: number | null;
  /** Signed, as the voltage jumped. */
  readonly drop_mV: number | null;
  readonly resistance_ohm: number | null;
}

const NO_STEP: IrDrop = { resolution: 'no-step', firstSample_s: null, drop_mV: null, resistance_ohm: null };

/** The drop at the step of the current that row `row` is the first sample of. */
export function irDrop(trace: CyclingTrace, row: number): IrDrop {
  if (!isCleanStep(trace, row)) return NO_STEP;
  const delay_s = firstSampleDelay_s(trace, row);
  const late = { firstSample_s: Number.isFinite(delay_s) ? delay_s : null };
  if (!(delay_s <= LATEST_S)) return { ...late, resolution: 'too-late', drop_mV: null, resistance_ohm: null };
  const isResolved = delay_s <= RESOLVED_S;
  const after_V = isResolved ? atTheStep_V(trace, row, delay_s) : at(trace.voltage_V, row);
  const drop_V = after_V - at(trace.voltage_V, row - 1);
  const resistance_ohm = drop_V / (at(trace.current_A, row) - at(trace.current_A, row - 1));
  if (!(resistance_ohm > 0)) return NO_STEP;
  const resolution = isResolved ? 'resolved' : 'includes-charge-transfer';
  return { resolution, firstSample_s: delay_s, drop_mV: 1000 * drop_V, resistance_ohm };
}

function at(column: Float64Array, row: number): number {
  return column[row] ?? NaN;
}

function isCleanStep({ current_A, assumedCurrent, breaks }: CyclingTrace, row: number): boolean {
  if (assumedCurrent || row === 0 || breaks.includes(row)) return false;
  const after_A = at(current_A, row);
  const isStep = Math.abs(after_A - at(current_A, row - 1)) >= LEAST_STEP * Math.abs(after_A);
  const hasSettled = Math.abs(at(current_A, row + 1) - after_A) <= SETTLED * Math.abs(after_A);
  return isStep && hasSettled;
}

/**
 * How long after the step its first sample was taken: what the step's own clock reads; without such a clock the whole time
 * since the row before; where the clock or that time is 0 its resolution is not known, and the next interval bounds it.
 */
function firstSampleDelay_s(trace: CyclingTrace, row: number): number {
  const since_s = at(trace.time_s, row) - at(trace.time_s, row - 1);
  const clock_s = stepClock_s(trace, row);
  if (clock_s !== null && clock_s > 0) return clock_s;
  const next_s = at(trace.time_s, row + 1) - at(trace.time_s, row);
  if (clock_s === 0 && since_s > 0) return Math.min(since_s, positiveOr(next_s, since_s));
  return since_s > 0 ? since_s : positiveOr(next_s, NaN);
}

function positiveOr(value: number, otherwise: number): number {
  return value > 0 ? value : otherwise;
}

/** What the step's clock reads at its first row; null where it did not begin anew since the row before. */
function stepClock_s({ stepTime_s, time_s }: CyclingTrace, row: number): number | null {
  if (!stepTime_s) return null;
  const clock_s = at(stepTime_s, row);
  return clock_s <= at(time_s, row) - at(time_s, row - 1) ? clock_s : null;
}

/** E at t = 0⁺ by a straight line over √t through the samples of the first 10 ms; with fewer than three, the first one. */
function atTheStep_V(trace: CyclingTrace, row: number, delay_s: number): number {
  const { time_s, voltage_V, current_A } = trace;
  const lead_s = stepClock_s(trace, row) === 0 ? 0 : delay_s;
  const roots: number[] = [];
  const voltages: number[] = [];
  for (let i = row; i < time_s.length; i += 1) {
    const since_s = at(time_s, i) - at(time_s, row) + lead_s;
    const moved = Math.abs(at(current_A, i) - at(current_A, row)) > SETTLED * Math.abs(at(current_A, row));
    if (!(since_s <= RESOLVED_S) || moved) break;
    roots.push(Math.sqrt(since_s));
    voltages.push(at(voltage_V, i));
  }
  return roots.length < FITTED_SAMPLES ? at(voltage_V, row) : intercept(roots, voltages);
}

function intercept(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  let [xx, xy] = [0, 0];
  x.forEach((value, i) => {
    xx += (value - meanX) ** 2;
    xy += (value - meanX) * ((y[i] ?? NaN) - meanY);
  });
  return xx > 0 ? meanY - (xy / xx) * meanX : meanY;
}
