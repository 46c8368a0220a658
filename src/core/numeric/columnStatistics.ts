/** Runs the WebAssembly of wasm/columnStatistics.ts over stretches of a column: medians and the course of a voltage. */
import { COLUMN_STATISTICS_MODULE } from '#core/numeric/columnStatisticsModule.ts';
import { wasmExports } from '#core/numeric/wasmInstance.ts';

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
  /** The value of that rank, from 0, of the first `count`, none of which may be NaN. */
  valueOfRank(values: Float64Array, rank: number, count: number): number;
  /** The places of values below the one before, rising; a place that is NaN or follows NaN is none. */
  falls(values: Float64Array): number[];
  /** The places of values that are not the same as the one before, rising. */
  changes(values: Float64Array): number[];
  /** Whether no value is below the one before, and none is NaN. */
  isRising(values: Float64Array): boolean;
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
  valueOfRank(rank: number, count: number): number;
  placesWhere(count: number, way: number): number;
  placesAt(): number;
  isRising(count: number): number;
}

const FALLS = 0;
const CHANGES = 1;
/** So many values of a long column are looked at together. */
const BLOCK = 4096;

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
    return over(wasmExports(COLUMN_STATISTICS_MODULE) as Exports);
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
      const capacity = Math.max(BLOCK, Math.ceil(1.25 * count));
      const address = module.reserve(capacity);
      room = new Float64Array(module.memory.buffer, address, capacity);
      found = new Float64Array(module.memory.buffer).subarray(foundAt, foundAt + 5);
    }
    if (count > FEW) room.set(values.subarray(from, to));
    else for (let i = 0; i < count; i += 1) room[i] = values[from + i] ?? NaN;
    return count;
  }

  /** Each block begins with the last value of the one before it. */
  function placesWhere(values: Float64Array, way: number): number[] {
    const places: number[] = [];
    for (let from = 0; from + 1 < values.length; from += BLOCK) {
      const count = hand(values, from, Math.min(values.length, from + BLOCK + 1));
      const found = module.placesWhere(count, way);
      if (found === 0) continue;
      const here = new Uint32Array(module.memory.buffer, module.placesAt(), found);
      for (const place of here) places.push(from + place);
    }
    return places;
  }

  function isRising(values: Float64Array): boolean {
    if (Number.isNaN(values[0])) return false;
    for (let from = 0; from + 1 < values.length; from += BLOCK) {
      const count = hand(values, from, Math.min(values.length, from + BLOCK + 1));
      if (module.isRising(count) === 0) return false;
    }
    return true;
  }

  return {
    isRising,
    falls: (values) => placesWhere(values, FALLS),
    changes: (values) => placesWhere(values, CHANGES),
    valueOfRank: (values, rank, count) => module.valueOfRank(rank, hand(values, 0, count)),
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
