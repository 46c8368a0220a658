import { columnStatistics } from '#core/numeric/columnStatistics.ts';
import { runningMedianOfFive } from '#core/numeric/medianOfFive.ts';
import { medianSizeWithin, SIGMA_PER_MAD } from '#core/numeric/quantile.ts';

/** Samples on either side of a fall that must agree on it. */
const REACH = 3;

/** How |E| scatters about its running median over five samples: what dips towards 0 V are looked for in. */
export interface ScatterAboutCourse {
  /** Robust standard deviation, of at most 1000 of them. */
  readonly sigma_V: number;
  /** The lowest and the highest distance. */
  readonly least_V: number;
  readonly most_V: number;
  /** Every distance, computed when asked for: few parts are. */
  readonly all_V: () => Float64Array;
}

export interface SettledCourse {
  /** The smallest ratio of |E| just after to just before one moment, and its row counted from the first; 1 without any. */
  readonly fall: { readonly ratio: number; readonly at: number };
  readonly scatter: ScatterAboutCourse;
}

/** So many distances tell their median to 4 %; more would take longer than all else here. */
const LOOKED_AT = 1000;

/** Where sizes, their running median and the distances from it are written: one part after the other, read by none later. */
let sizes_V = new Float64Array(4096);
let course_V = new Float64Array(4096);

/** The course of |E| over rows [from, to) and the scatter about it. Voltages must not be NaN. */
export function settledCourse(voltage_V: Float64Array, from: number, to: number): SettledCourse {
  const course = columnStatistics()?.course(voltage_V, { from, to }, LOOKED_AT);
  if (!course) return plainSettledCourse(voltage_V, from, to);
  const { fall, least: least_V, most: most_V, medianSize } = course;
  const sigma_V = SIGMA_PER_MAD * medianSize;
  return {
    fall,
    scatter: { sigma_V, least_V, most_V, all_V: () => distancesFromCourse_V(voltage_V.subarray(from, to)) },
  };
}

/** The same for a host without WebAssembly. */
export function plainSettledCourse(voltage_V: Float64Array, from: number, to: number): SettledCourse {
  const count = to - from;
  if (sizes_V.length < count) {
    sizes_V = new Float64Array(2 * count);
    course_V = new Float64Array(2 * count);
  }
  for (let i = 0; i < count; i += 1) sizes_V[i] = Math.abs(voltage_V[from + i] ?? NaN);
  runningMedianOfFive(sizes_V, count, course_V);
  const fall = largestFall(course_V, count);
  const { least_V, most_V } = toDistances(sizes_V, course_V, count);
  const sigma_V = SIGMA_PER_MAD * medianSizeWithin(sizes_V, 0, thin(sizes_V, count));
  return {
    fall,
    scatter: { sigma_V, least_V, most_V, all_V: () => distancesFromCourse_V(voltage_V.subarray(from, to)) },
  };
}

/** Keeps at most so many values, evenly taken; how many are left. */
function thin(values: Float64Array, count: number): number {
  const stride = Math.ceil(count / LOOKED_AT);
  if (stride < 2) return count;
  const left = Math.ceil(count / stride);
  for (let i = 1; i < left; i += 1) values[i] = values[i * stride] ?? NaN;
  return left;
}

/** How |E| lies about its running median over five samples, V. */
export function distancesFromCourse_V(voltage_V: Float64Array): Float64Array {
  const sizes = voltage_V.map(Math.abs);
  const course = new Float64Array(sizes.length);
  runningMedianOfFive(sizes, sizes.length, course);
  toDistances(sizes, course, sizes.length);
  return sizes;
}

/** Replaces the first `count` values by their distances from a course; the lowest and the highest of them. */
function toDistances(values: Float64Array, course: Float64Array, count: number) {
  let least_V = Infinity;
  let most_V = -Infinity;
  for (let i = 0; i < count; i += 1) {
    const distance_V = (values[i] ?? NaN) - (course[i] ?? NaN);
    values[i] = distance_V;
    if (distance_V < least_V) least_V = distance_V;
    if (distance_V > most_V) most_V = distance_V;
  }
  return { least_V, most_V };
}

function largestFall(course: Float64Array, count: number): { ratio: number; at: number } {
  let [ratio, at] = [1, 0];
  for (let i = REACH; i + REACH < count; i += 1) {
    const before_V = course[i - REACH] ?? NaN;
    const after_V = course[i + REACH] ?? NaN;
    // Divided only where it falls further: most rows do not.
    if (!(after_V < ratio * before_V)) continue;
    ratio = after_V / before_V;
    at = i;
  }
  return { ratio, at };
}
