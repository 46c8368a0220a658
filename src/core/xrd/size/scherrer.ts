/** Size of crystallites from the width of one line. */
import { NORMAL_ONE_SIDED_95, NORMAL_TWO_SIDED_95 } from '#core/numeric/normalQuantile.ts';
import type { ProfileShape } from '#core/xrd/peakProfile.ts';
import type { ObservedBreadth } from '#core/xrd/size/observedBreadth.ts';
import { isInstrumentLimited, sampleBreadth } from '#core/xrd/size/sampleBreadth.ts';

export interface CrystalliteSize {
  /** With the instrument's share taken off by each law. */
  readonly gauss_A: number;
  readonly lorentz_A: number;
  readonly tch_A: number;
  /** What is to be quoted: the ends of the three, and the error of the fitted width (95 %). */
  readonly from_A: number;
  readonly to_A: number;
}

/** The line is too narrow: the crystallites are larger than this (95 %), nothing more is known. */
export interface SizeRefusal {
  readonly refusal: 'instrument-limited';
  readonly atLeast_A: number;
}

export type SizeOutcome =
  | { readonly ok: true; readonly size: CrystalliteSize }
  | ({ readonly ok: false } & SizeRefusal);

export interface ScherrerOptions {
  readonly wavelength_A: number;
  /** 0.9 for widths at half maximum. */
  readonly shapeFactor?: number;
  /** Lines within this share of the instrument's width are refused; 0.1. */
  readonly leastExcess?: number;
}

/** What a laboratory diffractometer can tell from an endless crystal. */
export const LARGEST_SIZE_A = 1500;

/** D = Kλ/(β cos θ). Scherrer, Nachr. Ges. Wiss. Göttingen 26 (1918) 98; Langford and Wilson, J. Appl. Cryst. 11 (1978) 102. */
export function scherrer(
  observed: ObservedBreadth,
  instrument: ProfileShape,
  options: ScherrerOptions,
): SizeOutcome {
  const { leastExcess } = options;
  const sizes = (errors: number) => sizesAt(observed, instrument, { ...options, errors });
  const size = sizes(0);
  const isLimited = isInstrumentLimited(observed, instrument, leastExcess);
  if (isLimited || !(size.gauss_A <= LARGEST_SIZE_A)) {
    return { ok: false, refusal: 'instrument-limited', atLeast_A: sizes(NORMAL_ONE_SIDED_95).gauss_A };
  }
  const from_A = Math.min(...Object.values(sizes(NORMAL_TWO_SIDED_95)));
  const widest = Object.values(sizes(-NORMAL_TWO_SIDED_95));
  const to_A = widest.some(Number.isNaN) ? Infinity : Math.max(...widest);
  return { ok: true, size: { ...size, from_A, to_A } };
}

type Sizes = Pick<CrystalliteSize, 'gauss_A' | 'lorentz_A' | 'tch_A'>;

/** With the width moved by so many of its errors. */
function sizesAt(
  { twoTheta_deg, fwhm_deg, fwhmError_deg, eta }: ObservedBreadth,
  instrument: ProfileShape,
  { wavelength_A, shapeFactor = 0.9, errors }: ScherrerOptions & { readonly errors: number },
): Sizes {
  const breadth = sampleBreadth({ fwhm_deg: fwhm_deg + errors * fwhmError_deg, eta }, instrument);
  const size = (breadth_deg: number) =>
    (shapeFactor * wavelength_A) /
    (((breadth_deg * Math.PI) / 180) * Math.cos((twoTheta_deg * Math.PI) / 360));
  return {
    gauss_A: size(breadth.gauss_deg),
    lorentz_A: size(breadth.lorentz_deg),
    tch_A: size(breadth.tch_deg),
  };
}
