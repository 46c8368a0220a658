/** One pattern less another that may have another grid, with the counting error of each point. */
import { searchAbove } from '#core/numeric/searchSorted.ts';
import { cellEdges } from '#core/xrd/compare/cellEdges.ts';
import { integrateLine, type LineRefusal, type LineWindow } from '#core/xrd/compare/integrateLine.ts';
import { LEAST_SIGNIFICANCE, significanceOf } from '#core/xrd/compare/lineRatio.ts';
import type { DiffractionPattern } from '#core/xrd/powderPattern.ts';

/** What the pattern before is multiplied by. */
export type DifferenceScale =
  | { readonly by: 'none' }
  | { readonly by: 'counting-time'; readonly before_s: number; readonly after_s: number }
  /** The substrate's line becomes equally strong in both. */
  | { readonly by: 'substrate-line'; readonly window: LineWindow };

/** A stretch of angles that only one of the two patterns has. */
export interface OneSidedRange {
  readonly pattern: 'before' | 'after';
  readonly from_deg: number;
  readonly to_deg: number;
}

export interface DifferencePattern {
  /** Points of the pattern with the wider steps, where both have counts. */
  readonly twoTheta_deg: Float64Array;
  /** After − factor × before. */
  readonly difference_counts: Float64Array;
  /** Standard error of counting. */
  readonly error_counts: Float64Array;
  /** What the factor's error adds: common to all points, so it is not part of their errors. */
  readonly scaleError_counts: Float64Array;
  readonly factor: number;
  readonly factorError: number;
  /** Points of the finer grid were averaged: neighbours may share some, and their errors are then correlated. */
  readonly isResampled: boolean;
  readonly onlyInOne: readonly OneSidedRange[];
}

export type DifferenceRefusal =
  | 'no-overlap'
  | 'different-radiation'
  | 'counting-time-unknown'
  | 'substrate-not-seen'
  | `substrate-${LineRefusal}`;

export type DifferenceOutcome =
  | { readonly ok: true; readonly difference: DifferencePattern }
  | { readonly ok: false; readonly refusal: DifferenceRefusal };

export interface PatternPair {
  readonly before: DiffractionPattern;
  readonly after: DiffractionPattern;
}

/** Angles must ascend. Refuses patterns of different wavelengths: their lines lie elsewhere. */
export function differencePattern(pair: PatternPair, scale: DifferenceScale): DifferenceOutcome {
  if (!hasOneRadiation(pair)) return { ok: false, refusal: 'different-radiation' };
  const scaling = factorOf(pair, scale);
  if (typeof scaling === 'string') return { ok: false, refusal: scaling };
  const isBeforeCoarser = stepOf(pair.before) > stepOf(pair.after);
  const grid = isBeforeCoarser ? pair.before : pair.after;
  const before = onGrid(pair.before, grid);
  const after = onGrid(pair.after, grid);
  const common = [...grid.twoTheta_deg.keys()].filter(
    (i) => Number.isFinite(before.intensity[i]) && Number.isFinite(after.intensity[i]),
  );
  if (common.length === 0) return { ok: false, refusal: 'no-overlap' };
  const { factor, error: factorError } = scaling;
  const each = (valueOf: (i: number) => number) => Float64Array.from(common, valueOf);
  const [b, a] = [at(before.intensity), at(after.intensity)];
  const [vb, va] = [at(before.variance), at(after.variance)];
  const difference: DifferencePattern = {
    twoTheta_deg: each(at(grid.twoTheta_deg)),
    difference_counts: each((i) => a(i) - factor * b(i)),
    error_counts: each((i) => Math.sqrt(va(i) + factor ** 2 * vb(i))),
    scaleError_counts: each((i) => Math.abs(b(i)) * factorError),
    factor,
    factorError,
    isResampled: !isSameGrid(pair),
    onlyInOne: [...rangesOutside('before', pair), ...rangesOutside('after', pair)],
  };
  return { ok: true, difference };
}

function at(values: Float64Array): (i: number) => number {
  return (i) => values[i] ?? NaN;
}

/** Shares of a wavelength that two tables of it may differ by. */
const SAME_WAVELENGTH = 1e-4;

function hasOneRadiation({ before, after }: PatternPair): boolean {
  const first = before.radiation?.lines[0]?.wavelength_A;
  const second = after.radiation?.lines[0]?.wavelength_A;
  if (first === undefined || second === undefined) return true;
  return Math.abs(first / second - 1) < SAME_WAVELENGTH;
}

interface Scaling {
  readonly factor: number;
  readonly error: number;
}

function factorOf(pair: PatternPair, scale: DifferenceScale): Scaling | DifferenceRefusal {
  if (scale.by === 'none') return { factor: 1, error: 0 };
  if (scale.by === 'substrate-line') return substrateFactor(pair, scale.window);
  const factor = scale.after_s / scale.before_s;
  return factor > 0 && Number.isFinite(factor) ? { factor, error: 0 } : 'counting-time-unknown';
}

function substrateFactor({ before, after }: PatternPair, window: LineWindow): Scaling | DifferenceRefusal {
  const first = integrateLine(before, window);
  const second = integrateLine(after, window);
  if (!first.ok) return `substrate-${first.refusal}`;
  if (!second.ok) return `substrate-${second.refusal}`;
  const [b, a] = [significanceOf(first.line), significanceOf(second.line)];
  if (!(Math.min(b, a) >= LEAST_SIGNIFICANCE)) return 'substrate-not-seen';
  const factor = second.line.net_countsDeg / first.line.net_countsDeg;
  return { factor, error: factor * Math.hypot(1 / a, 1 / b) };
}

function stepOf({ twoTheta_deg: angles }: DiffractionPattern): number {
  return ((angles[angles.length - 1] ?? NaN) - (angles[0] ?? NaN)) / (angles.length - 1);
}

/** Angles that differ by less are the same point, written with another number of digits. */
const SAME_ANGLE_DEG = 1e-4;

function isSameGrid({ before, after }: PatternPair): boolean {
  const [b, a] = [before.twoTheta_deg, after.twoTheta_deg];
  return b.length === a.length && b.every((angle, i) => Math.abs(angle - (a[i] ?? NaN)) < SAME_ANGLE_DEG);
}

interface Resampled {
  readonly intensity: Float64Array;
  readonly variance: Float64Array;
}

/** A cell of the grid that is covered to less than this share counts as not measured. */
const LEAST_COVER = 0.5;

/** Means over the cells of the grid, each point weighed by how much of the cell it counted in; NaN where it did not. */
function onGrid(pattern: DiffractionPattern, grid: DiffractionPattern): Resampled {
  if (pattern === grid || isSameGrid({ before: pattern, after: grid })) {
    return { intensity: pattern.intensity_counts, variance: pattern.sigma_counts.map((s) => s * s) };
  }
  const edges = cellEdges(pattern.twoTheta_deg);
  const cells = cellEdges(grid.twoTheta_deg);
  const means = Array.from(grid.twoTheta_deg, (_, k) =>
    meanOver(pattern, edges, [cells[k] ?? NaN, cells[k + 1] ?? NaN]),
  );
  return {
    intensity: Float64Array.from(means, ({ mean }) => mean),
    variance: Float64Array.from(means, ({ variance }) => variance),
  };
}

function meanOver(
  { intensity_counts, sigma_counts }: DiffractionPattern,
  edges: Float64Array,
  [from_deg, to_deg]: readonly [number, number],
): { readonly mean: number; readonly variance: number } {
  let [cover, sum, squares] = [0, 0, 0];
  const n = intensity_counts.length;
  for (let i = Math.max(0, searchAbove(edges, from_deg) - 1); i < n && (edges[i] ?? NaN) < to_deg; i += 1) {
    const share = Math.min(to_deg, edges[i + 1] ?? NaN) - Math.max(from_deg, edges[i] ?? NaN);
    const counts = intensity_counts[i] ?? NaN;
    if (!(share > 0) || !Number.isFinite(counts)) continue;
    cover += share;
    sum += share * counts;
    squares += (share * (sigma_counts[i] ?? NaN)) ** 2;
  }
  if (!(cover >= LEAST_COVER * (to_deg - from_deg))) return { mean: NaN, variance: NaN };
  return { mean: sum / cover, variance: squares / cover ** 2 };
}

/** At both ends. */
function rangesOutside(name: 'before' | 'after', pair: PatternPair): OneSidedRange[] {
  const own = pair[name].twoTheta_deg;
  const other = pair[name === 'before' ? 'after' : 'before'].twoTheta_deg;
  const [first, last] = [own[0] ?? NaN, own[own.length - 1] ?? NaN];
  const [otherFirst, otherLast] = [other[0] ?? NaN, other[other.length - 1] ?? NaN];
  const below = { pattern: name, from_deg: first, to_deg: Math.min(last, otherFirst) };
  const above = { pattern: name, from_deg: Math.max(first, otherLast), to_deg: last };
  return [below, above].filter(({ from_deg, to_deg }) => to_deg - from_deg > SAME_ANGLE_DEG);
}
