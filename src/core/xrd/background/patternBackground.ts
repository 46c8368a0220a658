/** The background of a pattern by the method that the user chose. */
import { medianOf } from '#core/numeric/quantile.ts';
import { arplsBackground } from '#core/xrd/arplsBackground.ts';
import { pointsBackground } from '#core/xrd/pointsBackground.ts';
import { polynomialBackground } from '#core/xrd/polynomialBackground.ts';
import type { DiffractionPattern } from '#core/xrd/powderPattern.ts';
import { snipBackground } from '#core/xrd/snipBackground.ts';

export type BackgroundMethod =
  /** Cuts off what is narrower than the window, given to each side. */
  | { readonly kind: 'snip'; readonly reach_deg: number }
  /** Follows what is longer than this. */
  | { readonly kind: 'arpls'; readonly length_deg: number }
  | { readonly kind: 'polynomial'; readonly degree: number }
  /** Straight between these angles; the counts are those of the pattern around them. */
  | { readonly kind: 'points'; readonly twoTheta_deg: readonly number[] };

type Measured = Pick<DiffractionPattern, 'twoTheta_deg' | 'intensity_counts' | 'sigma_counts'>;

/** Around a point that the user set: the median there is hardly moved by the noise. */
const NEAR_DEG = 0.15;

/**
 * In counts, one value for each point of the pattern; points without a recorded count are taken as their neighbours.
 * NaN everywhere where the user set no point within the pattern.
 */
export function patternBackground(pattern: Measured, method: BackgroundMethod): Float64Array {
  const { twoTheta_deg, sigma_counts } = pattern;
  const intensity_counts = withoutGaps(pattern.intensity_counts);
  const step_deg = meanStep_deg(twoTheta_deg);
  switch (method.kind) {
    case 'snip':
      return clippedBackground(intensity_counts, method.reach_deg / step_deg);
    case 'arpls': {
      // A wave of that length, in points, comes through with half its height: λ = (L/2π)⁴.
      const stiffness = (method.length_deg / (2 * Math.PI * step_deg)) ** 4;
      return arplsBackground(intensity_counts, { stiffness });
    }
    case 'polynomial': {
      const sigma = sigma_counts.map((value) => (value > 0 ? value : 1));
      return polynomialBackground(twoTheta_deg, intensity_counts, { sigma, degree: method.degree });
    }
    case 'points':
      return pointsBackground(twoTheta_deg, pointsOf(pattern, method.twoTheta_deg));
  }
}

function meanStep_deg(twoTheta_deg: Float64Array): number {
  return ((twoTheta_deg.at(-1) ?? NaN) - (twoTheta_deg[0] ?? NaN)) / (twoTheta_deg.length - 1);
}

/** Each gap takes the value before it, the first one the value after it. */
function withoutGaps(values: Float64Array): Float64Array {
  if (values.every(Number.isFinite)) return values;
  let last = values.find(Number.isFinite) ?? 0;
  return values.map((value) => {
    if (Number.isFinite(value)) last = value;
    return last;
  });
}

/** Share of the window over which the noise is averaged first: clipping follows its lower edge otherwise. */
const SMOOTHED_SHARE = 0.25;

function clippedBackground(counts: Float64Array, reach: number): Float64Array {
  return snipBackground(runningMean(counts, Math.floor(reach * SMOOTHED_SHARE)), reach, { order: 4 });
}

/** Over so many points to each side, fewer at the ends. */
function runningMean(values: Float64Array, reach: number): Float64Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, i) => {
    sums[i + 1] = (sums[i] ?? 0) + value;
  });
  return values.map((_, i) => {
    const here = Math.min(reach, i, values.length - 1 - i);
    return ((sums[i + here + 1] ?? NaN) - (sums[i - here] ?? NaN)) / (2 * here + 1);
  });
}

function pointsOf({ twoTheta_deg, intensity_counts }: Measured, angles: readonly number[]) {
  return angles.flatMap((angle) => {
    const near = intensity_counts.filter((_, i) => Math.abs((twoTheta_deg[i] ?? NaN) - angle) <= NEAR_DEG);
    const counts = medianOf(near.filter(Number.isFinite));
    return Number.isFinite(counts) ? [{ twoTheta_deg: angle, counts }] : [];
  });
}
