/**
 * Medians and running medians of long columns, in AssemblyScript: TypeScript's syntax with machine types, compiled to
 * WebAssembly by `npm run build:wasm` (../columnStatisticsModule.ts holds the result, ../columnStatistics.ts runs it).
 * Which of two measured values is larger cannot be foreseen, and a branch taken wrongly costs more than all else here: the
 * machine's own minimum and maximum take none.
 */

/** Samples on either side of a fall that must agree on it. */
const REACH: i32 = 3;

/** What `course` found: ratio and place of the largest fall, lowest and highest distance, median size of the distances. */
const found = memory.data(5 * 8);
/** The values of the host, as much room for their running median, and twice as much for what a selection sets apart. */
let values: usize = 0;
let courses: usize = 0;
let lows: usize = 0;
let highs: usize = 0;

/** Makes room for so many values and says where the host is to write them. */
export function reserve(count: i32): usize {
  return reserveFrom(__heap_base, count);
}

/** The same behind what another module keeps there. */
export function reserveFrom(place: usize, count: i32): usize {
  const bytes = (usize(count) + 16) << 3;
  values = (place + 15) & ~15;
  courses = values + bytes;
  lows = courses + bytes;
  highs = lows + bytes;
  const pages = i32((highs + bytes + 65535) >> 16);
  if (pages > memory.size()) memory.grow(pages - memory.size());
  return values;
}

export function foundAt(): usize {
  return found;
}

/** The median of the finite values among the first `count`, or of their sizes; NaN when there are none. */
export function median(count: i32, ofSizes: bool): f64 {
  const kept = ofSizes ? compactSizes(count) : compact(count);
  if (kept == 0) return NaN;
  return medianOfFirst(kept);
}

@inline
function at(index: i32): f64 {
  return load<f64>(values + (usize(index) << 3));
}

export function valuesAt(): usize {
  return values;
}

@inline
export function put(index: i32, value: f64): void {
  store<f64>(values + (usize(index) << 3), value);
}

function compact(count: i32): i32 {
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const value = at(i);
    put(kept, value);
    kept += i32(abs(value) < Infinity);
  }
  return kept;
}

function compactSizes(count: i32): i32 {
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const size = abs(at(i));
    put(kept, size);
    kept += i32(size < Infinity);
  }
  return kept;
}

/** The median of the first `count` values, none of them NaN; they stay as they are. */
export function medianOfFirst(count: i32): f64 {
  const middle = count >> 1;
  const upper = selected(middle, count);
  return count & 1 ? upper : (lowerMiddle(upper, middle, count) + upper) / 2;
}

/** The value of the rank before the middle one: equal to it, or the largest of those below. */
function lowerMiddle(upper: f64, middle: i32, count: i32): f64 {
  const limit = f64x2.splat(upper);
  let most = f64x2.splat(-Infinity);
  let below = i64x2.splat(0);
  const end = values + (usize(count & ~1) << 3);
  for (let p = values; p < end; p += 16) {
    const pair = v128.load(p);
    const isBelow = f64x2.lt(pair, limit);
    below = i64x2.sub(below, isBelow);
    most = f64x2.pmax(most, v128.bitselect(pair, f64x2.splat(-Infinity), isBelow));
  }
  const found = i32(i64x2.extract_lane(below, 0) + i64x2.extract_lane(below, 1));
  return found < middle ? upper : max(f64x2.extract_lane(most, 0), f64x2.extract_lane(most, 1));
}

/** So few values are ranked by comparing each with all. */
const FEW: i32 = 16;
/** State of the places pivots are taken from: no order of values is slow but by chance. */
let chance: u32 = 1;

/**
 * The value of that rank among the first `count`: those below a pivot and those above it are set apart, and the search goes on
 * among those that hold the rank. Both are written each time, and only the counts depend on the comparison.
 */
function selected(rank: i32, count: i32): f64 {
  let from = values;
  let left = rank;
  let held = count;
  while (held > FEW) {
    const pivot = pivotOf(from, held);
    let below: usize = 0;
    let above: usize = 0;
    const end = from + (usize(held) << 3);
    for (let p = from; p < end; p += 8) {
      const value = load<f64>(p);
      store<f64>(lows + below, value);
      store<f64>(highs + above, value);
      below += usize(value < pivot) << 3;
      above += usize(value > pivot) << 3;
    }
    const fewer = i32(below >> 3);
    const notAbove = held - i32(above >> 3);
    if (left >= fewer && left < notAbove) return pivot;
    const isLow = left < fewer;
    from = isLow ? lows : highs;
    held = isLow ? fewer : held - notAbove;
    left = isLow ? left : left - notAbove;
  }
  return ranked(from, left, held);
}

/** The middle one of three values taken by chance. */
function pivotOf(from: usize, count: i32): f64 {
  const a = byChance(from, count);
  const b = byChance(from, count);
  const c = byChance(from, count);
  return max(min(a, b), min(max(a, b), c));
}

function byChance(from: usize, count: i32): f64 {
  chance = chance * 1664525 + 1013904223;
  return load<f64>(from + (usize((u64(chance) * u64(count)) >> 32) << 3));
}

/** The value below which and equal to which so many lie that it has the rank. */
function ranked(from: usize, rank: i32, count: i32): f64 {
  const end = from + (usize(count) << 3);
  for (let p = from; p < end; p += 8) {
    const value = load<f64>(p);
    let below = 0;
    let notAbove = 0;
    for (let q = from; q < end; q += 8) {
      below += i32(load<f64>(q) < value);
      notAbove += i32(load<f64>(q) <= value);
    }
    if (below <= rank && rank < notAbove) return value;
  }
  return NaN;
}

/**
 * Of the sizes of the first `count` values their running median over five samples, its largest fall, and the distances from
 * it: the lowest, the highest, and the median size of those that an even choice of at most `lookedAt` takes. Values must not
 * be NaN. `found` holds the answer.
 */
export function course(count: i32, lookedAt: i32): void {
  toSizes(count);
  runningMedianOfFive(count);
  largestFall(count);
  toDistances(count);
  store<f64>(found, median(thin(count, lookedAt), true), 32);
}

function toSizes(count: i32): void {
  const end = values + (usize(count) << 3);
  // The last pair may reach one value too far, where there is room.
  for (let p = values; p < end; p += 16) v128.store(p, f64x2.abs(v128.load(p)));
}

function runningMedianOfFive(count: i32): void {
  const last = count - 1;
  const end = values + (usize(max(last - 1, 0)) << 3);
  const shift = courses - values;
  for (let p = values + 16; p < end; p += 16) {
    const a = v128.load(p - 16);
    const b = v128.load(p - 8);
    const c = v128.load(p);
    const d = v128.load(p + 8);
    const rest = v128.load(p + 16);
    // Of the two pairs the smaller of the lows and the larger of the highs cannot be the median of all.
    const low = f64x2.pmax(f64x2.pmin(a, b), f64x2.pmin(c, d));
    const high = f64x2.pmin(f64x2.pmax(a, b), f64x2.pmax(c, d));
    const between = f64x2.pmin(f64x2.pmax(low, high), rest);
    v128.store(p + shift, f64x2.pmax(f64x2.pmin(low, high), between));
  }
  for (let i = 0; i < min(2, count); i++) putCourse(i, cutMedian(i, last));
  for (let i = max(0, last - 1); i <= last; i++) putCourse(i, cutMedian(i, last));
}

@inline
export function courseAt(index: i32): f64 {
  return load<f64>(courses + (usize(index) << 3));
}

@inline
export function putCourse(index: i32, value: f64): void {
  store<f64>(courses + (usize(index) << 3), value);
}

const cut = memory.data(5 * 8);

/** The median of the up to five values about one at either end; of an even number the mean of the middle two. */
function cutMedian(index: i32, last: i32): f64 {
  const from = max(0, index - 2);
  const width = min(last, index + 2) - from + 1;
  for (let k = 0; k < width; k++) {
    const value = at(from + k);
    let place = cut + (usize(k) << 3);
    while (place > cut && load<f64>(place - 8) > value) {
      store<f64>(place, load<f64>(place - 8));
      place -= 8;
    }
    store<f64>(place, value);
  }
  const upper = cut + (usize(width >> 1) << 3);
  return width & 1 ? load<f64>(upper) : (load<f64>(upper - 8) + load<f64>(upper)) / 2;
}

function largestFall(count: i32): void {
  let ratio: f64 = 1;
  let place = 0;
  for (let i = REACH; i + REACH < count; i += 2) {
    const first = courses + (usize(i) << 3);
    const before = v128.load(first - (REACH << 3));
    const after = v128.load(first + (REACH << 3));
    // Divided only where it falls further: most rows do not.
    if (!v128.any_true(f64x2.lt(after, f64x2.mul(before, f64x2.splat(ratio))))) continue;
    for (let k = i; k < i + 2 && k + REACH < count; k++) {
      if (!(courseAt(k + REACH) < ratio * courseAt(k - REACH))) continue;
      ratio = courseAt(k + REACH) / courseAt(k - REACH);
      place = k;
    }
  }
  store<f64>(found, ratio);
  store<f64>(found, f64(place), 8);
}

function toDistances(count: i32): void {
  let low = f64x2.splat(Infinity);
  let high = f64x2.splat(-Infinity);
  const shift = courses - values;
  const end = values + (usize(count & ~1) << 3);
  for (let p = values; p < end; p += 16) {
    const pair = f64x2.sub(v128.load(p), v128.load(p + shift));
    v128.store(p, pair);
    low = f64x2.pmin(low, pair);
    high = f64x2.pmax(high, pair);
  }
  let least = min(f64x2.extract_lane(low, 0), f64x2.extract_lane(low, 1));
  let most = max(f64x2.extract_lane(high, 0), f64x2.extract_lane(high, 1));
  if (count & 1) {
    const distance = at(count - 1) - courseAt(count - 1);
    put(count - 1, distance);
    least = min(least, distance);
    most = max(most, distance);
  }
  store<f64>(found, least, 16);
  store<f64>(found, most, 24);
}

/** Keeps at most so many values, evenly taken; how many are left. */
function thin(count: i32, lookedAt: i32): i32 {
  const stride = (count + lookedAt - 1) / lookedAt;
  if (stride < 2) return count;
  const left = (count + stride - 1) / stride;
  for (let i = 1; i < left; i++) put(i, at(i * stride));
  return left;
}

/** Where the values of a moving window stand in their order, with room for one pair too far. */
const ordered = memory.data(520 * 8);
const LONGEST_WINDOW: i32 = 511;

/**
 * The running median of the first `count` values over an odd window of at most LONGEST_WINDOW, cut at both ends; false for
 * a longer one. Says where it is: values are compared with all of a short window at once, which needs no branch.
 */
export function runningMedian(count: i32, window: i32): usize {
  if (window > LONGEST_WINDOW) return 0;
  const half = window >> 1;
  let held = 0;
  for (let i = 0; i < count + half; i++) {
    const isIn = i < count;
    const isOut = i >= window;
    if (isIn && isOut) exchange(held, at(i - window), at(i));
    else if (isIn) insert(held++, at(i));
    else if (isOut) take(held--, at(i - window));
    if (i >= half) putCourse(i - half, middleOf(held));
  }
  return courses;
}

/** How many of the first `held` lie below a value. */
function rankOf(held: i32, value: f64): i32 {
  const wanted = f64x2.splat(value);
  let sum = i64x2.splat(0);
  const end = ordered + (usize(held) << 3);
  for (let p = ordered; p < end; p += 16) sum = i64x2.sub(sum, f64x2.lt(v128.load(p), wanted));
  return i32(i64x2.extract_lane(sum, 0) + i64x2.extract_lane(sum, 1));
}

/** Takes one value out and puts another in: only what lies between the two moves. */
function exchange(held: i32, old: f64, value: f64): void {
  let place = ordered + (usize(rankOf(held, old)) << 3);
  const end = ordered + (usize(held - 1) << 3);
  for (; place < end && load<f64>(place + 8) < value; place += 8) store<f64>(place, load<f64>(place + 8));
  for (; place > ordered && load<f64>(place - 8) > value; place -= 8) store<f64>(place, load<f64>(place - 8));
  store<f64>(place, value);
}

/** Puts a value in its place; behind the last stands what is below none. */
function insert(held: i32, value: f64): void {
  let place = ordered + (usize(held) << 3);
  store<f64>(place + 8, Infinity);
  for (; place > ordered && load<f64>(place - 8) > value; place -= 8) store<f64>(place, load<f64>(place - 8));
  store<f64>(place, value);
}

/** Takes a value out. */
function take(held: i32, value: f64): void {
  const end = ordered + (usize(held - 1) << 3);
  let place = ordered + (usize(rankOf(held, value)) << 3);
  for (; place < end; place += 8) store<f64>(place, load<f64>(place + 8));
  store<f64>(end, Infinity);
}

function middleOf(held: i32): f64 {
  const upper = ordered + (usize(held >> 1) << 3);
  return held & 1 ? load<f64>(upper) : (load<f64>(upper - 8) + load<f64>(upper)) / 2;
}

/** In which way a value may stand to the one before it. */
const FALLS: i32 = 0;
const CHANGES: i32 = 1;

/**
 * Writes the places among the first `count` values, from the second on, that are below the one before (or are not the same),
 * and says how many; where, `placesAt` tells.
 */
export function placesWhere(count: i32, way: i32): i32 {
  let found = 0;
  for (let i = 1; i < count; i += 2) {
    const here = values + (usize(i) << 3);
    const before = v128.load(here - 8);
    const now = v128.load(here);
    const isSo = way == FALLS ? f64x2.lt(now, before) : f64x2.ne(now, before);
    if (!v128.any_true(isSo)) continue;
    if (i64x2.extract_lane(isSo, 0)) store<i32>(lows + (usize(found++) << 2), i);
    if (i + 1 < count && i64x2.extract_lane(isSo, 1)) store<i32>(lows + (usize(found++) << 2), i + 1);
  }
  return found;
}

export function placesAt(): usize {
  return lows;
}

/** Whether none of the first `count` values is below the one before, or NaN. */
export function isRising(count: i32): bool {
  let rises = i64x2.splat(-1);
  for (let i = 1; i + 1 < count; i += 2) {
    const here = values + (usize(i) << 3);
    rises = v128.and(rises, f64x2.ge(v128.load(here), v128.load(here - 8)));
  }
  return i64x2.all_true(rises) && (count < 2 || at(count - 1) >= at(count - 2));
}

/** The value of a rank, from 0, of the first `count`, none of them NaN. */
export function valueOfRank(rank: i32, count: i32): f64 {
  return selected(rank, count);
}
