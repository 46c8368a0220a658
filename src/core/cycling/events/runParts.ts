import type { CyclingTrace } from '#core/cycling/cyclingTrace.ts';
import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import { medianBy, medianWithin } from '#core/numeric/quantile.ts';
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
  /** The lowest and the highest of them. */
  readonly leastResidual_V: number;
  readonly mostResidual_V: number;
}

/** The parts of a run in order of time; those of fewer than five samples are left out. */
export function runParts(
  trace: CyclingTrace,
  halfCycles: readonly HalfCycle[],
  restThreshold_A: number,
): RunPart[] {
  const size_V = sizesOf(trace.voltage_V);
  const measured = halfCycles.flatMap((halfCycle) =>
    piecesOf(trace, halfCycle, restThreshold_A)
      .map((rows) => samplesOf(trace, size_V, rows))
      .filter(({ from, to }) => to - from >= MIN_SAMPLES)
      .map((samples) => measure(samples, halfCycle)),
  );
  const usual_s = medianBy(measured, durationOf);
  return measured.map((part) => ({ ...part, isWhole: durationOf(part) > WHOLE * usual_s }));
}

function sizesOf(values: Float64Array): Float64Array {
  const sizes = new Float64Array(values.length);
  for (let i = 0; i < sizes.length; i += 1) sizes[i] = Math.abs(values[i] ?? NaN);
  return sizes;
}

type MeasuredPart = Omit<RunPart, 'isWhole'>;

function durationOf({ startTime_s, endTime_s }: MeasuredPart): number {
  return endTime_s - startTime_s;
}

/** Rows [first, end). */
type Rows = readonly [first: number, end: number];

/** Rows with current, cut wherever a rest, a break or a rate step comes between; the last two begin a segment. */
function piecesOf({ current_A }: CyclingTrace, halfCycle: HalfCycle, restThreshold_A: number): Rows[] {
  const { endRow, segments } = halfCycle;
  const pieces: Rows[] = [];
  for (const [k, { firstRow }] of segments.entries()) {
    let first = -1;
    const end = segments[k + 1]?.firstRow ?? endRow;
    for (let i = firstRow; i < end; i += 1) {
      const flows = Math.abs(current_A[i] ?? NaN) >= restThreshold_A;
      if (first < 0 && flows) first = i;
      if (first < 0 || flows) continue;
      pieces.push([first, i]);
      first = -1;
    }
    if (first >= 0) pieces.push([first, end]);
  }
  return pieces;
}

/** Columns and the rows of them that are meant. */
interface Samples {
  readonly time_s: Float64Array;
  readonly size_V: Float64Array;
  readonly current_A: Float64Array;
  readonly from: number;
  readonly to: number;
}

/** The run's own columns; copies only where a voltage is missing. */
function samplesOf(trace: CyclingTrace, size_V: Float64Array, [from, to]: Rows): Samples {
  if (!hasBlank(size_V, from, to))
    return { time_s: trace.time_s, size_V, current_A: trace.current_A, from, to };
  const isRecorded = (_: number, i: number) => !Number.isNaN(size_V[from + i] ?? NaN);
  const recorded = (values: Float64Array) => values.subarray(from, to).filter(isRecorded);
  const time_s = recorded(trace.time_s);
  return {
    time_s,
    size_V: recorded(size_V),
    current_A: recorded(trace.current_A),
    from: 0,
    to: time_s.length,
  };
}

function hasBlank(values: Float64Array, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (Number.isNaN(values[i] ?? NaN)) return true;
  return false;
}

function measure(samples: Samples, { index, direction }: HalfCycle): MeasuredPart {
  const { time_s, size_V, current_A, from, to } = samples;
  const [middle, middleEnd] = sharesToRows(samples, ...MIDDLE);
  const polarisation_V = medianWithin(size_V, middle, middleEnd);
  const middle_A = Math.abs(medianWithin(current_A, middle, middleEnd));
  const [, initialEnd] = sharesToRows(samples, 0, INITIAL);
  const [final] = sharesToRows(samples, 1 - INITIAL, 1);
  const [settled] = sharesToRows(samples, SETTLED, 1);
  const { fall, residual } = settledCourse(size_V, settled, to);
  return {
    halfCycle: index,
    direction,
    startTime_s: time_s[from] ?? NaN,
    endTime_s: time_s[to - 1] ?? NaN,
    current_A: middle_A,
    polarisation_V,
    resistance_ohm: polarisation_V / middle_A,
    initial_V: medianWithin(size_V, from, initialEnd),
    lowest_V: leastWithin(size_V, ...sharesToRows(samples, ...LOWEST)),
    final_V: medianWithin(size_V, final, to),
    largest_V: mostWithin(size_V, from, to),
    innerFall: fall.ratio,
    innerFallTime_s: time_s[settled + fall.at] ?? NaN,
    ...residual,
  };
}

/** Rows between two shares of the duration, at least one. */
function sharesToRows({ time_s, from, to }: Samples, share: number, until: number): [number, number] {
  const start_s = time_s[from] ?? NaN;
  const duration_s = (time_s[to - 1] ?? NaN) - start_s;
  const first = Math.min(searchSorted(time_s, start_s + share * duration_s, from, to), to - 1);
  const end = searchAbove(time_s, start_s + until * duration_s, from, to);
  return [first, Math.max(end, first + 1)];
}

/** The largest fall of the running median, and what is left beside it. */
function settledCourse(size_V: Float64Array, from: number, to: number) {
  const smooth_V = runningMedianOfFive(size_V.subarray(from, to));
  const fall = largestFall(smooth_V);
  let leastResidual_V = Infinity;
  let mostResidual_V = -Infinity;
  // The residual takes the place of the running median, which is not needed any more.
  for (let i = 0; i < smooth_V.length; i += 1) {
    const residual_V = (size_V[from + i] ?? NaN) - (smooth_V[i] ?? NaN);
    smooth_V[i] = residual_V;
    if (residual_V < leastResidual_V) leastResidual_V = residual_V;
    if (residual_V > mostResidual_V) mostResidual_V = residual_V;
  }
  return { fall, residual: { residual_V: smooth_V, leastResidual_V, mostResidual_V } };
}

function largestFall(smooth_V: Float64Array): { ratio: number; at: number } {
  let [ratio, at] = [1, 0];
  for (let i = FALL_REACH; i + FALL_REACH < smooth_V.length; i += 1) {
    const before_V = smooth_V[i - FALL_REACH] ?? NaN;
    const after_V = smooth_V[i + FALL_REACH] ?? NaN;
    // Divided only where it falls further: most rows do not.
    if (!(after_V < ratio * before_V)) continue;
    ratio = after_V / before_V;
    at = i;
  }
  return { ratio, at };
}

function leastWithin(values: Float64Array, from: number, to: number): number {
  let least = Infinity;
  for (let i = from; i < to; i += 1) {
    const value = values[i] ?? NaN;
    if (value < least) least = value;
  }
  return least;
}

function mostWithin(values: Float64Array, from: number, to: number): number {
  let most = -Infinity;
  for (let i = from; i < to; i += 1) {
    const value = values[i] ?? NaN;
    if (value > most) most = value;
  }
  return most;
}
