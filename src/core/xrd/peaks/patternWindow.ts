/** A piece of a pattern between two angles. */
import { searchAbove, searchSorted } from '#core/numeric/searchSorted.ts';
import type { PeakWindow } from '#core/xrd/fitPeaks.ts';
import type { DiffractionPattern } from '#core/xrd/powderPattern.ts';

export interface PatternWindow {
  /** Index of its first point. */
  readonly from: number;
  readonly window: PeakWindow;
}

/** Angles must ascend. */
export function patternWindow(
  { twoTheta_deg, intensity_counts, sigma_counts }: DiffractionPattern,
  from_deg: number,
  to_deg: number,
): PatternWindow {
  const [from, to] = [searchSorted(twoTheta_deg, from_deg), searchAbove(twoTheta_deg, to_deg)];
  const window = {
    twoTheta_deg: twoTheta_deg.subarray(from, to),
    intensity_counts: intensity_counts.subarray(from, to),
    sigma_counts: sigma_counts.subarray(from, to),
  };
  return { from, window };
}
