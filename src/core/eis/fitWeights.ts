import type { Weighting } from '#core/eis/fitResult.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';

/** Square roots of the weights, real and imaginary. */
export interface FitWeights {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** Share of |Z| below which a part is not used as its own weight: where Z'' crosses zero its share says nothing. */
const PROPORTIONAL_FLOOR = 1e-3;

/**
 * unit: 1. modulus: 1/|Z| of the measured impedance for both parts. proportional: 1/|Z'| and 1/|Z''|, each not less
 * than a thousandth of |Z|.
 */
export function fitWeights({ zRe_ohm, zIm_ohm }: Spectrum, weighting: Weighting): FitWeights {
  const modulus = zRe_ohm.map((re, k) => Math.max(Math.hypot(re, zIm_ohm[k] ?? NaN), Number.MIN_VALUE));
  const perPart = (part: Float64Array): Float64Array => {
    if (weighting === 'unit') return new Float64Array(part.length).fill(1);
    if (weighting === 'modulus') return modulus.map((value) => 1 / value);
    return part.map((value, k) => 1 / Math.max(Math.abs(value), PROPORTIONAL_FLOOR * (modulus[k] ?? NaN)));
  };
  return { re: perPart(zRe_ohm), im: perPart(zIm_ohm) };
}
