/**
 * Half cycles: stretches of one sign of the current. A rest (|I| below max(3 × noise, 1e-3 × set current)) and a step
 * that keeps the sign (CC then CV) stay inside; a rate step starts a segment of the same half cycle. Stretches of
 * fewer than five samples are dropped and counted; where such a stretch carries less than 1 % of the charge of both
 * neighbours it is a glitch, and the neighbours are one half cycle.
 */
import type { CyclingTrace } from '#core/cycling/cyclingTrace.ts';
import { addPassed_As, endOfRow_s, startOfRow_s, type ChargeRule } from '#core/cycling/integrateCharge.ts';
import { rateSegments, type RateSegment } from '#core/cycling/rateSegments.ts';
import { runRows, type Rows, type RunRows } from '#core/cycling/runRows.ts';
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
  const fast = trace.timeIsSorted ? runRows({ ...trace, ...rule, voltage_V: null }) : null;
  const stretches = findStretches(trace, rule, { restThreshold_A, fast });
  const long = mergeGlitches(stretches).filter((stretch) => stretch.samples >= MIN_SAMPLES);
  const short = stretches.filter((stretch) => stretch.samples < MIN_SAMPLES).length;
  const halfCycles = long.map((stretch, k) =>
    describe(stretch, k + 1, { trace, rule, restThreshold_A, fast }),
  );
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
  readonly sign: number;
  readonly firstRow: number;
  readonly before_As: number;
  lastRow: number;
  samples: number;
  until_As: number;
}

interface Ways {
  readonly restThreshold_A: number;
  /** The short way through the rows, where there is one. */
  readonly fast: RunRows | null;
}

type Walk = Pick<RunRows, 'endOfSign' | 'addPassed_As'>;

/** Goes from one change of sign to the next; a rest between two rows of one sign is inside their stretch. */
function findStretches(trace: CyclingTrace, rule: ChargeRule, { restThreshold_A, fast }: Ways): Stretch[] {
  const { current_A } = trace;
  // Without a threshold a current of 0 is a rest all the same.
  const least_A = restThreshold_A > 0 ? restThreshold_A : Number.MIN_VALUE;
  const walk = walkOf(trace, rule, fast);
  const stretches: Stretch[] = [];
  let open = null as OpenStretch | null;
  let passed_As = 0;
  for (let row = 0, end = 0; row < current_A.length; row = end) {
    const sign = signOf(current_A[row] ?? NaN, least_A);
    end = walk.endOfSign(row, sign, least_A);
    if (sign !== 0 && sign !== open?.sign) {
      if (open) stretches.push(closed(open, walk, carriesOn(trace, rule, open.lastRow)));
      const before_As = carriesInterval(rule, row) ? passed_As : walk.addPassed_As([row, row + 1], passed_As);
      open = { sign, firstRow: row, before_As, lastRow: row, samples: 0, until_As: before_As };
    }
    passed_As = walk.addPassed_As([row, end], passed_As);
    if (open && sign !== 0) goOn(open, [row, end], passed_As);
  }
  if (open) stretches.push(closed(open, walk, carriesOn(trace, rule, open.lastRow)));
  return stretches;
}

function goOn(open: OpenStretch, [first, end]: Rows, passed_As: number): void {
  open.lastRow = end - 1;
  open.samples += end - first;
  open.until_As = passed_As;
}

/** Through WebAssembly where it can be, row 0 apart: what flowed before it is the rule's to say. */
function walkOf(trace: CyclingTrace, rule: ChargeRule, fast: RunRows | null): Walk {
  const plain: Walk = {
    endOfSign: (from, sign, least_A) => endOfSign(trace.current_A, from, sign, least_A),
    addPassed_As: (rows, sum_As) => addPassed_As(trace, rule, rows, sum_As),
  };
  if (!fast) return plain;
  return {
    endOfSign: fast.endOfSign,
    addPassed_As([first, end], sum_As) {
      const before_As = first === 0 ? plain.addPassed_As([0, 1], sum_As) : sum_As;
      return fast.addPassed_As([Math.max(1, first), end], before_As);
    },
  };
}

/** 0 at rest. */
function signOf(current_A: number, least_A: number): number {
  if (current_A >= least_A) return 1;
  return current_A <= -least_A ? -1 : 0;
}

/** The first row from one on whose current has another sign. */
function endOfSign(current_A: Float64Array, from: number, sign: number, least_A: number): number {
  const rows = current_A.length;
  let row = from;
  if (sign > 0) while (row < rows && (current_A[row] ?? NaN) >= least_A) row += 1;
  else if (sign < 0) while (row < rows && (current_A[row] ?? NaN) <= -least_A) row += 1;
  else while (row < rows && signOf(current_A[row] ?? NaN, least_A) === 0) row += 1;
  return row;
}

/** @param carriesOn whether the current of its last row flows on after it */
function closed(open: OpenStretch, walk: Walk, carriesOn: boolean): Stretch {
  const { sign, firstRow, lastRow, samples, before_As, until_As } = open;
  const endRow = lastRow + 1;
  const after_As = carriesOn ? walk.addPassed_As([endRow, endRow + 1], 0) : 0;
  const charge_As = until_As - before_As + after_As;
  return { sign, firstRow, endRow, samples, charge_Ah: Math.abs(charge_As) / 3600 };
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

interface Context extends Ways {
  readonly trace: CyclingTrace;
  readonly rule: ChargeRule;
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
    segments: rateSegments(trace, stretch, context),
  };
}
