import type { CyclingTrace } from '#core/cycling/cyclingTrace.ts';
import { flowingRows, type Rows } from '#core/cycling/flowingRows.ts';
import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import { settledCourse, type ScatterAboutCourse } from '#core/cycling/events/settledCourse.ts';
import { medianBy, medianSizeWithin } from '#core/numeric/quantile.ts';
import { searchAbove, searchSorted } from '#core/numeric/searchSorted.ts';

const MIN_SAMPLES = 5;
const INITIAL = 0.02;
const LOWEST = [0.1, 0.6] as const;
const MIDDLE = [0.4, 0.6] as const;
/** The initial peak is over after this share of a part, for what looks at dips and falls. */
const SETTLED = 0.2;
/** Share of the median duration. */
const WHOLE = 0.8;

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
  /** |E| of its last sample: where the cycler's limit ended it, that limit. */
  readonly last_V: number;
  /** The smallest ratio of |E| just after to just before one moment of its later four fifths; 1 where it never falls. */
  readonly innerFall: number;
  readonly innerFallTime_s: number;
  /** |E| about its running median over the later four fifths. */
  readonly scatter: ScatterAboutCourse;
}

/** What is measured of a part before the others are known, and with them whether it is whole. */
export type MeasuredPart = Omit<RunPart, 'isWhole'> & { isWhole: boolean };

/** The parts of a run in order of time, told which of them are whole. */
export function runParts(measured: readonly MeasuredPart[]): readonly RunPart[] {
  const usual_s = medianBy(measured, durationOf);
  for (const part of measured) part.isWhole = durationOf(part) > WHOLE * usual_s;
  return measured;
}

function durationOf({ startTime_s, endTime_s }: MeasuredPart): number {
  return endTime_s - startTime_s;
}

/** The parts of a half cycle; those of fewer than five samples are left out. */
export function partsOf(trace: CyclingTrace, halfCycle: HalfCycle, restThreshold_A: number): MeasuredPart[] {
  return flowingRows(trace.current_A, halfCycle, restThreshold_A)
    .map((rows) => samplesOf(trace, rows))
    .filter(({ from, to }) => to - from >= MIN_SAMPLES)
    .map((samples) => measure(samples, halfCycle));
}

/** Columns and the rows of them that are meant. */
interface Samples {
  readonly time_s: Float64Array;
  readonly voltage_V: Float64Array;
  readonly current_A: Float64Array;
  readonly from: number;
  readonly to: number;
}

/** The run's own columns; copies only where a voltage is missing. */
function samplesOf({ time_s, voltage_V, current_A }: CyclingTrace, [from, to]: Rows): Samples {
  if (!hasBlank(voltage_V, from, to)) return { time_s, voltage_V, current_A, from, to };
  const isRecorded = (_: number, i: number) => !Number.isNaN(voltage_V[from + i] ?? NaN);
  const recorded = (values: Float64Array) => values.subarray(from, to).filter(isRecorded);
  const recorded_V = recorded(voltage_V);
  return {
    time_s: recorded(time_s),
    voltage_V: recorded_V,
    current_A: recorded(current_A),
    from: 0,
    to: recorded_V.length,
  };
}

function hasBlank(values: Float64Array, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (Number.isNaN(values[i] ?? NaN)) return true;
  return false;
}

function measure(samples: Samples, { index, direction }: HalfCycle): MeasuredPart {
  const { time_s, voltage_V, current_A, from, to } = samples;
  const [middle, middleEnd] = sharesToRows(samples, ...MIDDLE);
  const polarisation_V = medianSizeWithin(voltage_V, middle, middleEnd);
  const middle_A = medianSizeWithin(current_A, middle, middleEnd);
  const [, initialEnd] = sharesToRows(samples, 0, INITIAL);
  const [final] = sharesToRows(samples, 1 - INITIAL, 1);
  const [settled] = sharesToRows(samples, SETTLED, 1);
  const { fall, scatter } = settledCourse(voltage_V, settled, to);
  return {
    halfCycle: index,
    direction,
    startTime_s: time_s[from] ?? NaN,
    endTime_s: time_s[to - 1] ?? NaN,
    isWhole: false,
    current_A: middle_A,
    polarisation_V,
    resistance_ohm: polarisation_V / middle_A,
    initial_V: medianSizeWithin(voltage_V, from, initialEnd),
    lowest_V: leastSize(voltage_V, ...sharesToRows(samples, ...LOWEST)),
    final_V: medianSizeWithin(voltage_V, final, to),
    last_V: Math.abs(voltage_V[to - 1] ?? NaN),
    innerFall: fall.ratio,
    innerFallTime_s: time_s[settled + fall.at] ?? NaN,
    scatter,
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

function leastSize(values: Float64Array, from: number, to: number): number {
  let least = Infinity;
  for (let i = from; i < to; i += 1) {
    const size = Math.abs(values[i] ?? NaN);
    if (size < least) least = size;
  }
  return least;
}
