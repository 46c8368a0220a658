/** Net intensity of a line with the error of counting and of the background below it. */
import { searchAbove, searchSorted } from '#core/numeric/searchSorted.ts';
import { cellEdges } from '#core/xrd/compare/cellEdges.ts';
import type { ReferenceLine } from '#core/xrd/compare/referenceLines.ts';
import { lineShift_deg, type LineShift } from '#core/xrd/lineShift.ts';
import { pseudoVoigt_perDeg, type ProfileShape } from '#core/xrd/peakProfile.ts';
import type { DiffractionPattern } from '#core/xrd/powderPattern.ts';

/** Where a line is integrated, and how far on both sides the background is taken from. */
export interface LineWindow {
  readonly from_deg: number;
  readonly to_deg: number;
  readonly side_deg: number;
  /** Other lines: one within the window makes it worthless, and the background is not taken from beside one. */
  readonly others_deg: readonly number[];
  readonly clearance_deg: number;
  /** With it the area that lies outside the window, or was taken for background, is added. */
  readonly profile?: LineProfile;
}

/** A doublet of unit area. */
export interface LineProfile {
  readonly parts: readonly { readonly centre_deg: number; readonly share: number }[];
  readonly shape: ProfileShape;
}

export interface WindowOptions {
  /** On both sides of the doublet; about three full widths. The same for all lines that are compared. */
  readonly halfWidth_deg: number;
  readonly others_deg?: readonly number[];
  /** What a whole-pattern fit found. */
  readonly shift?: LineShift;
  /** As fitted to a strong line. Without it all lines are taken to lose the same share in their tails. */
  readonly shape?: ProfileShape;
}

/** Side bands as wide as the half width. */
export function lineWindow(
  line: Pick<ReferenceLine, 'twoTheta_deg' | 'end_deg' | 'endShare'>,
  options: WindowOptions,
): LineWindow {
  const { halfWidth_deg, others_deg = [], shift, shape } = options;
  const moved = (angle: number) => angle + (shift ? lineShift_deg(shift, angle) : 0);
  const parts = [
    { centre_deg: moved(line.twoTheta_deg), share: 1 - line.endShare },
    { centre_deg: moved(line.end_deg), share: line.endShare },
  ];
  return {
    from_deg: moved(line.twoTheta_deg) - halfWidth_deg,
    to_deg: moved(line.end_deg) + halfWidth_deg,
    side_deg: halfWidth_deg,
    others_deg: others_deg.map(moved),
    clearance_deg: halfWidth_deg,
    ...(shape && { profile: { parts, shape } }),
  };
}

export interface NetIntensity {
  /** Area above the background: counts times degrees, so that scans of different steps agree. */
  readonly net_countsDeg: number;
  /** Standard error, of the counts in the window and of the background. */
  readonly error_countsDeg: number;
  readonly background_countsDeg: number;
  readonly from_deg: number;
  readonly to_deg: number;
}

/** out-of-range: the scan does not hold the window and both side bands, or has no counts there. */
export type LineRefusal = 'out-of-range' | 'overlapped' | 'no-background';

export type LineOutcome =
  | { readonly ok: true; readonly line: NetIntensity }
  | { readonly ok: false; readonly refusal: LineRefusal };

const LEAST_POINTS = 5;
const LEAST_BAND_POINTS = 3;
/** How many bands further away the background may be taken from when lines lie beside the window. */
const REACH = 4;

/**
 * Sum over the window less a straight background through the side bands. The background is fitted with equal weights:
 * weights 1/counts would favour what was counted too low and bias it. All is linear in the counts, so that their errors
 * pass on exactly, that of the background with its correlation between points.
 */
export function integrateLine(pattern: DiffractionPattern, window: LineWindow): LineOutcome {
  const { from_deg, to_deg, others_deg } = window;
  if (others_deg.some((angle) => angle >= from_deg && angle <= to_deg)) return refused('overlapped');
  const inside = indexesWithin(pattern.twoTheta_deg, from_deg, to_deg);
  if (inside.length < LEAST_POINTS || !isCovered(pattern, inside, window)) return refused('out-of-range');
  const bands = sideBands(pattern, inside, window);
  if (bands.some((band) => band.length < LEAST_BAND_POINTS)) return refused('no-background');
  return { ok: true, line: netIntensity(pattern, { inside, band: bands.flat(), window }) };
}

function refused(refusal: LineRefusal): LineOutcome {
  return { ok: false, refusal };
}

function indexesWithin(angles: Float64Array, from_deg: number, to_deg: number): number[] {
  const first = searchSorted(angles, from_deg);
  return Array.from({ length: searchAbove(angles, to_deg) - first }, (_, i) => first + i);
}

/** Counted everywhere, and no gap in the scan. */
function isCovered(
  { twoTheta_deg, intensity_counts }: DiffractionPattern,
  inside: readonly number[],
  { from_deg, to_deg }: LineWindow,
): boolean {
  const widest = (2 * (to_deg - from_deg)) / LEAST_POINTS;
  return inside.every((i) => {
    const step = (twoTheta_deg[i + 1] ?? NaN) - (twoTheta_deg[i - 1] ?? NaN);
    return step < widest && Number.isFinite(intensity_counts[i]);
  });
}

/** The nearest clear points on both sides, as many as a band holds, from no further than the reach. */
function sideBands(
  pattern: DiffractionPattern,
  inside: readonly number[],
  window: LineWindow,
): readonly [number[], number[]] {
  const { from_deg, to_deg, side_deg, others_deg, clearance_deg } = window;
  const { twoTheta_deg: angles, intensity_counts } = pattern;
  const angle = (i: number) => angles[i] ?? NaN;
  const isClear = (i: number) =>
    Number.isFinite(intensity_counts[i]) &&
    others_deg.every((other) => Math.abs(other - angle(i)) > clearance_deg);
  const step_deg = (angle(inside.at(-1) ?? -1) - angle(inside[0] ?? -1)) / (inside.length - 1);
  const points = Math.max(LEAST_BAND_POINTS, Math.round(side_deg / step_deg));
  const reach_deg = REACH * side_deg;
  const left = indexesWithin(angles, from_deg - reach_deg, from_deg).filter((i) => !inside.includes(i));
  const right = indexesWithin(angles, to_deg, to_deg + reach_deg).filter((i) => !inside.includes(i));
  return [left.filter(isClear).slice(-points), right.filter(isClear).slice(0, points)];
}

interface Points {
  readonly inside: readonly number[];
  readonly band: readonly number[];
  readonly window: LineWindow;
}

function netIntensity(pattern: DiffractionPattern, points: Points): NetIntensity {
  const { twoTheta_deg, intensity_counts, sigma_counts } = pattern;
  const { inside, band, window } = points;
  const { width, share } = integrationWeights(twoTheta_deg, points);
  const counts = (i: number) => intensity_counts[i] ?? NaN;
  const variance = (i: number) => (sigma_counts[i] ?? NaN) ** 2;
  const background_countsDeg = sumOf(band, (j) => share(j) * counts(j));
  const net_countsDeg = sumOf(inside, (i) => width(i) * counts(i)) - background_countsDeg;
  const square =
    sumOf(inside, (i) => width(i) ** 2 * variance(i)) + sumOf(band, (j) => share(j) ** 2 * variance(j));
  const unit = (i: number) => (window.profile ? profileAt(window.profile, twoTheta_deg[i] ?? NaN) : NaN);
  const found = sumOf(inside, (i) => width(i) * unit(i)) - sumOf(band, (j) => share(j) * unit(j));
  const recovered = window.profile ? found : 1;
  return {
    net_countsDeg: net_countsDeg / recovered,
    error_countsDeg: Math.sqrt(square) / recovered,
    background_countsDeg,
    from_deg: window.from_deg,
    to_deg: window.to_deg,
  };
}

interface IntegrationWeights {
  /** Degrees that a point in the window counts for. */
  readonly width: (i: number) => number;
  /** How much of a point of the bands goes into the background below the line. */
  readonly share: (j: number) => number;
}

/** The background is the straight line through the bands; its sum over the window is linear in their counts. */
function integrationWeights(angles: Float64Array, { inside, band }: Points): IntegrationWeights {
  const edges = cellEdges(angles);
  const width = (i: number) => (edges[i + 1] ?? NaN) - (edges[i] ?? NaN);
  const angle = (i: number) => angles[i] ?? NaN;
  const middle = sumOf(band, angle) / band.length;
  const spread = sumOf(band, (j) => (angle(j) - middle) ** 2);
  const whole = sumOf(inside, width);
  const moment = sumOf(inside, (i) => width(i) * (angle(i) - middle));
  return { width, share: (j) => whole / band.length + (moment * (angle(j) - middle)) / spread };
}

function profileAt({ parts, shape }: LineProfile, angle: number): number {
  return parts.reduce(
    (sum, { centre_deg, share }) => sum + share * pseudoVoigt_perDeg(angle - centre_deg, shape),
    0,
  );
}

function sumOf(indexes: readonly number[], valueOf: (i: number) => number): number {
  return indexes.reduce((sum, i) => sum + valueOf(i), 0);
}
