/** Shapes of diffraction lines: pseudo-Voigt with the widths of Thompson, Cox and Hastings and of Caglioti. */

const LN2 = Math.LN2;
const RADIAN = Math.PI / 180;

/** Full width at half maximum and the Lorentzian share of the area. */
export interface ProfileShape {
  readonly fwhm_deg: number;
  readonly eta: number;
}

/**
 * The pseudo-Voigt that comes nearest to a Gaussian folded with a Lorentzian, from their widths. Thompson, Cox and
 * Hastings, J. Appl. Cryst. 20 (1987) 79.
 */
export function tchShape(gauss_deg: number, lorentz_deg: number): ProfileShape {
  const [g, l] = [gauss_deg, lorentz_deg];
  const [g2, l2] = [g * g, l * l];
  // Horner's scheme: this runs for every line of every drawing.
  const fifth =
    g2 * g2 * (g + 2.69269 * l) + g2 * l2 * (2.42843 * g + 4.47163 * l) + l2 * l2 * (0.07842 * g + l);
  const fwhm_deg = fifth ** 0.2;
  const q = l / fwhm_deg;
  return { fwhm_deg, eta: q * (1.36603 + q * (-0.47719 + 0.11116 * q)) };
}

export interface CagliotiWidths {
  readonly u_deg2: number;
  readonly v_deg2: number;
  readonly w_deg2: number;
}

/** H² = U tan²θ + V tan θ + W. Caglioti, Paoletti and Ricci, Nucl. Instrum. 3 (1958) 223. NaN where H² is negative. */
export function cagliotiFwhm_deg({ u_deg2, v_deg2, w_deg2 }: CagliotiWidths, twoTheta_deg: number): number {
  const tangent = Math.tan((twoTheta_deg * RADIAN) / 2);
  return Math.sqrt(u_deg2 * tangent * tangent + v_deg2 * tangent + w_deg2);
}

/** Unit area, per degree, at an offset from the centre. */
export function pseudoVoigt_perDeg(offset_deg: number, { fwhm_deg: h, eta }: ProfileShape): number {
  const square = (offset_deg / h) ** 2;
  const lorentz = 2 / (Math.PI * h * (1 + 4 * square));
  const gauss = ((2 * Math.sqrt(LN2 / Math.PI)) / h) * Math.exp(-4 * LN2 * square);
  return eta * lorentz + (1 - eta) * gauss;
}

/**
 * What axial divergence does to a line, to first order: it widens the side towards low angles below 2θ = 90° and the
 * other one above, by a share that falls with cot 2θ. The exact shape of Finger, Cox and Jephcoat, J. Appl. Cryst. 27
 * (1994) 892, is approximated by two half profiles; `asymmetry` is the share at 2θ = 45°.
 */
export function axialShare(asymmetry: number, twoTheta_deg: number): number {
  const share = asymmetry / Math.tan(twoTheta_deg * RADIAN);
  return Math.min(Math.max(share, -MOST_SHARE), MOST_SHARE);
}

const MOST_SHARE = 0.6;

/** Two half pseudo-Voigts of equal height, wider by `share` below the centre and narrower above; unit area. */
export function splitPseudoVoigt_perDeg(offset_deg: number, shape: ProfileShape, share: number): number {
  const factor = offset_deg < 0 ? 1 + share : 1 - share;
  return pseudoVoigt_perDeg(offset_deg / factor, shape);
}
