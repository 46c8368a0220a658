import { quantileOf, SIGMA_PER_MAD } from '#core/numeric/quantile.ts';

const SAMPLED_PAIRS = 16_384;

/**
 * Below this size a current (A; or any signal that rests at 0) counts as rest: three times its noise or a thousandth
 * of its set value, whichever is larger. The set value is the 95th percentile of the recorded sizes above zero unless
 * given; the noise is 1.4826 times the median size of row-to-row differences, over the square root of two.
 */
export function restThreshold(signal: Float64Array, setValue?: number): number {
  const { sizes, differences } = sampledPairs(signal);
  const set = setValue === undefined ? quantileOf(sizes, 0.95) : Math.abs(setValue);
  if (Number.isNaN(set)) return 0;
  const threshold = Math.max(3 * noiseBy(differences), 1e-3 * set);
  // A current that changes from every row to the next (a sweep) has no plateau to take a noise from.
  return threshold > 0.1 * set ? 1e-3 * set : threshold;
}

/** Standard deviation of a signal about its own course, from the median size of row-to-row differences; 0 if unknown. */
export function noiseOf(signal: Float64Array): number {
  return noiseBy(sampledPairs(signal).differences);
}

function noiseBy(differences: Float64Array): number {
  const median = quantileOf(differences, 0.5);
  return Number.isNaN(median) ? 0 : (SIGMA_PER_MAD * median) / Math.SQRT2;
}

/** Sizes above zero, and sizes of the differences from the next row, at evenly spaced rows. */
function sampledPairs(signal: Float64Array): { sizes: Float64Array; differences: Float64Array } {
  const length = Math.min(signal.length, SAMPLED_PAIRS);
  const stride = signal.length / Math.max(1, length);
  const sizes = new Float64Array(length);
  const differences = new Float64Array(length);
  let count = 0;
  for (let i = 0; i < length; i += 1) {
    const row = Math.floor(i * stride);
    const value = signal[row] ?? NaN;
    const size = Math.abs(value);
    if (size > 0) sizes[count++] = size;
    differences[i] = Math.abs((signal[row + 1] ?? NaN) - value);
  }
  return { sizes: sizes.subarray(0, count), differences };
}
