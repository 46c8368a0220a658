/**
 * Runs the WebAssembly of wasm/runRows.ts over the rows of a run: where its current turns, the charge that passed, and all
 * that is measured of a half cycle whose every row carries current. Rows are copied in by windows, for a window stays in
 * the processor's own memory while it is looked at several times.
 */
import { RUN_ROWS_MODULE } from '#core/cycling/runRowsModule.ts';
import { wasmExports } from '#core/numeric/wasmInstance.ts';

/** Columns of a run in which time never falls. */
export interface RowColumns {
  readonly time_s: Float64Array;
  readonly current_A: Float64Array;
  /** Not needed for the charge. */
  readonly voltage_V: Float64Array | null;
  /** Needed for the charge: whose current flows before each row (integrateCharge.ts). */
  readonly carriesBefore: Uint8Array | null;
}

/** Rows [first, end). */
export type Rows = readonly [first: number, end: number];

export interface RunRows {
  /** The first row from one on whose current has another sign, or one before it where a window ends. */
  readonly endOfSign: (from: number, sign: number, least_A: number) => number;
  /** Adds the charges over the intervals before rows, As; row 0 has none before it. */
  readonly addPassed_As: (rows: Rows, sum_As: number) => number;
  /** Whether sizes of the current surely differ by no more than a share of the smallest. */
  readonly isSteady: (rows: Rows, share: number) => boolean;
  /** Writes what is measured of rows with current (`MEASURES`); null where one is not finite or they are too many. */
  readonly measure: (rows: Rows, startTime_s: number, duration_s: number) => Float64Array | null;
}

/** The places of what is measured; voltages in V, of sizes |E| where not said otherwise. */
export const MEASURES = {
  /** Between 40 and 60 % of the duration: rows, medians of E, |E| and I. */
  samples: 0,
  middleVoltage: 1,
  middleSize: 2,
  middleCurrent: 3,
  /** Median distance of means over 10 s from their running median; NaN for too few. */
  noise: 4,
  /** Median of the first 2 %, lowest between 10 and 60 %, median of the last 2 %. */
  initial: 5,
  least: 6,
  final: 7,
  /** Of the first fifth: rows, and the largest that a neighbour reaches. */
  beginSamples: 8,
  beginMost: 9,
  /** 1 where no step can lie inside. */
  isLevel: 10,
  /** By the time between the first row and the last: medians of |E| and |I| in the middle, then as above. */
  partSize: 11,
  partCurrent: 12,
  partInitial: 13,
  partLowest: 14,
  partFinal: 15,
  /** By which the module itself looks for falls. */
  largest: 16,
  /** The row at which the later four fifths begin, from the first. */
  settledRow: 17,
  /** Of their course: smallest ratio, its row, distances from the course (lowest, highest, median size). */
  fall: 18,
  fallAt: 19,
  scatterLeast: 20,
  scatterMost: 21,
  scatterMedian: 22,
} as const;

interface Exports {
  readonly memory: WebAssembly.Memory;
  reserveRows(count: number): number;
  measuresAt(): number;
  endOfSign(from: number, end: number, sign: number, least_A: number): number;
  addPassed(from: number, end: number, sum_As: number): number;
  isSteady(from: number, end: number, share: number): number;
  measure(from: number, end: number, start_s: number, duration_s: number): number;
}

/** Rows of a window that is not asked to be longer: with what is computed of them they fit beside a processor's core. */
const WINDOW = 8192;
/** More rows in one half cycle would take memory that is never given back. */
const MOST_ROWS = 1_048_576;
/** Places between the columns in memory (wasm/runRows.ts). */
const GAP = 16;
const BYTES = Float64Array.BYTES_PER_ELEMENT;

interface Window {
  readonly module: Exports;
  capacity: number;
  times: Float64Array;
  currents: Float64Array;
  voltages: Float64Array;
  carries: Uint8Array;
  measures: Float64Array;
  /** Whose rows [first, end) it holds. */
  columns: RowColumns | null;
  first: number;
  end: number;
}

let started: Window | null | undefined;

/** Null where WebAssembly may not run: the same numbers are then computed without it, only slower. */
export function runRows(columns: RowColumns): RunRows | null {
  if (started === undefined) started = start();
  return started && over(started, columns);
}

function start(): Window | null {
  try {
    const none = new Float64Array(0);
    const memory = {
      times: none,
      currents: none,
      voltages: none,
      carries: new Uint8Array(0),
      measures: none,
    };
    const module = wasmExports(RUN_ROWS_MODULE) as Exports;
    return { module, capacity: 0, ...memory, columns: null, first: 0, end: 0 };
  } catch {
    return null;
  }
}

function over(window: Window, columns: RowColumns): RunRows {
  const { module } = window;
  const rows = columns.time_s.length;

  /** Makes rows present; they are counted from what it returns. */
  function hold(first: number, end: number): number {
    if (window.columns !== columns || first < window.first || end > window.end)
      move(window, columns, first, Math.min(rows, Math.max(end, first + WINDOW)));
    return window.first;
  }

  return {
    endOfSign(from, sign, least_A) {
      // The row before comes with it, for the charge.
      const before = Math.max(0, from - 1);
      const start = hold(before, from + 1);
      return start + module.endOfSign(from - start, window.end - start, sign, least_A);
    },
    addPassed_As([from, end], sum_As) {
      const first = Math.max(1, from);
      const start = hold(first - 1, end);
      return module.addPassed(first - start, end - start, sum_As);
    },
    isSteady([from, end], share) {
      if (end - from > MOST_ROWS) return false;
      const start = hold(from, end);
      return module.isSteady(from - start, end - start, share) === 1;
    },
    measure([from, end], startTime_s, duration_s) {
      if (end - from > MOST_ROWS) return null;
      const start = hold(from, end);
      return module.measure(from - start, end - start, startTime_s, duration_s) === 1
        ? window.measures
        : null;
    },
  };
}

function move(window: Window, columns: RowColumns, first: number, end: number): void {
  if (end - first > window.capacity) widen(window, Math.max(WINDOW, end - first));
  window.times.set(columns.time_s.subarray(first, end));
  window.currents.set(columns.current_A.subarray(first, end));
  if (columns.voltage_V) window.voltages.set(columns.voltage_V.subarray(first, end));
  if (columns.carriesBefore) window.carries.set(columns.carriesBefore.subarray(first, end));
  Object.assign(window, { columns, first, end });
}

function widen(window: Window, capacity: number): void {
  const { module } = window;
  const times = module.reserveRows(capacity);
  const { buffer } = module.memory;
  const column = (capacity + GAP) * BYTES;
  window.capacity = capacity;
  window.times = new Float64Array(buffer, times, capacity);
  window.currents = new Float64Array(buffer, times + column, capacity);
  window.voltages = new Float64Array(buffer, times + 2 * column, capacity);
  window.carries = new Uint8Array(buffer, times + 3 * column, capacity);
  window.measures = new Float64Array(buffer, module.measuresAt(), Object.keys(MEASURES).length);
}
