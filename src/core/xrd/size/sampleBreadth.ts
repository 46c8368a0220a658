/** What the sample adds to a line's width, by three laws of how widths add up. */
import { tchShape, type ProfileShape } from '#core/xrd/peakProfile.ts';
import type { ObservedBreadth } from '#core/xrd/size/observedBreadth.ts';

export interface SampleBreadth {
  /** √(B² − b²): both shapes Gaussian; the largest of the widths. */
  readonly gauss_deg: number;
  /** B − b: both Lorentzian; the smallest. */
  readonly lorentz_deg: number;
  /** Gaussian and Lorentzian parts of Thompson, Cox and Hastings each by its own law. */
  readonly tch_deg: number;
}

/** NaN where the line is no wider than the instrument's. */
export function sampleBreadth(observed: ProfileShape, instrument: ProfileShape): SampleBreadth {
  const [whole, own] = [observed.fwhm_deg, instrument.fwhm_deg];
  if (!(whole > own)) return { gauss_deg: NaN, lorentz_deg: NaN, tch_deg: NaN };
  const [here, there] = [tchParts(observed), tchParts(instrument)];
  const gauss = Math.sqrt(Math.max(0, here.gauss_deg ** 2 - there.gauss_deg ** 2));
  const lorentz = Math.max(0, here.lorentz_deg - there.lorentz_deg);
  return {
    gauss_deg: Math.sqrt(whole ** 2 - own ** 2),
    lorentz_deg: whole - own,
    tch_deg: tchShape(gauss, lorentz).fwhm_deg,
  };
}

/** The widths whose pseudo-Voigt has this shape: the inverse of `tchShape`. */
export function tchParts({ fwhm_deg, eta }: ProfileShape): {
  readonly gauss_deg: number;
  readonly lorentz_deg: number;
} {
  if (fwhm_deg === 0) return { gauss_deg: 0, lorentz_deg: 0 };
  const q = rootOf((share) => share * (1.36603 + share * (-0.47719 + 0.11116 * share)) - eta);
  const gauss = q >= 1 ? 0 : rootOf((width) => tchShape(width, q).fwhm_deg - 1);
  return { gauss_deg: gauss * fwhm_deg, lorentz_deg: q * fwhm_deg };
}

const HALVINGS = 52;

/** Within 0 … 1, of a function that rises. */
function rootOf(value: (x: number) => number): number {
  let [low, high] = [0, 1];
  if (value(high) <= 0) return high;
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = (low + high) / 2;
    if (value(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** A line within so much of the instrument's width says little about the sample. */
const LEAST_EXCESS = 0.1;
/** Standard errors by which it must be wider. */
const LEAST_SIGNIFICANCE = 2;

/** Too near to the instrument's width, as a share of it or against the error of the fit. */
export function isInstrumentLimited(
  { fwhm_deg, fwhmError_deg }: ObservedBreadth,
  instrument: ProfileShape,
  leastExcess = LEAST_EXCESS,
): boolean {
  const excess = fwhm_deg - instrument.fwhm_deg;
  return !(excess > leastExcess * instrument.fwhm_deg && excess > LEAST_SIGNIFICANCE * fwhmError_deg);
}
