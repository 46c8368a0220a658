/** How an instrument and a sample move lines from where Bragg's law has them. */

const DEGREE = 180 / Math.PI;

/** Of a laboratory goniometer where nothing else is known. */
export const USUAL_RADIUS_MM = 150;

export interface LineShift {
  /** Added to every 2θ. */
  readonly zeroShift_deg: number;
  /** Positive: the sample lies below the axis, and lines move to lower angles. */
  readonly displacement_mm: number;
  readonly radius_mm: number;
}

/** Δ2θ = zero − 2 s cos θ/R; Klug and Alexander, X-Ray Diffraction Procedures (1974), section 5-2. */
export function lineShift_deg(
  { zeroShift_deg, displacement_mm, radius_mm }: LineShift,
  twoTheta_deg: number,
): number {
  const cosine = Math.cos(twoTheta_deg / 2 / DEGREE);
  return zeroShift_deg - ((2 * displacement_mm * cosine) / radius_mm) * DEGREE;
}
