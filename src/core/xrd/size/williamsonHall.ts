/** Size and strain from how the widths of a phase's lines grow with the angle. */
import { NORMAL_ONE_SIDED_95 } from '#core/numeric/normalQuantile.ts';
import { chiSquaredTail } from '#core/numeric/chiSquaredTail.ts';
import type { ProfileShape } from '#core/xrd/peakProfile.ts';
import type { ObservedBreadth } from '#core/xrd/size/observedBreadth.ts';
import { isInstrumentLimited, sampleBreadth } from '#core/xrd/size/sampleBreadth.ts';

export interface WilliamsonHallLine {
  readonly observed: ObservedBreadth;
  readonly instrument: ProfileShape;
}

/** By one law of how widths add up. */
export interface SizeAndStrain {
  /** Null where the intercept is not above nought by two errors; then `sizeAtLeast_A`. */
  readonly size_A: number | null;
  readonly sizeError_A: number | null;
  readonly sizeAtLeast_A: number;
  /** Null where the slope is not above nought by two errors; then `strainAtMost`. */
  readonly strain: number | null;
  readonly strainError: number | null;
  readonly strainAtMost: number;
  readonly chiSquared: number;
  readonly degrees: number;
  /** Points of the plot, in radians, for Gaussian shapes squared. */
  readonly points: readonly { readonly x: number; readonly y: number; readonly error: number }[];
  readonly intercept: number;
  readonly slope: number;
}

/** anisotropic: widths scatter about the straight line more than counting explains. */
export type WilliamsonHallDoubt = 'anisotropic' | 'faults-and-texture';

export interface WilliamsonHall {
  /** β cos θ = Kλ/D + 4ε sin θ. */
  readonly lorentz: SizeAndStrain;
  /** (β cos θ)² = (Kλ/D)² + (4ε sin θ)². */
  readonly gauss: SizeAndStrain;
  /** What is to be quoted; null where neither law gives a size or a strain. */
  readonly size_A: readonly [number, number] | null;
  readonly strain: readonly [number, number] | null;
  readonly limitedLines_deg: readonly number[];
  readonly doubts: readonly WilliamsonHallDoubt[];
}

export type WilliamsonHallOutcome =
  | { readonly ok: true; readonly result: WilliamsonHall }
  | {
      readonly ok: false;
      readonly refusal: 'too-few-lines' | 'instrument-limited';
      readonly limitedLines_deg: readonly number[];
    };

export interface WilliamsonHallOptions {
  readonly wavelength_A: number;
  /** 0.9 for widths at half maximum. */
  readonly shapeFactor?: number;
  /** A soft metal such as an amalgam: stacking faults and texture widen its lines too. */
  readonly isSoftMetal: boolean;
}

const LEAST_LINES = 4;
const LEAST_AGREEMENT = 0.01;

/**
 * Of one phase, weighted by the errors of the widths; at least four lines. Lines as narrow as the instrument's are left
 * out and named. Williamson and Hall, Acta Metall. 1 (1953) 22.
 */
export function williamsonHall(
  lines: readonly WilliamsonHallLine[],
  options: WilliamsonHallOptions,
): WilliamsonHallOutcome {
  const isLimited = ({ observed, instrument }: WilliamsonHallLine) =>
    isInstrumentLimited(observed, instrument);
  const limitedLines_deg = lines.filter(isLimited).map(({ observed }) => observed.twoTheta_deg);
  if (lines.length < LEAST_LINES) return { ok: false, refusal: 'too-few-lines', limitedLines_deg };
  const usable = lines.filter((line) => !isLimited(line));
  if (usable.length < LEAST_LINES) return { ok: false, refusal: 'instrument-limited', limitedLines_deg };
  const lorentz = sizeAndStrain(usable, 1, options);
  const gauss = sizeAndStrain(usable, 2, options);
  const fits = [lorentz, gauss];
  const result: WilliamsonHall = {
    lorentz,
    gauss,
    size_A: rangeOf(fits.map(({ size_A }) => size_A)),
    strain: rangeOf(fits.map(({ strain }) => strain)),
    limitedLines_deg,
    doubts: doubtsAbout(fits, options),
  };
  return { ok: true, result };
}

function rangeOf(values: readonly (number | null)[]): [number, number] | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : [Math.min(...known), Math.max(...known)];
}

function doubtsAbout(
  fits: readonly SizeAndStrain[],
  { isSoftMetal }: WilliamsonHallOptions,
): WilliamsonHallDoubt[] {
  const isAnisotropic = fits.every(
    ({ chiSquared, degrees }) => chiSquaredTail(chiSquared, degrees) < LEAST_AGREEMENT,
  );
  const doubts: WilliamsonHallDoubt[] = isAnisotropic ? ['anisotropic'] : [];
  return isSoftMetal ? [...doubts, 'faults-and-texture'] : doubts;
}

/** Widths to the first power for Lorentzian shapes, to the second for Gaussian ones. */
type Power = 1 | 2;

function sizeAndStrain(
  lines: readonly WilliamsonHallLine[],
  power: Power,
  { wavelength_A, shapeFactor = 0.9 }: WilliamsonHallOptions,
): SizeAndStrain {
  const points = lines.map((line) => pointOf(line, power));
  const { intercept, slope, interceptError, slopeError, chiSquared } = weightedLine(points);
  const root = (value: number) => (value > 0 ? value ** (1 / power) : 0);
  const size_A = intercept > 2 * interceptError ? (shapeFactor * wavelength_A) / root(intercept) : null;
  const strain = slope > 2 * slopeError ? root(slope) : null;
  return {
    size_A,
    sizeError_A: size_A === null ? null : (size_A * interceptError) / (power * intercept),
    sizeAtLeast_A: (shapeFactor * wavelength_A) / root(intercept + NORMAL_ONE_SIDED_95 * interceptError),
    strain,
    strainError: strain === null ? null : (strain * slopeError) / (power * slope),
    strainAtMost: root(slope + NORMAL_ONE_SIDED_95 * slopeError),
    chiSquared,
    degrees: points.length - 2,
    points,
    intercept,
    slope,
  };
}

interface PlotPoint {
  readonly x: number;
  readonly y: number;
  readonly error: number;
}

function pointOf({ observed, instrument }: WilliamsonHallLine, power: Power): PlotPoint {
  const theta = (observed.twoTheta_deg * Math.PI) / 360;
  const breadth = sampleBreadth(observed, instrument);
  const scale = (Math.PI / 180) * Math.cos(theta);
  const own = scale * (power === 1 ? breadth.lorentz_deg : breadth.gauss_deg);
  const error = scale * observed.fwhmError_deg;
  return {
    x: (4 * Math.sin(theta)) ** power,
    y: own ** power,
    error: power === 1 ? error : 2 * scale * observed.fwhm_deg * error,
  };
}

interface StraightLine {
  readonly intercept: number;
  readonly slope: number;
  readonly interceptError: number;
  readonly slopeError: number;
  readonly chiSquared: number;
}

/** Errors are wider by √(χ²/ν) where the points scatter more than their errors say. */
function weightedLine(points: readonly PlotPoint[]): StraightLine {
  const sum = (valueOf: (point: PlotPoint) => number) =>
    points.reduce((total, point) => total + valueOf(point) / point.error ** 2, 0);
  const weight = sum(() => 1);
  const [meanX, meanY] = [sum(({ x }) => x) / weight, sum(({ y }) => y) / weight];
  const spread = sum(({ x }) => (x - meanX) ** 2);
  const slope = sum(({ x, y }) => (x - meanX) * (y - meanY)) / spread;
  const intercept = meanY - slope * meanX;
  const chiSquared = sum(({ x, y }) => (y - intercept - slope * x) ** 2);
  const scatter = Math.sqrt(Math.max(1, chiSquared / (points.length - 2)));
  return {
    intercept,
    slope,
    interceptError: scatter * Math.sqrt(1 / weight + meanX ** 2 / spread),
    slopeError: scatter / Math.sqrt(spread),
    chiSquared,
  };
}
