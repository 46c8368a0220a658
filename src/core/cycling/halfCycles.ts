/**
 * Half cycles: stretches of one sign of the current. A rest (|I| below max(3 × noise, 1e-3 × set current)) and a step
 * that keeps the sign (CC then CV) stay inside; a rate step starts a segment of the same half cycle. Stretches of
 * fewer than five samples are dropped and counted; where such a stretch carries less than 1 % of the charge of both
 * neighbours it is a glitch, and the neighbours are one half cycle.
 */
import type { CyclingTrace } from '#core/cycling/cyclingTrace.ts';
import { endOfRow_s, passedBefore_As, startOfRow_s, type ChargeRule } from '#core/cycling/integrateCharge.ts';
import { rateSegments, type RateSegment } from '#core/cycling/rateSegments.ts';
import { restThreshold } from '#core/cycling/restThreshold.ts';

export const MIN_SAMPLES = 5;
const GLITCH_SHARE = 0.01;

export interface HalfCycle {
  /** Counts from 1. */
  readonly index: number;
  /** Sign of the current as the file has it: positive = oxidation at the working electrode. */
  readonly direction: 'positive' | 'negative';
  /** Rows [firstRow, endRow), rests inside included. */
  readonly firstRow: number;
  readonly endRow: number;
  /** Rows with current. */
  readonly samples: number;
  readonly startTime_s: number;
  readonly duration_s: number;
  /** Charge passed in this direction, unsigned. */
  readonly capacity_Ah: number;
  readonly segments: readonly RateSegment[];
}

export interface HalfCycleOptions {
  /** The set current, when it is known; otherwise estimated from the file. */
  readonly setCurrent_A?: number;
}

export interface HalfCycleList {
  readonly halfCycles: readonly HalfCycle[];
  readonly restThreshold_A: number;
  /** Stretches with fewer than MIN_SAMPLES samples, left out. */
  readonly dropped: number;
}

/** The half cycles of a run in the order of its rows. */
export function findHalfCycles(
  trace: CyclingTrace,
  rule: ChargeRule,
  options: HalfCycleOptions = {},
): HalfCycleList {
  const restThreshold_A = restThreshold(trace.current_A, options.setCurrent_A);
  const stretches = findStretches(trace, rule, restThreshold_A);
  const long = mergeGlitches(stretches).filter((stretch) => stretch.samples >= MIN_SAMPLES);
  const short = stretches.filter((stretch) => stretch.samples < MIN_SAMPLES).length;
  const halfCycles = long.map((stretch, k) => describe(stretch, k + 1, { trace, rule, restThreshold_A }));
  return { halfCycles, restThreshold_A, dropped: short };
}

interface Stretch {
  readonly sign: number;
  readonly firstRow: number;
  readonly endRow: number;
  readonly samples: number;
  readonly charge_Ah: number;
}

function findStretches(trace: CyclingTrace, rule: ChargeRule, restThreshold_A: number): Stretch[] {
  const { current_A } = trace;
  const stretches: Stretch[] = [];
  let sign = 0;
  let firstRow = 0;
  let lastRow = 0;
  let samples = 0;
  const close = () => {
    if (sign === 0) return;
    const charge_Ah = Math.abs(chargeOfRows(trace, rule, firstRow, lastRow));
    stretches.push({ sign, firstRow, endRow: lastRow + 1, samples, charge_Ah });
  };
  for (let i = 0; i < current_A.length; i += 1) {
    const current = current_A[i] ?? NaN;
    if (!(Math.abs(current) >= restThreshold_A) || current === 0) continue;
    if (Math.sign(current) !== sign) {
      close();
      sign = Math.sign(current);
      firstRow = i;
      samples = 0;
    }
    lastRow = i;
    samples += 1;
  }
  close();
  return stretches;
}

/** Net charge in Ah carried by the rows first..last. */
function chargeOfRows(trace: CyclingTrace, rule: ChargeRule, first: number, last: number): number {
  const end = endOfRow_s(trace, rule, last) > (trace.time_s[last] ?? NaN) ? last + 1 : last;
  let charge_As = 0;
  for (let i = carriesInterval(rule, first) ? first : first + 1; i <= end; i += 1)
    charge_As += passedBefore_As(trace, rule, i);
  return charge_As / 3600;
}

/** Whether the interval before a row is the row's own. */
function carriesInterval({ carriesBefore, leadIn_s }: ChargeRule, row: number): boolean {
  return row === 0 ? leadIn_s > 0 : carriesBefore[row] === 1;
}

function mergeGlitches(stretches: readonly Stretch[]): Stretch[] {
  const merged: Stretch[] = [];
  for (const stretch of stretches) {
    const glitch = merged.at(-1);
    const before = merged.at(-2);
    if (glitch && before?.sign === stretch.sign && isGlitch(glitch, before, stretch)) {
      merged.splice(-2, 2, join(before, stretch));
    } else {
      merged.push(stretch);
    }
  }
  return merged;
}

function isGlitch(middle: Stretch, before: Stretch, after: Stretch): boolean {
  const limit_Ah = GLITCH_SHARE * Math.min(before.charge_Ah, after.charge_Ah);
  return middle.samples < MIN_SAMPLES && middle.charge_Ah <= limit_Ah;
}

function join(before: Stretch, after: Stretch): Stretch {
  return {
    ...before,
    endRow: after.endRow,
    samples: before.samples + after.samples,
    charge_Ah: before.charge_Ah + after.charge_Ah,
  };
}

interface Context {
  readonly trace: CyclingTrace;
  readonly rule: ChargeRule;
  readonly restThreshold_A: number;
}

function describe(stretch: Stretch, index: number, context: Context): HalfCycle {
  const { trace, rule } = context;
  const startTime_s = startOfRow_s(trace, rule, stretch.firstRow);
  return {
    index,
    direction: stretch.sign > 0 ? 'positive' : 'negative',
    firstRow: stretch.firstRow,
    endRow: stretch.endRow,
    samples: stretch.samples,
    startTime_s,
    duration_s: endOfRow_s(trace, rule, stretch.endRow - 1) - startTime_s,
    capacity_Ah: stretch.charge_Ah,
    segments: rateSegments(trace, stretch, context.restThreshold_A),
  };
}
