/** What a pattern is drawn against: the angle of one radiation, or what does not depend on it. */

/** 2θ in °, spacing d in Å, scattering vector Q = 4π sin θ/λ in 1/Å. */
export type DiffractionAxis = 'twoTheta' | 'd' | 'q';

function sineOfTheta(twoTheta_deg: number): number {
  return Math.sin((twoTheta_deg * Math.PI) / 360);
}

/** Spacing in Å of an angle: Bragg, λ = 2 d sin θ. */
export function spacingOf_A(twoTheta_deg: number, wavelength_A: number): number {
  return wavelength_A / (2 * sineOfTheta(twoTheta_deg));
}

/** Scattering vector in 1/Å of an angle. */
export function scatteringVectorOf_perA(twoTheta_deg: number, wavelength_A: number): number {
  return (4 * Math.PI * sineOfTheta(twoTheta_deg)) / wavelength_A;
}

/** The value on the axis of an angle in °. */
export function onAxis(twoTheta_deg: number, wavelength_A: number, axis: DiffractionAxis): number {
  if (axis === 'd') return spacingOf_A(twoTheta_deg, wavelength_A);
  return axis === 'q' ? scatteringVectorOf_perA(twoTheta_deg, wavelength_A) : twoTheta_deg;
}
