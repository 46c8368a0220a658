/** Peaks on a straight line fitted to counts: pseudo-Voigts, each with a width and a Lorentzian share of its own. */
import { leastSquares } from '#core/numeric/leastSquares.ts';
import type { LeastSquaresProblem, LeastSquaresStatus } from '#core/numeric/leastSquaresProblem.ts';
import { standardErrors } from '#core/numeric/standardErrors.ts';

export interface PeakParameters {
  readonly twoTheta_deg: number;
  readonly area_countsDeg: number;
  readonly fwhm_deg: number;
  /** Lorentzian share of the area, 0 to 1. */
  readonly eta: number;
}

export interface LineParameters {
  /** In the middle of the window. */
  readonly level_counts: number;
  readonly slope_countsPerDeg: number;
}

/** A piece of a pattern; `sigma_counts` are Poisson's, √counts with at least one count, unless the file has its own. */
export interface PeakWindow {
  readonly twoTheta_deg: Float64Array;
  readonly intensity_counts: Float64Array;
  readonly sigma_counts: Float64Array;
}

export interface PeakFit {
  readonly peaks: readonly { readonly value: PeakParameters; readonly error: PeakParameters }[];
  readonly line: { readonly value: LineParameters; readonly error: LineParameters };
  readonly chiSquared: number;
  readonly degreesOfFreedom: number;
  readonly status: LeastSquaresStatus;
}

/** Position, area, width, share; then the two of the line. */
const PER_PEAK = 4;
const PER_LINE = 2;
const FOUR_LN2 = 4 * Math.LN2;
const GAUSS_HEIGHT = 2 * Math.sqrt(Math.LN2 / Math.PI);
const LORENTZ_HEIGHT = 2 / Math.PI;
/** Beyond this exponent a Gaussian is nothing beside any count. */
const LAST_EXPONENT = 40;

/**
 * The peaks and the line that bring Σ((counts − model)/σ)² to its minimum, from a start near it. Positions stay within
 * the window, areas are not negative, widths reach from a fifth of a step to the whole window. Errors are those of the
 * linear model at the minimum with σ taken at its word; NaN where the peaks cannot be told apart. Throws a RangeError
 * for a window with no more points than parameters.
 */
export function fitPeaks(
  window: PeakWindow,
  start: readonly PeakParameters[],
  line: LineParameters = { level_counts: 0, slope_countsPerDeg: 0 },
): PeakFit {
  const points = window.twoTheta_deg.length;
  const count = start.length * PER_PEAK + PER_LINE;
  if (points <= count) throw new RangeError(`${points} points cannot carry ${count} parameters`);
  const vector = Float64Array.from([
    ...start.flatMap((peak) => [peak.twoTheta_deg, peak.area_countsDeg, peak.fwhm_deg, peak.eta]),
    line.level_counts,
    line.slope_countsPerDeg,
  ]);
  const solution = leastSquares(problemOf(window, start.length), vector, limitsOf(window, start.length));
  const errors = standardErrors(solution.jacobian, solution.residual, count);
  return {
    peaks: start.map((_, k) => ({ value: peakAt(solution.parameters, k), error: peakAt(errors, k) })),
    line: {
      value: lineAt(solution.parameters, start.length),
      error: lineAt(errors, start.length),
    },
    chiSquared: solution.sumOfSquares,
    degreesOfFreedom: points - count,
    status: solution.status,
  };
}

function peakAt(values: Float64Array, k: number): PeakParameters {
  const at = (i: number) => values[k * PER_PEAK + i] ?? NaN;
  return { twoTheta_deg: at(0), area_countsDeg: at(1), fwhm_deg: at(2), eta: at(3) };
}

function lineAt(values: Float64Array, peaks: number): LineParameters {
  const at = peaks * PER_PEAK;
  return { level_counts: values[at] ?? NaN, slope_countsPerDeg: values[at + 1] ?? NaN };
}

function ends({ twoTheta_deg }: PeakWindow): readonly [first: number, last: number] {
  return [twoTheta_deg[0] ?? NaN, twoTheta_deg.at(-1) ?? NaN];
}

function limitsOf(window: PeakWindow, peaks: number) {
  const [first, last] = ends(window);
  const step = (last - first) / (window.twoTheta_deg.length - 1);
  const repeated = (values: readonly number[]) => Array.from({ length: peaks }, () => values).flat();
  return {
    lower: Float64Array.from([...repeated([first, 0, step / 5, 0]), -Infinity, -Infinity]),
    upper: Float64Array.from([...repeated([last, Infinity, last - first, 1]), Infinity, Infinity]),
  };
}

function problemOf(window: PeakWindow, peaks: number): LeastSquaresProblem {
  const { twoTheta_deg, intensity_counts, sigma_counts } = window;
  const residuals = twoTheta_deg.length;
  const [first, last] = ends(window);
  const middle = (first + last) / 2;
  const weights = sigma_counts.map((sigma) => 1 / sigma);
  return {
    residuals,
    evaluate(parameters, residual, jacobian) {
      const { level_counts, slope_countsPerDeg } = lineAt(parameters, peaks);
      const level = peaks * PER_PEAK * residuals;
      for (let i = 0; i < residuals; i += 1) {
        const offset = (twoTheta_deg[i] ?? NaN) - middle;
        const weight = weights[i] ?? NaN;
        const model = level_counts + slope_countsPerDeg * offset;
        residual[i] = (model - (intensity_counts[i] ?? NaN)) * weight;
        if (jacobian.length === 0) continue;
        jacobian[level + i] = weight;
        jacobian[level + residuals + i] = offset * weight;
      }
      for (let k = 0; k < peaks; k += 1) {
        const own = jacobian.subarray(k * PER_PEAK * residuals, (k + 1) * PER_PEAK * residuals);
        addPeak(peakAt(parameters, k), { twoTheta_deg, weights, residual, jacobian: own });
      }
    },
  };
}

interface PeakTarget {
  readonly twoTheta_deg: Float64Array;
  readonly weights: Float64Array;
  readonly residual: Float64Array;
  /** The four columns of this peak; empty where they are not wanted. */
  readonly jacobian: Float64Array;
}

/** Adds a weighted peak, and writes its derivatives by position, area, width and share. */
function addPeak(peak: PeakParameters, { twoTheta_deg, weights, residual, jacobian }: PeakTarget): void {
  const { twoTheta_deg: centre, area_countsDeg: area, fwhm_deg: width, eta } = peak;
  const points = residual.length;
  const perWidth = 1 / width;
  for (let i = 0; i < points; i += 1) {
    const u = ((twoTheta_deg[i] ?? NaN) - centre) * perWidth;
    const weight = (weights[i] ?? NaN) * perWidth;
    const square = u * u;
    const fall = 1 / (1 + 4 * square);
    const lorentz = LORENTZ_HEIGHT * fall;
    const exponent = FOUR_LN2 * square;
    const gauss = exponent < LAST_EXPONENT ? GAUSS_HEIGHT * Math.exp(-exponent) : 0;
    const shape = eta * lorentz + (1 - eta) * gauss;
    residual[i] = (residual[i] ?? NaN) + area * shape * weight;
    if (jacobian.length === 0) continue;
    // −d(shape)/du / u: both derivatives, by position and by width, are made of it.
    const bend = eta * lorentz * 8 * fall + (1 - eta) * gauss * 2 * FOUR_LN2;
    const scaled = area * weight * perWidth;
    jacobian[i] = scaled * bend * u;
    jacobian[points + i] = shape * weight;
    jacobian[2 * points + i] = scaled * (bend * square - shape);
    jacobian[3 * points + i] = area * weight * (lorentz - gauss);
  }
}
