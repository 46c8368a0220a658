/** Runs the WebAssembly of wasm/columnStatistics.ts over stretches of a column: medians and the course of a voltage. */
import { COLUMN_STATISTICS_MODULE } from '#core/numeric/columnStatisticsModule.ts';

/** The running median of |x| over five samples, and how |x| lies about it. */
export interface MedianCourse {
  /** The smallest ratio of the course just after to just before one value, and its place; 1 where it never falls. */
  readonly fall: { readonly ratio: number; readonly at: number };
  /** The lowest and the highest distance of |x| from the course. */
  readonly least: number;
  readonly most: number;
  /** The median size of the distances. */
  readonly medianSize: number;
}

export interface ColumnStatistics {
  /** The median of the finite values with from <= index < to, or of their sizes; NaN when there are none. */
  median(values: Float64Array, from: number, to: number, ofSizes: boolean): number;
  /** The median over an odd window about each value, cut at both ends; null for a longer window than it can hold. */
  runningMedian(values: Float64Array, window: number): Float64Array | null;
  /** Values with from <= index < to must not be NaN; at most `lookedAt` distances are taken for their median. */
  course(values: Float64Array, rows: { from: number; to: number }, lookedAt: number): MedianCourse;
}

interface Exports {
  readonly memory: WebAssembly.Memory;
  reserve(count: number): number;
  foundAt(): number;
  median(count: number, ofSizes: number): number;
  course(count: number, lookedAt: number): void;
  runningMedian(count: number, window: number): number;
}

/** So few values are copied faster than a part of an array is made to copy them from. */
const FEW = 200;

let started: ColumnStatistics | null | undefined;

/** Null where WebAssembly may not run: the same numbers are then computed without it, only slower. */
export function columnStatistics(): ColumnStatistics | null {
  if (started === undefined) started = start();
  return started;
}

function start(): ColumnStatistics | null {
  try {
    const bytes = Uint8Array.from(atob(COLUMN_STATISTICS_MODULE), (letter) => letter.charCodeAt(0));
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
    return over(exports as unknown as Exports);
  } catch {
    return null;
  }
}

function over(module: Exports): ColumnStatistics {
  let room = new Float64Array(0);
  const foundAt = module.foundAt() / Float64Array.BYTES_PER_ELEMENT;
  let found = room;

  /** Copies the values to where the module reads them. */
  function hand(values: Float64Array, from: number, to: number): number {
    const count = to - from;
    if (room.length < count) {
      const address = module.reserve(2 * count);
      room = new Float64Array(module.memory.buffer, address, 2 * count);
      found = new Float64Array(module.memory.buffer).subarray(foundAt, foundAt + 5);
    }
    if (count > FEW) room.set(values.subarray(from, to));
    else for (let i = 0; i < count; i += 1) room[i] = values[from + i] ?? NaN;
    return count;
  }

  return {
    median: (values, from, to, ofSizes) => module.median(hand(values, from, to), ofSizes ? 1 : 0),
    runningMedian(values, window) {
      const count = hand(values, 0, values.length);
      const address = module.runningMedian(count, window);
      return address === 0 ? null : new Float64Array(module.memory.buffer, address, count).slice();
    },
    course(values, { from, to }, lookedAt) {
      module.course(hand(values, from, to), lookedAt);
      const [ratio = NaN, at = NaN, least = NaN, most = NaN, medianSize = NaN] = found;
      return { fall: { ratio, at }, least, most, medianSize };
    },
  };
}
