/**
 * Medians and running medians of long columns, in AssemblyScript: TypeScript's syntax with machine types, compiled to
 * WebAssembly by `npm run build:wasm` (../columnStatisticsModule.ts holds the result, ../columnStatistics.ts runs it).
 * Which of two measured values is larger cannot be foreseen, and a branch taken wrongly costs more than all else here: the
 * machine's own minimum and maximum take none.
 */

/** The bins in which values are counted: few values need few. */
const MOST_BINS: i32 = 512;
const FEW_BINS: i32 = 64;
/** From so many values on there are the most bins, and from so many it pays to look only at those near the middle. */
const MANY: i32 = 256;
const SOME: i32 = 20;
/** Samples on either side of a fall that must agree on it. */
const REACH: i32 = 3;

const counts = memory.data(513 * 4);
/** What `course` found: ratio and place of the largest fall, lowest and highest distance, median size of the distances. */
const found = memory.data(5 * 8);
/** The values of the host, and as much room for their running median. */
let values: usize = 0;
let courses: usize = 0;

/** Makes room for so many values and says where the host is to write them. */
export function reserve(count: i32): usize {
  const bytes = (usize(count) + 16) << 3;
  values = (__heap_base + 15) & ~15;
  courses = values + bytes;
  const pages = i32((courses + bytes + 65535) >> 16);
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

@inline
function put(index: i32, value: f64): void {
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

/** How many values lie below those that are left at the front. */
let below: i32 = 0;

function medianOfFirst(count: i32): f64 {
  below = 0;
  const kept = count < SOME ? count : keepMiddle(count);
  const middle = (count >> 1) - below;
  const upper = select(middle, kept);
  if (count & 1) return upper;
  let lower: f64 = -Infinity;
  // What stands before the selected value is not above it.
  for (let i = 0; i < middle; i++) lower = max(lower, at(i));
  return (lower + upper) / 2;
}

/** Moves the values of the bins about the middle to the front; how many they are. */
function keepMiddle(count: i32): i32 {
  let low = f64x2.splat(Infinity);
  let high = f64x2.splat(-Infinity);
  const end = values + (usize(count & ~1) << 3);
  for (let p = values; p < end; p += 16) {
    const pair = v128.load(p);
    low = f64x2.pmin(low, pair);
    high = f64x2.pmax(high, pair);
  }
  let least = min(f64x2.extract_lane(low, 0), f64x2.extract_lane(low, 1));
  let most = max(f64x2.extract_lane(high, 0), f64x2.extract_lane(high, 1));
  if (count & 1) {
    least = min(least, at(count - 1));
    most = max(most, at(count - 1));
  }
  const bins = count < MANY ? FEW_BINS : MOST_BINS;
  const scale = f64(bins) / (most - least);
  if (!(scale > 0 && scale < Infinity)) return count;
  memory.fill(counts, 0, (usize(bins) + 1) << 2);
  for (let i = 0; i < count; i++) {
    const bin = counts + (usize(i32((at(i) - least) * scale)) << 2);
    store<i32>(bin, load<i32>(bin) + 1);
  }
  const first = binOfRank((count - 1) >> 1);
  const belowFirst = below;
  const last = binOfRank(count >> 1);
  below = belowFirst;
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const value = at(i);
    const bin = i32((value - least) * scale);
    put(kept, value);
    kept += i32(bin >= first) & i32(bin <= last);
  }
  return kept;
}

/** In which bin the value of that rank lies; `below` is how many lie in those before it. */
function binOfRank(rank: i32): i32 {
  let bin = 0;
  below = 0;
  while (true) {
    const here = load<i32>(counts + (usize(bin) << 2));
    if (below + here > rank) return bin;
    below += here;
    bin += 1;
  }
}

/** The value of that rank of the first `count` by Hoare's selection, which orders them around it. */
function select(rank: i32, count: i32): f64 {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const pivot = at((low + high) >> 1);
    let after = low;
    let before = high;
    while (after <= before) {
      while (at(after) < pivot) after++;
      while (at(before) > pivot) before--;
      if (after > before) break;
      const moved = at(after);
      put(after++, at(before));
      put(before--, moved);
    }
    if (rank <= before) high = before;
    else if (rank >= after) low = after;
    else break;
  }
  return at(rank);
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
function courseAt(index: i32): f64 {
  return load<f64>(courses + (usize(index) << 3));
}

@inline
function putCourse(index: i32, value: f64): void {
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
  for (let i = REACH; i + REACH < count; i++) {
    const before = courseAt(i - REACH);
    const after = courseAt(i + REACH);
    // Divided only where it falls further: most rows do not.
    if (!(after < ratio * before)) continue;
    ratio = after / before;
    place = i;
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
