/**
 * What is asked of every row of a cycling run, in AssemblyScript: TypeScript's syntax with machine types, compiled to
 * WebAssembly by `npm run build:wasm` (../runRowsModule.ts holds the result, ../runRows.ts runs it). The host copies a window
 * of rows in; rows are counted from its beginning. What is computed here is what the host's own functions compute, in the
 * same order of sums, so that both give the same numbers to the last digit.
 */
import {
  course,
  courseAt,
  foundAt,
  medianOfFirst,
  put,
  putCourse,
  reserveFrom,
  runningMedian,
  valuesAt,
} from '../../numeric/wasm/columnStatistics.ts';

const NOISE_BLOCK_S: f64 = 10;
const LEAST_NOISE_BLOCKS: i32 = 20;
const BINS: i32 = 50;
const LEAST_JUMP: f64 = 0.2;
const LOOKED_AT: i32 = 1000;

let times: usize = 0;
let currents: usize = 0;
let voltages: usize = 0;
let carries: usize = 0;

/** What `measure` found, in the order of the host's list of names. */
const measures = memory.data(24 * 8);

/** Makes room for so many rows; where the times begin. Currents, voltages and carries follow, 16 places apart. */
export function reserveRows(count: i32): usize {
  const column = (usize(count) + 16) << 3;
  times = (__heap_base + 15) & ~15;
  currents = times + column;
  voltages = currents + column;
  carries = voltages + column;
  reserveFrom(carries + column, count);
  return times;
}

export function measuresAt(): usize {
  return measures;
}

@inline
function at(column: usize, row: i32): f64 {
  return load<f64>(column + (usize(row) << 3));
}

/** The first row from one on whose current has another sign: 1, -1, or 0 where it is smaller than the least. */
export function endOfSign(from: i32, end: i32, sign: i32, least_A: f64): i32 {
  let row = from;
  const least = f64x2.splat(least_A);
  const flip = f64x2.splat(sign < 0 ? -1 : 1);
  if (sign == 0) while (row < end && !(abs(at(currents, row)) >= least_A)) row++;
  else while (row < end && i64x2.all_true(f64x2.ge(f64x2.mul(pairAt(currents, row), flip), least))) row += 2;
  if (sign == 0) return row;
  // The first of the pair may still have it, and the last pair may reach beyond the end.
  if (row < end && at(currents, row) * f64(sign) >= least_A) row++;
  return min(row, end);
}

@inline
function pairAt(column: usize, row: i32): v128 {
  return v128.load(column + (usize(row) << 3));
}

/** Adds the charges over the intervals before rows [from, end) to a sum, where time never falls. */
export function addPassed(from: i32, end: i32, sum_As: f64): f64 {
  let passed_As = sum_As;
  let before_s = at(times, from - 1);
  let before_A = at(currents, from - 1);
  for (let row = from; row < end; row++) {
    const now_s = at(times, row);
    const now_A = at(currents, row);
    const carry = load<u8>(carries + row);
    const carried_A = carry == 0 ? before_A : carry == 1 ? now_A : 0;
    const charge_As = carried_A * (now_s - before_s);
    // A charge that is none adds none.
    passed_As += charge_As == charge_As ? charge_As : 0;
    before_s = now_s;
    before_A = now_A;
  }
  return passed_As;
}

/** Whether the sizes of the current over rows [from, end) differ by no more than a share of the smallest. */
export function isSteady(from: i32, end: i32, share: f64): bool {
  let low = f64x2.splat(Infinity);
  let high = f64x2.splat(0);
  let row = from;
  for (; row + 1 < end; row += 2) {
    const pair = f64x2.abs(v128.load(currents + (usize(row) << 3)));
    low = f64x2.min(low, pair);
    high = f64x2.max(high, pair);
  }
  let least = min(f64x2.extract_lane(low, 0), f64x2.extract_lane(low, 1));
  let most = max(f64x2.extract_lane(high, 0), f64x2.extract_lane(high, 1));
  if (row < end) {
    least = min(least, abs(at(currents, row)));
    most = max(most, abs(at(currents, row)));
  }
  return most - least <= share * least;
}

@inline
function tell(place: i32, value: f64): void {
  store<f64>(measures + (usize(place) << 3), value);
}

/**
 * Measures the half cycle of rows [from, end), all of them with current and in order of time; false where a value is not
 * finite, or where it is longer than the window of its running median may be.
 */
export function measure(from: i32, end: i32, start_s: f64, duration_s: f64): bool {
  if (!areFinite(from, end)) return false;
  measureMiddle(from, end, start_s, duration_s);
  if (!measureNoise(from, end)) return false;
  measureShape(from, end, start_s, duration_s);
  measureBegin(from, end, start_s, duration_s);
  measureLevels(from, end, start_s, duration_s);
  measurePart(from, end);
  return true;
}

/** The least |E| of the half cycle. */
let smallest: f64 = 0;

/** Tells the largest |E| as well. */
function areFinite(from: i32, end: i32): bool {
  let none = f64x2.splat(0);
  let low = f64x2.splat(Infinity);
  let high = f64x2.splat(0);
  const zero = f64x2.splat(0);
  const last = end - 1;
  for (let row = from; row < end; row += 2) {
    // The last of an odd number is looked at twice.
    const place = usize(min(row, max(last - 1, from))) << 3;
    const voltage = v128.load(voltages + place);
    const sum = f64x2.add(f64x2.add(voltage, v128.load(currents + place)), v128.load(times + place));
    none = f64x2.add(none, f64x2.mul(sum, zero));
    const size = f64x2.abs(voltage);
    low = f64x2.pmin(low, size);
    high = f64x2.pmax(high, size);
  }
  smallest = min(f64x2.extract_lane(low, 0), f64x2.extract_lane(low, 1));
  tell(LARGEST, max(f64x2.extract_lane(high, 0), f64x2.extract_lane(high, 1)));
  return f64x2.extract_lane(none, 0) + f64x2.extract_lane(none, 1) == 0;
}

const SAMPLES: i32 = 0;
const MIDDLE_VOLTAGE: i32 = 1;
const MIDDLE_SIZE: i32 = 2;
const MIDDLE_CURRENT: i32 = 3;
const NOISE: i32 = 4;
const INITIAL: i32 = 5;
const LEAST: i32 = 6;
const FINAL: i32 = 7;
const BEGIN_SAMPLES: i32 = 8;
const BEGIN_MOST: i32 = 9;
const IS_LEVEL: i32 = 10;
const PART_SIZE: i32 = 11;
const PART_CURRENT: i32 = 12;
const PART_INITIAL: i32 = 13;
const PART_LOWEST: i32 = 14;
const PART_FINAL: i32 = 15;
const LARGEST: i32 = 16;
const SETTLED_ROW: i32 = 17;
const FALL: i32 = 18;
const FALL_AT: i32 = 19;
const SCATTER_LEAST: i32 = 20;
const SCATTER_MOST: i32 = 21;
const SCATTER_MEDIAN: i32 = 22;

@inline
function told(place: i32): f64 {
  return load<f64>(measures + (usize(place) << 3));
}

/** The first row of [from, end) whose time is not below one. */
function rowFrom(time_s: f64, from: i32, end: i32): i32 {
  let low = from;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(times, middle) < time_s) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first row of [from, end) whose time is above one. */
function rowAfter(time_s: f64, from: i32, end: i32): i32 {
  let low = from;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(times, middle) <= time_s) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The median of a column over rows [from, end), or of its sizes; NaN without any. */
function median(column: usize, from: i32, end: i32, ofSizes: bool): f64 {
  if (end <= from) return NaN;
  const count = end - from;
  const bytes = usize(count) << 3;
  const first = column + (usize(from) << 3);
  const values = valuesAt();
  if (!ofSizes) memory.copy(values, first, bytes);
  else for (let k: usize = 0; k < bytes; k += 16) v128.store(values + k, f64x2.abs(v128.load(first + k)));
  return medianOfFirst(count);
}

function keepsSign(column: usize, from: i32, end: i32): bool {
  let least: f64 = 0;
  let most: f64 = 0;
  for (let row = from; row < end; row++) {
    least = min(least, at(column, row));
    most = max(most, at(column, row));
  }
  return !(most > 0 && least < 0);
}

/** The rows between 40 and 60 % of the duration. */
let middleRow: i32 = 0;
let middleEnd: i32 = 0;

function measureMiddle(from: i32, end: i32, start_s: f64, duration_s: f64): void {
  middleRow = rowFrom(start_s + 0.4 * duration_s, from, end);
  middleEnd = rowAfter(start_s + 0.6 * duration_s, from, end);
  const voltage = median(voltages, middleRow, middleEnd, false);
  tell(SAMPLES, f64(max(0, middleEnd - middleRow)));
  tell(MIDDLE_VOLTAGE, voltage);
  tell(
    MIDDLE_SIZE,
    // The median of sizes is the size of the median where no voltage has the other sign: nearly everywhere.
    keepsSign(voltages, middleRow, middleEnd) ? abs(voltage) : median(voltages, middleRow, middleEnd, true),
  );
  tell(MIDDLE_CURRENT, median(currents, middleRow, middleEnd, false));
}

/** The median distance of the mean voltages of 10 s from their running median; false where the host must find it. */
function measureNoise(from: i32, end: i32): bool {
  const blocks = averageBlocks(from, end);
  tell(NOISE, NaN);
  if (blocks < LEAST_NOISE_BLOCKS) return true;
  const window = max(3, i32(floor(0.05 * f64(blocks) + 0.5)) | 1);
  if (runningMedian(blocks, window) == 0) return false;
  const values = valuesAt();
  for (let i = 0; i < blocks; i++) {
    const residual = load<f64>(values + (usize(i) << 3)) - courseAt(i);
    putCourse(i, residual);
    put(i, residual);
  }
  const centre = medianOfFirst(blocks);
  for (let i = 0; i < blocks; i++) put(i, abs(courseAt(i) - centre));
  tell(NOISE, medianOfFirst(blocks));
  return true;
}

function averageBlocks(from: i32, end: i32): i32 {
  let blocks = 0;
  for (let row = from; row < end;) {
    let sum = at(voltages, row);
    const from_s = NOISE_BLOCK_S * floor(at(times, row) / NOISE_BLOCK_S);
    const to_s = from_s + NOISE_BLOCK_S;
    const first = row++;
    // Times do not fall: none of those that follow lies before the block.
    for (; row < end && at(times, row) < to_s; row++) sum += at(voltages, row);
    put(blocks++, sum / f64(row - first));
  }
  return blocks;
}

function measureShape(from: i32, end: i32, start_s: f64, duration_s: f64): void {
  const initialRow = rowFrom(start_s + 0 * duration_s, from, end);
  const initialEnd = rowAfter(start_s + 0.02 * duration_s, from, end);
  tell(INITIAL, median(voltages, initialRow, initialEnd, true));
  const lowRow = rowFrom(start_s + 0.1 * duration_s, from, end);
  const lowEnd = rowAfter(start_s + 0.6 * duration_s, from, end);
  tell(LEAST, smallestSize(lowRow, lowEnd));
  const finalRow = rowFrom(start_s + 0.98 * duration_s, from, end);
  const finalEnd = rowAfter(start_s + 1 * duration_s, from, end);
  tell(FINAL, median(voltages, finalRow, finalEnd, true));
}

function smallestSize(from: i32, end: i32): f64 {
  let low = f64x2.splat(Infinity);
  let row = from;
  for (; row + 1 < end; row += 2) low = f64x2.pmin(low, f64x2.abs(v128.load(voltages + (usize(row) << 3))));
  const least = min(f64x2.extract_lane(low, 0), f64x2.extract_lane(low, 1));
  return row < end ? min(least, abs(at(voltages, row))) : least;
}

/** The largest |E| of the first fifth that a neighbour reaches too. */
function measureBegin(from: i32, end: i32, start_s: f64, duration_s: f64): void {
  const last = rowAfter(start_s + 0.2 * duration_s, from, end);
  let before = Infinity;
  let most: f64 = 0;
  for (let row = from; row < last; row++) {
    const size = abs(at(voltages, row));
    most = max(most, min(size, before));
    before = size;
  }
  tell(BEGIN_SAMPLES, f64(last - from));
  tell(BEGIN_MOST, most);
}

/** Means lie between the values they are of, but for their rounding. */
const LESS_ROUNDING: f64 = 1 - 1e-9;

/**
 * Whether the mean |E| of every fiftieth differs too little from the others for a step: surely so where no value does. NaN
 * where a fiftieth has no row and values differ by more.
 */
function measureLevels(from: i32, end: i32, start_s: f64, duration_s: f64): void {
  tell(IS_LEVEL, 1);
  if (told(LARGEST) - smallest <= LEAST_JUMP * smallest * LESS_ROUNDING) return;
  const perSecond = f64(BINS) / duration_s;
  let least = Infinity;
  let most = -Infinity;
  let row = from;
  tell(IS_LEVEL, NaN);
  for (let bin = 0; bin < BINS; bin++) {
    const first = row;
    const last = bin + 1 < BINS ? f64(bin + 1) : Infinity;
    let sum: f64 = 0;
    for (; row < end && (at(times, row) - start_s) * perSecond < last; row++) sum += abs(at(voltages, row));
    if (row == first) return;
    const level = sum / f64(row - first);
    least = min(least, level);
    most = max(most, level);
  }
  tell(IS_LEVEL, most - least <= LEAST_JUMP * least ? 1 : 0);
}

let part_s: f64 = 0;
let partDuration_s: f64 = 0;

/** What events are judged by: shares of the time from the first row to the last. */
function measurePart(from: i32, end: i32): void {
  part_s = at(times, from);
  partDuration_s = at(times, end - 1) - part_s;
  measurePartMiddle(from, end);
  tell(PART_INITIAL, median(voltages, partRow(0, from, end), partEnd(0, 0.02, from, end), true));
  tell(PART_LOWEST, smallestSize(partRow(0.1, from, end), partEnd(0.1, 0.6, from, end)));
  tell(PART_FINAL, median(voltages, partRow(0.98, from, end), end, true));
  const settled = partRow(0.2, from, end);
  memory.copy(valuesAt(), voltages + (usize(settled) << 3), usize(end - settled) << 3);
  course(end - settled, LOOKED_AT);
  tell(SETTLED_ROW, f64(settled - from));
  memory.copy(measures + (FALL << 3), foundAt(), 5 << 3);
}

function measurePartMiddle(from: i32, end: i32): void {
  const first = partRow(0.4, from, end);
  const last = partEnd(0.4, 0.6, from, end);
  const isSame = first == middleRow && last == middleEnd;
  tell(PART_SIZE, isSame ? told(MIDDLE_SIZE) : median(voltages, first, last, true));
  tell(PART_CURRENT, isSame ? abs(told(MIDDLE_CURRENT)) : median(currents, first, last, true));
}

function partRow(share: f64, from: i32, end: i32): i32 {
  return min(rowFrom(part_s + share * partDuration_s, from, end), end - 1);
}

/** At least one row after the share at which it begins. */
function partEnd(share: f64, until: f64, from: i32, end: i32): i32 {
  return max(rowAfter(part_s + until * partDuration_s, from, end), partRow(share, from, end) + 1);
}
