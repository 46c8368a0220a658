import type { CyclingTrace } from '#core/cycling/cyclingTrace.ts';
import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import { medianBy, medianOf } from '#core/numeric/quantile.ts';
import { searchAbove, searchSorted } from '#core/numeric/searchSorted.ts';
import { runningMedianOfFive } from '#core/numeric/medianOfFive.ts';

const MIN_SAMPLES = 5;
const INITIAL = 0.02;
const LOWEST = [0.1, 0.6] as const;
const MIDDLE = [0.4, 0.6] as const;
/** The initial peak is over after this share of a part, for what looks at dips and falls. */
const SETTLED = 0.2;
/** Share of the median duration. */
const WHOLE = 0.8;
/** Samples on either side of a fall that must agree on it. */
const FALL_REACH = 3;

/**
 * An uninterrupted stretch of one set current: a half cycle, or a piece of one where a pause, another file's start or a rate
 * step cuts it. Everything an event is judged by is measured here once.
 */
export interface RunPart {
  /** Of the half cycle it belongs to, from 1. */
  readonly halfCycle: number;
  readonly direction: 'positive' | 'negative';
  readonly startTime_s: number;
  readonly endTime_s: number;
  /** It lasts about as long as most parts do, so that their shapes can be compared. */
  readonly isWhole: boolean;
  /** Unsigned median over the middle fifth. */
  readonly current_A: number;
  /** Median |E| over the middle fifth. */
  readonly polarisation_V: number;
  /** Polarisation over current. */
  readonly resistance_ohm: number;
  /** |E| over the first and last 2 %, and the lowest between 10 and 60 %. */
  readonly initial_V: number;
  readonly lowest_V: number;
  readonly final_V: number;
  /** Largest |E| of all samples. */
  readonly largest_V: number;
  /** The smallest ratio of |E| just after to just before one moment of its later four fifths; 1 where it never falls. */
  readonly innerFall: number;
  readonly innerFallTime_s: number;
  /** |E| less its running median, of the later four fifths: what dips towards 0 V are looked for in. */
  readonly residual_V: Float64Array;
}

/** The parts of a run in order of time; those of fewer than five samples are left out. */
export function runParts(
  trace: CyclingTrace,
  halfCycles: readonly HalfCycle[],
  restThreshold_A: number,
): RunPart[] {
  const size_V = trace.voltage_V.map(Math.abs);
  const measured = halfCycles.flatMap((halfCycle) =>
    piecesOf(trace, halfCycle, restThreshold_A)
      .map((rows) => samplesOf(trace, size_V, rows))
      .filter((samples) => samples.size_V.length >= MIN_SAMPLES)
      .map((samples) => measure(samples, halfCycle)),
  );
  const usual_s = medianBy(measured, durationOf);
  return measured.map((part) => ({ ...part, isWhole: durationOf(part) > WHOLE * usual_s }));
}

type MeasuredPart = Omit<RunPart, 'isWhole'>;

function durationOf({ startTime_s, endTime_s }: MeasuredPart): number {
  return endTime_s - startTime_s;
}

/** Rows [first, end). */
type Rows = readonly [first: number, end: number];

/** Rows with current, cut wherever a rest, a break or a rate step comes between. */
function piecesOf(trace: CyclingTrace, halfCycle: HalfCycle, restThreshold_A: number): Rows[] {
  const cuts = new Set([...trace.breaks, ...halfCycle.segments.map(({ firstRow }) => firstRow)]);
  const pieces: Rows[] = [];
  let first = -1;
  for (let i = halfCycle.firstRow; i <= halfCycle.endRow; i += 1) {
    const flows = i < halfCycle.endRow && Math.abs(trace.current_A[i] ?? NaN) >= restThreshold_A;
    if (first >= 0 && (!flows || cuts.has(i))) {
      pieces.push([first, i]);
      first = -1;
    }
    if (flows && first < 0) first = i;
  }
  return pieces;
}

interface Samples {
  readonly time_s: Float64Array;
  readonly size_V: Float64Array;
  readonly current_A: Float64Array;
}

/** Views of the run's columns; copies only where a voltage is missing. */
function samplesOf(trace: CyclingTrace, size_V: Float64Array, rows: Rows): Samples {
  const samples = {
    time_s: trace.time_s.subarray(...rows),
    size_V: size_V.subarray(...rows),
    current_A: trace.current_A.subarray(...rows),
  };
  if (!samples.size_V.some(Number.isNaN)) return samples;
  const recorded = (values: Float64Array) => values.filter((_, i) => !Number.isNaN(samples.size_V[i] ?? NaN));
  return {
    time_s: recorded(samples.time_s),
    size_V: recorded(samples.size_V),
    current_A: recorded(samples.current_A),
  };
}

function measure({ time_s, size_V, current_A }: Samples, { index, direction }: HalfCycle): MeasuredPart {
  const startTime_s = time_s[0] ?? NaN;
  const endTime_s = time_s.at(-1) ?? NaN;
  const between = (values: Float64Array, [from, to]: readonly [number, number]) =>
    values.subarray(...sharesToRows(time_s, from, to));
  const polarisation_V = medianOf(between(size_V, MIDDLE));
  const middle_A = Math.abs(medianOf(between(current_A, MIDDLE)));
  const settled = between(size_V, [SETTLED, 1]);
  const smooth_V = runningMedianOfFive(settled);
  const fall = largestFall(smooth_V);
  return {
    halfCycle: index,
    direction,
    startTime_s,
    endTime_s,
    current_A: middle_A,
    polarisation_V,
    resistance_ohm: polarisation_V / middle_A,
    initial_V: medianOf(between(size_V, [0, INITIAL])),
    lowest_V: extremesOf(between(size_V, LOWEST)).least,
    final_V: medianOf(between(size_V, [1 - INITIAL, 1])),
    largest_V: extremesOf(size_V).most,
    innerFall: fall.ratio,
    innerFallTime_s: time_s[size_V.length - settled.length + fall.at] ?? NaN,
    residual_V: differenceOf(settled, smooth_V),
  };
}

/** Rows between two shares of the duration, at least one. */
function sharesToRows(time_s: Float64Array, from: number, to: number): [number, number] {
  const start_s = time_s[0] ?? NaN;
  const duration_s = (time_s.at(-1) ?? NaN) - start_s;
  const first = Math.min(searchSorted(time_s, start_s + from * duration_s), time_s.length - 1);
  const end = searchAbove(time_s, start_s + to * duration_s);
  return [first, Math.max(end, first + 1)];
}

function largestFall(smooth_V: Float64Array): { ratio: number; at: number } {
  let least = { ratio: 1, at: 0 };
  for (let i = FALL_REACH; i + FALL_REACH < smooth_V.length; i += 1) {
    const ratio = (smooth_V[i + FALL_REACH] ?? NaN) / (smooth_V[i - FALL_REACH] ?? NaN);
    if (ratio < least.ratio) least = { ratio, at: i };
  }
  return least;
}

function extremesOf(values: Float64Array): { least: number; most: number } {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { least, most };
}

function differenceOf(values: Float64Array, others: Float64Array): Float64Array {
  const difference = new Float64Array(values.length);
  for (let i = 0; i < values.length; i += 1) difference[i] = (values[i] ?? NaN) - (others[i] ?? NaN);
  return difference;
}
