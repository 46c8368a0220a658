/** Found peaks that are no other peak's Kα2: a doublet is fitted as one. */
import type { FoundPeak } from '#core/xrd/findPeaks.ts';
import type { Radiation } from '#core/xrd/radiation.ts';

/** In widths. */
const NEAREST = 0.6;
/** Kα2 has half the height; the first line's tail and the noise add to it. */
const MOST_SHARE = 0.8;

export function withoutSecondLines(
  found: readonly FoundPeak[],
  { lines }: Radiation,
  fwhm_deg: number,
): readonly FoundPeak[] {
  const first = lines[0]?.wavelength_A ?? NaN;
  const second = lines.find(({ name }) => name === 'Ka2')?.wavelength_A;
  if (second === undefined) return found;
  const placeOf = ({ twoTheta_deg }: FoundPeak) =>
    (360 / Math.PI) * Math.asin((second / first) * Math.sin((twoTheta_deg * Math.PI) / 360));
  const isSecondOf = (peak: FoundPeak, strong: FoundPeak) =>
    strong.twoTheta_deg < peak.twoTheta_deg &&
    Math.abs(peak.twoTheta_deg - placeOf(strong)) < NEAREST * fwhm_deg &&
    peak.height_counts < MOST_SHARE * strong.height_counts;
  return found.filter((peak) => !found.some((strong) => isSecondOf(peak, strong)));
}
