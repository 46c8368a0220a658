/** Peaks of a pattern with their significance against counting noise. */
import { searchAbove, searchSorted } from '#core/numeric/searchSorted.ts';

export interface FoundPeak {
  readonly twoTheta_deg: number;
  /** Above the background. */
  readonly height_counts: number;
  readonly fwhm_deg: number;
  /** Net area within one width, over its standard error. */
  readonly significance: number;
}

export interface PeakSearchOptions {
  /** The expected width; a matched window of this size is moved over the pattern. */
  readonly fwhm_deg: number;
  readonly leastSignificance?: number;
}

/** What the peaks are sought in. */
export interface PeakTrace {
  readonly twoTheta_deg: Float64Array;
  readonly intensity: Float64Array;
  readonly background: Float64Array;
  readonly sigma: Float64Array;
}

/**
 * Local maxima of the net counts within a window of one width whose sum exceeds `leastSignificance` (5) standard
 * errors, in the order of their angles. The error of the sum is Poisson's: √Σσ² over the window.
 */
export function findPeaks(trace: PeakTrace, options: PeakSearchOptions): FoundPeak[] {
  const { fwhm_deg, leastSignificance = 5 } = options;
  const scores = windowScores(trace, fwhm_deg / 2);
  const peaks: FoundPeak[] = [];
  for (let i = 1; i < scores.length - 1; i += 1) {
    const score = scores[i] ?? 0;
    if (score < leastSignificance || !isLargest(scores, i, trace.twoTheta_deg, fwhm_deg / 2)) continue;
    peaks.push(peakAt(trace, i, { fwhm_deg, score }));
  }
  return peaks;
}

/** Sum of the net counts over its error, in a window around each point. */
function windowScores(
  { twoTheta_deg, intensity, background, sigma }: PeakTrace,
  half_deg: number,
): Float64Array {
  const n = intensity.length;
  const scores = new Float64Array(n);
  let [from, to, net, variance] = [0, 0, 0, 0];
  const add = (i: number, sign: number) => {
    net += sign * ((intensity[i] ?? 0) - (background[i] ?? 0));
    variance += sign * (sigma[i] ?? 0) ** 2;
  };
  for (let i = 0; i < n; i += 1) {
    const centre = twoTheta_deg[i] ?? NaN;
    while (to < n && (twoTheta_deg[to] ?? NaN) <= centre + half_deg) add(to++, 1);
    while (from < to && (twoTheta_deg[from] ?? NaN) < centre - half_deg) add(from++, -1);
    scores[i] = variance > 0 ? net / Math.sqrt(variance) : 0;
  }
  return scores;
}

/** Of equal ones the first is the largest. */
function isLargest(scores: Float64Array, i: number, angles: Float64Array, reach_deg: number): boolean {
  const here = scores[i] ?? 0;
  const centre = angles[i] ?? NaN;
  const from = searchSorted(angles, centre - reach_deg);
  const isBelow = (score: number, j: number) => (from + j < i ? score < here : score <= here);
  return scores.subarray(from, searchAbove(angles, centre + reach_deg)).every(isBelow);
}

function peakAt(
  { twoTheta_deg, intensity, background }: PeakTrace,
  i: number,
  { fwhm_deg, score }: { readonly fwhm_deg: number; readonly score: number },
): FoundPeak {
  const centre = twoTheta_deg[i] ?? NaN;
  const from = searchSorted(twoTheta_deg, centre - fwhm_deg / 2);
  let [weight, moment, height] = [0, 0, 0];
  for (let j = from; j < intensity.length && (twoTheta_deg[j] ?? NaN) <= centre + fwhm_deg / 2; j += 1) {
    const net = (intensity[j] ?? 0) - (background[j] ?? 0);
    height = Math.max(height, net);
    weight += Math.max(0, net);
    moment += Math.max(0, net) * (twoTheta_deg[j] ?? 0);
  }
  const position = weight > 0 ? moment / weight : centre;
  const net = (j: number) => (intensity[j] ?? 0) - (background[j] ?? 0);
  return {
    twoTheta_deg: position,
    height_counts: height,
    fwhm_deg: widthAt(twoTheta_deg, net, i, height),
    significance: score,
  };
}

/** Between the first points on both sides that lie below half of the height. */
function widthAt(angles: Float64Array, net: (i: number) => number, at: number, height: number): number {
  let [left, right] = [at, at];
  while (left > 0 && net(left) > height / 2) left -= 1;
  while (right < angles.length - 1 && net(right) > height / 2) right += 1;
  return (angles[right] ?? NaN) - (angles[left] ?? NaN);
}
