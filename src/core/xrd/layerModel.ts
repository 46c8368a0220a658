/** A film on a substrate in symmetric reflection: the beam crosses it twice at the angle θ. */

const MICROMETRE_PER_CM = 1e4;
const LN_100 = Math.log(100);

/** 2µ/sin θ: what one micrometre takes off, as the exponent. */
function attenuation_perMicrometre(mu_perCm: number, twoTheta_deg: number): number {
  return (2 * mu_perCm) / MICROMETRE_PER_CM / Math.sin((twoTheta_deg * Math.PI) / 360);
}

/** The thickness that gives 99 % of what an endless one would: t99 = ln 100·sin θ/(2µ). */
export function informationDepth_um(mu_perCm: number, twoTheta_deg: number): number {
  return LN_100 / attenuation_perMicrometre(mu_perCm, twoTheta_deg);
}

/** Share of the intensity of an endless layer: 1 − exp(−2µt/sin θ). */
export function layerShare(mu_perCm: number, thickness_um: number, twoTheta_deg: number): number {
  return -Math.expm1(-thickness_um * attenuation_perMicrometre(mu_perCm, twoTheta_deg));
}

/** Share of the substrate's intensity that comes through the film: exp(−2µt/sin θ). */
export function substrateShare(mu_perCm: number, thickness_um: number, twoTheta_deg: number): number {
  return Math.exp(-thickness_um * attenuation_perMicrometre(mu_perCm, twoTheta_deg));
}

export interface SubstrateLine {
  readonly twoTheta_deg: number;
  /** Intensities with the film and without it, with their standard errors, in one unit. */
  readonly covered: number;
  readonly coveredError: number;
  readonly bare: number;
  readonly bareError: number;
}

/**
 * The film's thickness from a line of the substrate, t = −(sin θ/2µ)·ln(I/I₀), with the error that both intensities
 * pass on; µ is the film's. Undefined unless both intensities are above zero. A thickness below zero is returned as it
 * is: the line did not get weaker.
 */
export function filmThickness_um(
  mu_perCm: number,
  { twoTheta_deg, covered, coveredError, bare, bareError }: SubstrateLine,
): { readonly thickness_um: number; readonly error_um: number } | undefined {
  if (!(covered > 0 && bare > 0)) return undefined;
  const attenuation = attenuation_perMicrometre(mu_perCm, twoTheta_deg);
  return {
    thickness_um: Math.log(bare / covered) / attenuation,
    error_um: Math.hypot(coveredError / covered, bareError / bare) / attenuation,
  };
}
