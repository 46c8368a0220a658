/** How much of other lines lies in the window of a line that is integrated. */
import type { WindowOptions } from '#core/xrd/compare/integrateLine.ts';
import type { ReferenceLine } from '#core/xrd/compare/referenceLines.ts';
import type { ProfileShape } from '#core/xrd/peakProfile.ts';

export interface Neighbour {
  readonly twoTheta_deg: number;
  /** In any unit. */
  readonly area: number;
}

/** A line that is disturbed by more than this share of its own area is not measured; less counts as an error. */
export const MOST_DISTURBANCE = 0.1;
/** Of a laboratory instrument, where no line could be fitted. */
export const USUAL_SHAPE: ProfileShape = { fwhm_deg: 0.12, eta: 0.5 };

/** In the unit of the neighbours: all of those in the window; of those outside it what a straight background leaves. */
export function lineDisturbance(
  { twoTheta_deg, end_deg }: Pick<ReferenceLine, 'twoTheta_deg' | 'end_deg'>,
  neighbours: readonly Neighbour[],
  { halfWidth_deg, shape = USUAL_SHAPE }: Pick<WindowOptions, 'halfWidth_deg' | 'shape'>,
): number {
  const [from, to] = [twoTheta_deg - halfWidth_deg, end_deg + halfWidth_deg];
  const half_deg = (to - from) / 2;
  return neighbours.reduce((sum, { twoTheta_deg: angle, area }) => {
    const outside_deg = Math.max(from - angle, angle - to);
    return sum + area * tailShare(outside_deg, half_deg, shape);
  }, 0);
}

/**
 * The tail of a Lorentzian of width H has the density H/(2πx²), and beyond x the share H/(2πx). Less the straight line
 * through bands beside a window of half width h, a curve f leaves about 2h·(1.1 − 0.17)·h²·f″ with f″ = 6f/x².
 */
function tailShare(outside_deg: number, half_deg: number, { fwhm_deg, eta }: ProfileShape): number {
  if (outside_deg <= 0) return 1;
  const tail_deg = (eta * fwhm_deg) / (2 * Math.PI);
  const distance_deg = outside_deg + half_deg;
  const left = (11 * half_deg ** 3 * tail_deg) / distance_deg ** 4;
  return Math.min(1, tail_deg / outside_deg, left);
}
