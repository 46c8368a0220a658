/** Lengths and angles of a unit cell as metric: volume and spacings. International Tables B, section 1.1. */
import type { UnitCell } from '#core/xrd/crystalPhase.ts';

export interface CellGeometry {
  readonly volume_A3: number;
  /** 1/d² = h²·aa + k²·bb + l²·cc + 2kl·bc + 2hl·ac + 2hk·ab, in 1/Å². */
  readonly reciprocal: {
    readonly aa: number;
    readonly bb: number;
    readonly cc: number;
    readonly bc: number;
    readonly ac: number;
    readonly ab: number;
  };
}

/** NaN in every field for angles that no cell can have. */
export function cellGeometry(cell: UnitCell): CellGeometry {
  const { a_A: a, b_A: b, c_A: c } = cell;
  const [ca, cb, cg] = [cosine(cell.alpha_deg), cosine(cell.beta_deg), cosine(cell.gamma_deg)];
  const volume_A3 = a * b * c * Math.sqrt(1 - ca * ca - cb * cb - cg * cg + 2 * ca * cb * cg);
  const v2 = volume_A3 * volume_A3;
  return {
    volume_A3,
    reciprocal: {
      aa: (b * b * c * c * (1 - ca * ca)) / v2,
      bb: (a * a * c * c * (1 - cb * cb)) / v2,
      cc: (a * a * b * b * (1 - cg * cg)) / v2,
      bc: (a * a * b * c * (cb * cg - ca)) / v2,
      ac: (a * b * b * c * (ca * cg - cb)) / v2,
      ab: (a * b * c * c * (ca * cb - cg)) / v2,
    },
  };
}

/** Exactly 0 at a right angle, so that equal spacings stay equal. */
function cosine(angle_deg: number): number {
  return angle_deg === 90 ? 0 : angle_deg === 120 ? -0.5 : Math.cos((angle_deg * Math.PI) / 180);
}

/** 1/d² in 1/Å². */
export function inverseSquareSpacing(
  { reciprocal: r }: CellGeometry,
  h: number,
  k: number,
  l: number,
): number {
  return h * h * r.aa + k * k * r.bb + l * l * r.cc + 2 * (k * l * r.bc + h * l * r.ac + h * k * r.ab);
}

/** 2θ of a spacing, NaN when the wavelength does not reach it. Bragg: λ = 2 d sin θ. */
export function twoThetaOf_deg(d_A: number, wavelength_A: number): number {
  return (Math.asin(wavelength_A / (2 * d_A)) * 360) / Math.PI;
}
