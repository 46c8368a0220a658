/** The instrument's own width of a line, from the lines of a standard without size and strain. */
import { linearLeastSquares } from '#core/numeric/linearLeastSquares.ts';
import { cagliotiFwhm_deg, type CagliotiWidths, type ProfileShape } from '#core/xrd/peakProfile.ts';
import type { ObservedBreadth } from '#core/xrd/size/observedBreadth.ts';

export interface Instrument {
  readonly widths: CagliotiWidths;
  readonly eta: number;
  /** Where the standard had lines; beyond, the widths are a guess. */
  readonly from_deg: number;
  readonly to_deg: number;
}

const LEAST_LINES = 4;

/** Weighted fit of H² over tan θ; undefined with fewer than four lines, or where it makes a width negative. */
export function instrumentOfStandard(lines: readonly ObservedBreadth[]): Instrument | undefined {
  if (lines.length < LEAST_LINES) return undefined;
  const weights = lines.map(({ fwhm_deg, fwhmError_deg }) => 1 / (2 * fwhm_deg * fwhmError_deg));
  const weighted = (valueOf: (tangent: number) => number) =>
    lines.map(
      ({ twoTheta_deg }, i) => (weights[i] ?? NaN) * valueOf(Math.tan((twoTheta_deg * Math.PI) / 360)),
    );
  const columns = [...weighted((t) => t * t), ...weighted((t) => t), ...weighted(() => 1)];
  const squares = Float64Array.from(lines, ({ fwhm_deg }, i) => (weights[i] ?? NaN) * fwhm_deg ** 2);
  const [u = NaN, v = NaN, w = NaN] = linearLeastSquares(Float64Array.from(columns), squares);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const eta = lines.reduce((sum, line, i) => sum + (weights[i] ?? NaN) * line.eta, 0) / whole;
  const angles = lines.map(({ twoTheta_deg }) => twoTheta_deg);
  const widths = { u_deg2: u, v_deg2: v, w_deg2: w };
  const isPositive = angles.every((angle) => cagliotiFwhm_deg(widths, angle) > 0);
  return isPositive ? { widths, eta, from_deg: Math.min(...angles), to_deg: Math.max(...angles) } : undefined;
}

export function instrumentBreadth({ widths, eta }: Instrument, twoTheta_deg: number): ProfileShape {
  return { fwhm_deg: cagliotiFwhm_deg(widths, twoTheta_deg), eta };
}
