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
  const modulus = moduli(zRe_ohm, zIm_ohm);
  if (weighting === 'modulus') {
    for (let k = 0; k < modulus.length; k += 1) modulus[k] = 1 / (modulus[k] ?? NaN);
    return { re: modulus, im: modulus };
  }
  const perPart = (part: Float64Array): Float64Array => {
    if (weighting === 'unit') return new Float64Array(part.length).fill(1);
    return part.map((value, k) => 1 / Math.max(Math.abs(value), PROPORTIONAL_FLOOR * (modulus[k] ?? NaN)));
  };
  return { re: perPart(zRe_ohm), im: perPart(zIm_ohm) };
}

function moduli(re: Float64Array, im: Float64Array): Float64Array {
  const modulus = new Float64Array(re.length);
  for (let k = 0; k < re.length; k += 1) {
    const zRe = re[k] ?? NaN;
    const zIm = im[k] ?? NaN;
    modulus[k] = Math.max(Math.sqrt(zRe * zRe + zIm * zIm), Number.MIN_VALUE);
  }
  return modulus;
}
