import { medianOf, SIGMA_PER_MAD } from '#core/numeric/quantile.ts';

/** All in bins and in the values' unit. */
export interface BinnedPeak {
  /** Centre of gravity of what stands above half of the prominence between its valleys; 0 = middle of the first bin. */
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
/** Peaks so near to an end are the end of the curve. */
const EDGE_BINS = 2;
/** Standard deviation of the second differences of white noise. */
const SECOND_DIFFERENCE = Math.sqrt(6);

/** Peaks that stand out by `least` and by six times the noise of the values (from their second differences), in rising order. */
export function findPeaks(values: Float64Array, least: number): BinnedPeak[] {
  const limit = Math.max(least, NOISE_FACTOR * noiseOfBins(values));
  const summits = summitsOf(values).filter(({ prominence }) => prominence >= limit && prominence > 0);
  const valleys = summits.slice(1).map(({ bin }, k) => lowestBin(values, summits[k]?.bin ?? 0, bin));
  return summits.map(({ bin, height, prominence }, k) => {
    const range = [valleys[k - 1] ?? 0, valleys[k] ?? values.length] as const;
    return {
      position: centroid(values, bin, height - prominence / 2, range),
      height,
      prominence,
      area: sum(values, range),
    };
  });
}

function noiseOfBins(values: Float64Array): number {
  const differences = new Float64Array(Math.max(0, values.length - 2));
  for (let k = 0; k < differences.length; k += 1)
    differences[k] = Math.abs((values[k] ?? NaN) - 2 * (values[k + 1] ?? NaN) + (values[k + 2] ?? NaN));
  return (SIGMA_PER_MAD * medianOf(differences)) / SECOND_DIFFERENCE || 0;
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
