/**
 * How noisy the voltage of a half cycle is: 1.4826 × MAD of what is left after a running median over 5 % of the half
 * cycle, relative to the polarisation. Rows are averaged in blocks of 10 s first, because the index would otherwise
 * depend on the logging interval. No standard exists; two of these numbers compare only with each other.
 */
import type { CyclingTrace } from '#core/cycling/cyclingTrace.ts';
import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import { runningMedian } from '#core/numeric/runningMedian.ts';
import { medianOf, medianSizeWithin, SIGMA_PER_MAD } from '#core/numeric/quantile.ts';

const BLOCK_S = 10;
/** Fewer blocks than this give no residual worth a number. */
const MIN_BLOCKS = 20;

/** The voltage noise index (1), or null when the half cycle is too short or has no polarisation to relate it to. */
export function noiseIndex(trace: CyclingTrace, halfCycle: HalfCycle, polarisation_V: number): number | null {
  const blocks_V = averagedBlocks(trace, halfCycle);
  if (blocks_V.length < MIN_BLOCKS || !(polarisation_V > 0)) return null;
  const window = Math.max(3, Math.round(0.05 * blocks_V.length) | 1);
  const smooth_V = runningMedian(blocks_V, window);
  const residual_V = difference(blocks_V, smooth_V);
  const centre_V = medianOf(residual_V);
  for (let i = 0; i < residual_V.length; i += 1) residual_V[i] = (residual_V[i] ?? NaN) - centre_V;
  const mad_V = medianSizeWithin(residual_V, 0, residual_V.length);
  return relativeNoise(mad_V, polarisation_V);
}

/** The index by the median distance from the running median; null where there is none, or no polarisation. */
export function relativeNoise(mad_V: number, polarisation_V: number): number | null {
  return Number.isNaN(mad_V) || !(polarisation_V > 0) ? null : (SIGMA_PER_MAD * mad_V) / polarisation_V;
}

function difference(values: Float64Array, others: Float64Array): Float64Array {
  const left = new Float64Array(values.length);
  for (let i = 0; i < left.length; i += 1) left[i] = (values[i] ?? NaN) - (others[i] ?? NaN);
  return left;
}

/** Where the means of one half cycle's blocks are written, before they are as many as there are. */
let means_V = new Float64Array(4096);

/** The mean voltage of each block of 10 s; a row of another block than the one before begins a new one. */
function averagedBlocks({ time_s, voltage_V }: CyclingTrace, { firstRow, endRow }: HalfCycle): Float64Array {
  if (means_V.length < endRow - firstRow) means_V = new Float64Array(2 * (endRow - firstRow));
  let blocks = 0;
  for (let row = firstRow; row < endRow;) {
    let sum = voltage_V[row] ?? NaN;
    const from_s = BLOCK_S * Math.floor((time_s[row++] ?? NaN) / BLOCK_S);
    if (Number.isNaN(sum)) continue;
    const to_s = from_s + BLOCK_S;
    let count = 1;
    for (; row < endRow; row += 1) {
      const voltage = voltage_V[row] ?? NaN;
      if (Number.isNaN(voltage)) continue;
      const now_s = time_s[row] ?? NaN;
      if (!(now_s >= from_s && now_s < to_s)) break;
      sum += voltage;
      count += 1;
    }
    means_V[blocks++] = sum / count;
  }
  return means_V.slice(0, blocks);
}
