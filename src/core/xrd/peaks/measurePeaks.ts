/** The peaks of a pattern: sought by their significance, fitted in groups, with position, spacing, height and width. */
import { arplsBackground } from '#core/xrd/arplsBackground.ts';
import { spacingOf_A } from '#core/xrd/diffractionAxis.ts';
import { findPeaks, type FoundPeak } from '#core/xrd/findPeaks.ts';
import type { PeakParameters } from '#core/xrd/fitPeaks.ts';
import { typicalWidth_deg } from '#core/xrd/identify/workingGrid.ts';
import { pseudoVoigt_perDeg } from '#core/xrd/peakProfile.ts';
import { firstLineShare, fitDoublets, parametersOf, type DoubletsFit } from '#core/xrd/peaks/fitDoublets.ts';
import { lineWidth_deg, peakStart } from '#core/xrd/peaks/lineWidth.ts';
import { patternWindow } from '#core/xrd/peaks/patternWindow.ts';
import { peakGroups, type PeakGroup } from '#core/xrd/peaks/peakGroups.ts';
import { withoutSecondLines } from '#core/xrd/peaks/withoutSecondLines.ts';
import type { DiffractionPattern } from '#core/xrd/powderPattern.ts';
import type { Radiation } from '#core/xrd/radiation.ts';
import type { ObservedBreadth } from '#core/xrd/size/observedBreadth.ts';

/** Angle, width and height are those of the radiation's first line. Errors are standard errors. */
export interface MeasuredPeak extends ObservedBreadth {
  readonly twoThetaError_deg: number;
  readonly d_A: number;
  readonly dError_A: number;
  /** Above the background. */
  readonly height_counts: number;
  /** Net counts within one width over their standard error, in the search. */
  readonly significance: number;
  /** Of the group that it was fitted in; the errors are wider by its root where it exceeds 1. */
  readonly reducedChiSquared: number;
}

export interface PeakReport {
  readonly peaks: readonly MeasuredPeak[];
  /** One value for each point of the pattern. */
  readonly background_counts: Float64Array;
  /** Background and peaks; NaN where nothing was fitted. */
  readonly calculated_counts: Float64Array;
  /** Expected width of the search. */
  readonly fwhm_deg: number;
}

export interface PeakRequest {
  readonly pattern: DiffractionPattern;
  readonly radiation: Radiation;
}

const LEAST_SIGNIFICANCE = 5;
/** A fitted area below so many errors is no peak. */
const LEAST_AREA = 3;
/** The background bends over so many widths. */
const STIFF_WIDTHS = 6;
const BACKGROUND_TOLERANCE = 0.01;
/** What a fit leaves over is a peak of its own where it is this far, in widths, from all others … */
const LEAST_DISTANCE = 0.8;
/** … and has this share of the height of its neighbours: lines are never quite as their model has them. */
const LEAST_SHARE = 0.05;
const NEIGHBOUR_WIDTHS = 8;
const LEAST_POINTS = 30;

/** Angles must ascend. Points without a count are left out. A pattern of fewer than 30 points has no peaks. */
export function measurePeaks({ pattern, radiation }: PeakRequest): PeakReport {
  const usable = countedPoints(pattern);
  const n = usable.twoTheta_deg.length;
  const step = ((usable.twoTheta_deg.at(-1) ?? NaN) - (usable.twoTheta_deg[0] ?? NaN)) / (n - 1);
  if (n < LEAST_POINTS) return emptyReport(pattern);
  const rough_deg = typicalWidth_deg(usable, step);
  const background = arplsBackground(usable.intensity_counts, {
    stiffness: ((STIFF_WIDTHS * rough_deg) / step) ** 4,
    tolerance: BACKGROUND_TOLERANCE,
  });
  const rough: Search = { usable, radiation, fwhm_deg: rough_deg, background };
  const fwhm_deg = lineWidth_deg(usable, peaksOver(rough, background), { radiation, rough_deg });
  const search: Search = { ...rough, fwhm_deg: Math.max(fwhm_deg, 2 * step) };
  const found = withoutSecondLines(peaksOver(search, background), radiation, search.fwhm_deg);
  const first = fitGroups(search, found);
  const missed = missedPeaks(search, first);
  const fits = missed.length === 0 ? first : fitGroups(search, [...found, ...missed]);
  const curves = curvesOf(search, fits);
  return {
    peaks: fits.flatMap((fit) => measuredPeaks(fit, radiation)),
    background_counts: onPoints(pattern, usable, curves.background),
    calculated_counts: onPoints(pattern, usable, curves.calculated),
    fwhm_deg: search.fwhm_deg,
  };
}

type Points = DiffractionPattern;

interface Search {
  readonly usable: Points;
  readonly radiation: Radiation;
  readonly fwhm_deg: number;
  readonly background: Float64Array;
}

function emptyReport({ twoTheta_deg }: DiffractionPattern): PeakReport {
  const none = new Float64Array(twoTheta_deg.length).fill(NaN);
  return { peaks: [], background_counts: none, calculated_counts: none, fwhm_deg: NaN };
}

function countedPoints(pattern: DiffractionPattern): Points {
  const { twoTheta_deg, intensity_counts, sigma_counts } = pattern;
  const isCounted = (_: number, i: number) =>
    Number.isFinite(intensity_counts[i]) && (sigma_counts[i] ?? NaN) > 0 && Number.isFinite(twoTheta_deg[i]);
  if (twoTheta_deg.every(isCounted)) return pattern;
  const counted = (values: Float64Array) => values.filter(isCounted);
  return {
    ...pattern,
    twoTheta_deg: counted(twoTheta_deg),
    intensity_counts: counted(intensity_counts),
    sigma_counts: counted(sigma_counts),
  };
}

/** Values of the usable points at all points; NaN at the others. */
function onPoints({ twoTheta_deg }: DiffractionPattern, usable: Points, values: Float64Array): Float64Array {
  if (usable.twoTheta_deg.length === twoTheta_deg.length) return values;
  let at = 0;
  return twoTheta_deg.map((angle) => (angle === usable.twoTheta_deg[at] ? (values[at++] ?? NaN) : NaN));
}

function peaksOver({ usable, fwhm_deg }: Search, background: Float64Array): FoundPeak[] {
  const { twoTheta_deg, intensity_counts: intensity, sigma_counts: sigma } = usable;
  const trace = { twoTheta_deg, intensity, background, sigma };
  return findPeaks(trace, { fwhm_deg, leastSignificance: LEAST_SIGNIFICANCE });
}

/** A group as it was fitted, with the peaks that stayed. */
interface GroupFit {
  readonly peaks: readonly FoundPeak[];
  readonly from: number;
  readonly fit: DoubletsFit;
}

function fitGroups(search: Search, found: readonly FoundPeak[]): readonly GroupFit[] {
  return peakGroups(found, search.fwhm_deg).flatMap((group) => fitGroup(search, group) ?? []);
}

/** The least significant peak is given up until every one stands above its error; null where none does. */
function fitGroup({ usable, radiation, fwhm_deg }: Search, group: PeakGroup): GroupFit | null {
  const { from, window } = patternWindow(usable, group.from_deg, group.to_deg);
  let peaks = group.peaks;
  while (peaks.length > 0) {
    if (window.twoTheta_deg.length > parametersOf(peaks.length, window)) {
      const fit = fitDoublets(
        window,
        peaks.map((peak) => peakStart(peak, fwhm_deg)),
        radiation,
      );
      if (fit.peaks.every(isSeen)) return { peaks, from, fit };
    }
    peaks = withoutWeakest(peaks);
  }
  return null;
}

function isSeen({ value, error }: DoubletsFit['peaks'][number]): boolean {
  return value.area_countsDeg > LEAST_AREA * error.area_countsDeg;
}

function withoutWeakest(peaks: readonly FoundPeak[]): readonly FoundPeak[] {
  const weakest = peaks.reduce((least, peak) => (peak.significance < least.significance ? peak : least));
  return peaks.filter((peak) => peak !== weakest);
}

interface Curves {
  readonly background: Float64Array;
  readonly calculated: Float64Array;
}

function curvesOf({ background: beneath }: Search, fits: readonly GroupFit[]): Curves {
  const background = beneath.slice();
  const calculated = new Float64Array(beneath.length).fill(NaN);
  for (const { from, fit } of fits) {
    background.set(fit.background_counts, from);
    calculated.set(fit.calculated_counts, from);
  }
  return { background, calculated };
}

/** Peaks in what the fits leave over. */
function missedPeaks(search: Search, fits: readonly GroupFit[]): readonly FoundPeak[] {
  const { background, calculated } = curvesOf(search, fits);
  const beneath = calculated.map((value, i) => (Number.isNaN(value) ? (background[i] ?? NaN) : value));
  const fitted = fits.flatMap((group) =>
    group.fit.peaks.map(({ value }) => ({ ...value, height_counts: heightOf(value, search.radiation) })),
  );
  return peaksOver(search, beneath).filter((peak) =>
    fitted.every(({ twoTheta_deg, fwhm_deg, height_counts }) => {
      const distance = Math.abs(peak.twoTheta_deg - twoTheta_deg);
      const isFar = distance > NEIGHBOUR_WIDTHS * fwhm_deg;
      return (
        isFar ||
        (distance > LEAST_DISTANCE * Math.min(fwhm_deg, search.fwhm_deg) &&
          peak.height_counts > LEAST_SHARE * height_counts)
      );
    }),
  );
}

function heightOf(value: PeakParameters, radiation: Radiation): number {
  return value.area_countsDeg * firstLineShare(radiation) * pseudoVoigt_perDeg(0, value);
}

function measuredPeaks({ peaks, fit }: GroupFit, radiation: Radiation): readonly MeasuredPeak[] {
  const wavelength_A = radiation.lines[0]?.wavelength_A ?? NaN;
  const { reducedChiSquared } = fit;
  return fit.peaks.map(({ value, error }, k) => {
    const { twoTheta_deg, fwhm_deg, eta } = value;
    const d_A = spacingOf_A(twoTheta_deg, wavelength_A);
    return {
      twoTheta_deg,
      twoThetaError_deg: error.twoTheta_deg,
      d_A,
      dError_A: spacingError_A(d_A, twoTheta_deg, error.twoTheta_deg),
      height_counts: heightOf(value, radiation),
      fwhm_deg,
      fwhmError_deg: error.fwhm_deg,
      eta,
      significance: peaks[k]?.significance ?? NaN,
      reducedChiSquared,
    };
  });
}

/** |∂d/∂2θ| = d cot θ/2, from Bragg's law. */
function spacingError_A(d_A: number, twoTheta_deg: number, error_deg: number): number {
  const radian = Math.PI / 180;
  return ((d_A / Math.tan((twoTheta_deg * radian) / 2)) * error_deg * radian) / 2;
}
