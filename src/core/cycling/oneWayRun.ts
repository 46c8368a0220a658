/**
 * A run whose current flows one way only: it is one half cycle however long it lasts, and its course shows in its
 * segments, the stretches of one set current between rests, pauses, joined files and rate steps.
 */
import { flowingRows } from '#core/cycling/flowingRows.ts';
import { MIN_SAMPLES, type HalfCycle } from '#core/cycling/halfCycles.ts';
import { areUnlike } from '#core/cycling/hasPolarisation.ts';
import { polarisation } from '#core/cycling/polarisation.ts';
import type { CyclingRun } from '#core/cycling/summariseCycling.ts';
import { medianBy } from '#core/numeric/quantile.ts';
import type { CellKind } from '#core/project/study.ts';

export interface OneWaySegment {
  /** Counts from 1 over the whole run. */
  readonly index: number;
  readonly direction: 'positive' | 'negative';
  readonly startTime_s: number;
  readonly endTime_s: number;
  /** Signed. */
  readonly current_mA: number;
  /** Median of |E| between 40 and 60 % of the segment's duration, as of a half cycle. */
  readonly polarisation_mV: number;
  /** It lasted less than most: its middle is not that of a whole one. */
  readonly isShort: boolean;
}

export interface OneWayRun {
  /** At least two. */
  readonly segments: readonly OneWaySegment[];
  /** Median |E| at the end of the rests between them; null where no rest was recorded. */
  readonly rest_mV: number | null;
}

/** Share of the median duration that a segment needs to be whole. */
const WHOLE = 0.8;

interface OneWayOptions {
  readonly restThreshold_mA: number;
  /** What is known of the cell; null = nothing. */
  readonly kind: CellKind | null;
}

/** Null where the current flows both ways, does so without a break, or between electrodes known to be unlike. */
export function oneWayRun(
  { trace, halfCycles }: CyclingRun,
  { restThreshold_mA, kind }: OneWayOptions,
): OneWayRun | null {
  if (areUnlike(kind) || new Set(halfCycles.map(({ direction }) => direction)).size !== 1) return null;
  const rest_A = restThreshold_mA / 1000;
  const stretches = halfCycles.flatMap((half) => stretchesOf(trace.current_A, half, rest_A));
  const long = stretches.filter(({ samples }) => samples >= MIN_SAMPLES);
  if (long.length < 2) return null;
  const measured = long.map((stretch, k) => ({
    index: k + 1,
    ...measure(trace, stretch, rest_A),
  }));
  const usual_s = medianBy(measured, durationOf_s);
  const segments = measured.map((each) => ({ ...each, isShort: durationOf_s(each) < WHOLE * usual_s }));
  return { segments, rest_mV: restVoltage_mV(trace, long) };
}

/** The number of the segment that holds a time, or of the last one that began before it. */
export function segmentAt(segments: readonly OneWaySegment[], time_s: number): number {
  return segments.findLast(({ startTime_s }) => startTime_s <= time_s)?.index ?? 1;
}

/** Rows with current, without a rest, a pause or a rate step between them. */
type Stretch = Pick<HalfCycle, 'firstRow' | 'endRow' | 'samples'> & {
  readonly halfCycle: HalfCycle;
  /** A row at rest comes just before it. */
  readonly followsRest: boolean;
};

function stretchesOf(current_A: Float64Array, halfCycle: HalfCycle, rest_A: number): Stretch[] {
  return flowingRows(current_A, halfCycle, rest_A).map(([firstRow, endRow]) => {
    const followsRest = Math.abs(current_A[firstRow - 1] ?? NaN) < rest_A;
    return { firstRow, endRow, samples: endRow - firstRow, halfCycle, followsRest };
  });
}

function measure(trace: CyclingRun['trace'], { halfCycle, ...rows }: Stretch, rest_A: number) {
  const startTime_s = trace.time_s[rows.firstRow] ?? NaN;
  const endTime_s = trace.time_s[rows.endRow - 1] ?? NaN;
  const duration_s = endTime_s - startTime_s;
  const middle = polarisation(trace, { ...halfCycle, ...rows, startTime_s, duration_s }, rest_A);
  return {
    direction: halfCycle.direction,
    startTime_s,
    endTime_s,
    current_mA: 1000 * middle.current_A,
    polarisation_mV: 1000 * middle.polarisation_V,
  };
}

type Lasting = Pick<OneWaySegment, 'startTime_s' | 'endTime_s'>;

function durationOf_s({ startTime_s, endTime_s }: Lasting): number {
  return endTime_s - startTime_s;
}

/** Before the first segment the cell may never have carried a current. */
function restVoltage_mV({ voltage_V }: CyclingRun['trace'], stretches: readonly Stretch[]): number | null {
  const rests = stretches.slice(1).filter(({ followsRest }) => followsRest);
  const value_V = medianBy(rests, ({ firstRow }) => Math.abs(voltage_V[firstRow - 1] ?? NaN));
  return Number.isNaN(value_V) ? null : 1000 * value_V;
}
