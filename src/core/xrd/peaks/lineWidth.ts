/** The width of one line of the radiation, which a doublet's heap hides. */
import { medianOf } from '#core/numeric/quantile.ts';
import type { FoundPeak } from '#core/xrd/findPeaks.ts';
import type { PeakParameters } from '#core/xrd/fitPeaks.ts';
import { fitDoublets, parametersOf } from '#core/xrd/peaks/fitDoublets.ts';
import { patternWindow } from '#core/xrd/peaks/patternWindow.ts';
import type { DiffractionPattern } from '#core/xrd/powderPattern.ts';
import type { Radiation } from '#core/xrd/radiation.ts';

const STRONGEST = 5;
const REACH_WIDTHS = 2.5;
/** Found widths of overlapping peaks are those of the whole heap. */
const MOST_WIDTHS = 2;
/** Area of a doublet's peak over height × width, about. */
const AREA_PER_HEIGHT = 1.8;

/** Where the fit of a found peak begins; `usual_deg`: what widths of this pattern are like. */
export function peakStart(peak: FoundPeak, usual_deg: number): Omit<PeakParameters, 'eta'> {
  const fwhm_deg = Math.min(peak.fwhm_deg, MOST_WIDTHS * usual_deg);
  const area_countsDeg = AREA_PER_HEIGHT * Math.max(peak.height_counts, 1) * fwhm_deg;
  return { twoTheta_deg: peak.twoTheta_deg, area_countsDeg, fwhm_deg };
}

/** Median of the strongest peaks, each fitted by itself; `rough_deg` where there are none. */
export function lineWidth_deg(
  pattern: DiffractionPattern,
  found: readonly FoundPeak[],
  { radiation, rough_deg }: { readonly radiation: Radiation; readonly rough_deg: number },
): number {
  const strongest = [...found].sort((a, b) => b.height_counts - a.height_counts).slice(0, STRONGEST);
  const widths = strongest.flatMap((peak) => {
    const reach_deg = REACH_WIDTHS * rough_deg;
    const at = peak.twoTheta_deg;
    const { window } = patternWindow(pattern, at - reach_deg, at + reach_deg);
    if (window.twoTheta_deg.length <= parametersOf(1, window)) return [];
    const { peaks } = fitDoublets(window, [peakStart(peak, rough_deg)], radiation);
    return peaks.map(({ value }) => value.fwhm_deg);
  });
  const width = widths.length === 0 ? rough_deg : medianOf(Float64Array.from(widths));
  return Math.min(rough_deg, width);
}
