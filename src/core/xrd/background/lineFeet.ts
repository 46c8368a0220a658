/** A pattern of lines alone: their feet are broad enough to pass for a halo. */
import { findPeaks, type FoundPeak } from '#core/xrd/findPeaks.ts';
import type { DiffractionPattern } from '#core/xrd/powderPattern.ts';

/** Of a usual laboratory line, for the search; the width of each is measured. */
const SEARCHED_WIDTH_DEG = 0.12;
/** Weaker lines have no feet above the noise. */
const LEAST_SIGNIFICANCE = 8;
/** What is broader is a halo, as in the search for phases. */
const MOST_WIDTH_DEG = 1.5;
/** Beyond so many widths a Lorentzian has 1e-5 of its height. */
const REACH_WIDTHS = 160;

type Measured = Pick<DiffractionPattern, 'twoTheta_deg' | 'intensity_counts' | 'sigma_counts'>;

/**
 * The lines that stand above a background, each as a Lorentzian of its height and width: no line of a diffractometer has
 * longer feet, so that what is found below them is the most that lines can feign. In counts, added to `base_counts`; noise
 * of the measured size alternates in sign.
 */
export function withLorentzians(
  { twoTheta_deg, intensity_counts, sigma_counts: sigma }: Measured,
  background: Float64Array,
  base_counts: Float64Array,
): Float64Array {
  // A gap would spoil every window sum after it.
  const intensity = intensity_counts.map((value, i) =>
    Number.isFinite(value) ? value : (background[i] ?? 0),
  );
  const search = { fwhm_deg: SEARCHED_WIDTH_DEG, leastSignificance: LEAST_SIGNIFICANCE };
  const peaks = findPeaks({ twoTheta_deg, intensity, background, sigma }, search);
  const sum = base_counts.slice();
  const lines = peaks.filter(({ fwhm_deg }) => fwhm_deg <= MOST_WIDTH_DEG);
  for (const peak of lines) addLorentzian(sum, twoTheta_deg, peak);
  // Methods that tell lines by the noise need some: as much as was measured, the same for the same pattern.
  return sum.map((value, i) => value + (i % 2 === 0 ? 1 : -1) * (sigma[i] ?? 0));
}

function addLorentzian(sum: Float64Array, angles: Float64Array, peak: FoundPeak): void {
  const { twoTheta_deg: centre_deg, height_counts, fwhm_deg } = peak;
  angles.forEach((angle, i) => {
    const away = Math.abs(angle - centre_deg) / fwhm_deg;
    if (away <= REACH_WIDTHS) sum[i] = (sum[i] ?? 0) + height_counts / (1 + 4 * away * away);
  });
}
