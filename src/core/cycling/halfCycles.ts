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

/** Rows of one sign that may go on; charges since the run began. */
interface OpenStretch {
  sign: number;
  firstRow: number;
  lastRow: number;
  samples: number;
  before_As: number;
  until_As: number;
  /** Up to the row that was looked at last, with current or without. */
  passed_As: number;
}

/** Rows whose charges are computed at once. */
const BLOCK = 8192;

interface Block {
  readonly current_A: Float64Array;
  readonly restThreshold_A: number;
  /** Rows [first, end), and the charge over the interval before each. */
  readonly first: number;
  readonly end: number;
  readonly passed_As: Float64Array;
}

function findStretches(trace: CyclingTrace, rule: ChargeRule, restThreshold_A: number): Stretch[] {
  const { current_A } = trace;
  const rows = current_A.length;
  const stretches: Stretch[] = [];
  const passed_As = new Float64Array(Math.min(BLOCK, rows));
  const open: OpenStretch = {
    ...{ sign: 0, firstRow: 0, lastRow: 0, samples: 0 },
    ...{ before_As: 0, until_As: 0, passed_As: 0 },
  };
  for (let first = 0; first < rows; first += BLOCK) {
    passedBefore_As(trace, rule, first, passed_As);
    const block = { current_A, restThreshold_A, first, end: Math.min(rows, first + BLOCK), passed_As };
    for (let row = goOn(open, block, first); row < block.end; row = goOn(open, block, row)) {
      stretches.push(...closed(open, trace, rule));
      begin(open, block, row);
      if (!carriesInterval(rule, row)) open.before_As += passed_As[row - first] ?? NaN;
    }
  }
  stretches.push(...closed(open, trace, rule));
  return stretches;
}

/**
 * Adds rows to a stretch up to the first whose current flows the other way, which it returns, or the end of the block. A
 * function of its own, for the engine translates one that is called often while the other is still in its first loop.
 */
function goOn(open: OpenStretch, block: Block, from: number): number {
  const { current_A, restThreshold_A, first, end, passed_As: charges_As } = block;
  let { lastRow, samples, until_As, passed_As } = open;
  let row = from;
  for (; row < end; row += 1) {
    const sign = signOf(current_A[row] ?? 0, restThreshold_A);
    if (sign !== 0 && sign !== open.sign) break;
    passed_As += charges_As[row - first] ?? NaN;
    if (sign === 0) continue;
    lastRow = row;
    samples += 1;
    until_As = passed_As;
  }
  Object.assign(open, { lastRow, samples, until_As, passed_As });
  return row;
}

function begin(open: OpenStretch, { current_A, restThreshold_A }: Block, row: number): void {
  open.sign = signOf(current_A[row] ?? 0, restThreshold_A);
  open.firstRow = row;
  open.samples = 0;
  open.before_As = open.passed_As;
}

/** 0 at rest. */
function signOf(current_A: number, restThreshold_A: number): number {
  if (current_A >= restThreshold_A) return current_A > 0 ? 1 : 0;
  return current_A <= -restThreshold_A ? -1 : 0;
}

/** One stretch, or none before the first. */
function closed(open: OpenStretch, trace: CyclingTrace, rule: ChargeRule): Stretch[] {
  if (open.sign === 0) return [];
  const { sign, firstRow, lastRow, samples, before_As, until_As } = open;
  const after_As = new Float64Array(1);
  if (carriesOn(trace, rule, lastRow)) passedBefore_As(trace, rule, lastRow + 1, after_As);
  const charge_As = until_As - before_As + (after_As[0] ?? NaN);
  return [{ sign, firstRow, endRow: lastRow + 1, samples, charge_Ah: Math.abs(charge_As) / 3600 }];
}

/** Whether a row's current flows on after it. */
function carriesOn(trace: CyclingTrace, rule: ChargeRule, row: number): boolean {
  return endOfRow_s(trace, rule, row) > (trace.time_s[row] ?? NaN);
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
