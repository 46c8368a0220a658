import { medianOf, SIGMA_PER_MAD } from '#core/numeric/quantile.ts';

/** All in bins and in the values' unit. */
export interface BinnedPeak {
  /** Centre of gravity of the top between its valleys; 0 = middle of the first bin. */
  readonly position: number;
  readonly height: number;
  /** Height above the higher of the two lowest points between the peak and something higher, or the end. */
  readonly prominence: number;
  /** Sum of the values from the valley before to the valley after it. */
  readonly area: number;
}

interface Summit {
  readonly bin: number;
  readonly height: number;
  readonly prominence: number;
}

/** The lowest and the highest of some hundred values of white noise lie five to six of its deviations apart. */
const NOISE_FACTOR = 6;
/** Of the prominence: with more of it a slanting peak would lean away from its highest point. */
const TOP_SHARE = 0.25;
/** Peaks so near to an end are the end of the curve. */
const EDGE_BINS = 2;
/** Standard deviation of the fourth differences of white noise: 1, −4, 6, −4, 1. A curve that bends has hardly any. */
const FOURTH_DIFFERENCE = Math.sqrt(70);
/** Of the highest value: where less is counted, noise in proportion is not looked for. */
const COUNTED_SHARE = 0.05;
/** A curve with fewer such bins is one sharp peak. */
const FEWEST_COUNTED = 16;

/**
 * Peaks that stand out by `least` and by six times the noise of the values, in rising order. The noise comes from their fourth
 * differences; a noisy voltage scatters the bins in proportion to what is in them, so that it is also taken in proportion.
 */
export function findPeaks(values: Float64Array, least: number): BinnedPeak[] {
  const noise = noiseOfBins(values);
  const summits = summitsOf(values).filter(
    ({ prominence, height }) =>
      prominence > 0 &&
      prominence >= Math.max(least, NOISE_FACTOR * noise.absolute, NOISE_FACTOR * noise.relative * height),
  );
  const valleys = summits.slice(1).map(({ bin }, k) => lowestBin(values, summits[k]?.bin ?? 0, bin));
  return summits.map(({ bin, height, prominence }, k) => {
    const range = [valleys[k - 1] ?? 0, valleys[k] ?? values.length] as const;
    return {
      position: centroid(values, bin, height - TOP_SHARE * prominence, range),
      height,
      prominence,
      area: sum(values, range),
    };
  });
}

function noiseOfBins(values: Float64Array) {
  const counted = COUNTED_SHARE * values.reduce((most, value) => (value > most ? value : most), 0);
  const absolute = new Float64Array(Math.max(0, values.length - 4));
  const relative = new Float64Array(absolute.length);
  let count = 0;
  for (let k = 0; k < absolute.length; k += 1) {
    const middle = values[k + 2] ?? NaN;
    const outer = (values[k] ?? NaN) + (values[k + 4] ?? NaN);
    const inner = (values[k + 1] ?? NaN) + (values[k + 3] ?? NaN);
    const difference = Math.abs(outer - 4 * inner + 6 * middle);
    absolute[k] = difference;
    if (middle > counted) relative[count++] = (5 * difference) / (outer + inner + middle);
  }
  return {
    absolute: deviation(absolute),
    relative: count < FEWEST_COUNTED ? 0 : deviation(relative.subarray(0, count)),
  };
}

function deviation(differences: Float64Array): number {
  return (SIGMA_PER_MAD * medianOf(differences)) / FOURTH_DIFFERENCE || 0;
}

function summitsOf(values: Float64Array): Summit[] {
  const summits: Summit[] = [];
  for (let k = EDGE_BINS; k < values.length - EDGE_BINS; k += 1) {
    const height = values[k] ?? NaN;
    let last = k;
    while (values[last + 1] === height) last += 1;
    const isSummit = height > (values[k - 1] ?? NaN) && height > (values[last + 1] ?? NaN);
    if (isSummit && last < values.length - EDGE_BINS) {
      const base = Math.max(lowestUntilHigher(values, k, -1), lowestUntilHigher(values, last, 1));
      summits.push({ bin: (k + last) >> 1, height, prominence: height - base });
    }
    k = last;
  }
  return summits;
}

function lowestUntilHigher(values: Float64Array, from: number, step: 1 | -1): number {
  const height = values[from] ?? NaN;
  let lowest = height;
  for (let k = from + step; k >= 0 && k < values.length; k += step) {
    const value = values[k] ?? NaN;
    if (value > height) break;
    if (value < lowest) lowest = value;
  }
  return lowest;
}

function lowestBin(values: Float64Array, from: number, to: number): number {
  let lowest = from;
  for (let k = from; k <= to; k += 1) if ((values[k] ?? NaN) < (values[lowest] ?? NaN)) lowest = k;
  return lowest;
}

type Range = readonly [from: number, to: number];

function centroid(values: Float64Array, summit: number, level: number, [first, end]: Range): number {
  let from = summit;
  let to = summit;
  while (from > first && (values[from - 1] ?? NaN) > level) from -= 1;
  while (to + 1 < end && (values[to + 1] ?? NaN) > level) to += 1;
  let weight = 0;
  let moment = 0;
  for (let k = from; k <= to; k += 1) {
    const above = (values[k] ?? NaN) - level;
    weight += above;
    moment += above * k;
  }
  return moment / weight;
}

function sum(values: Float64Array, [from, to]: Range): number {
  let total = 0;
  for (let k = from; k < to; k += 1) total += values[k] ?? 0;
  return total;
}
