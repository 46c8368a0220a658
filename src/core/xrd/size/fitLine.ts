/** One line of a pattern fitted with a pseudo-Voigt doublet on a straight background. */
import { leastSquares } from '#core/numeric/leastSquares.ts';
import type { LeastSquaresProblem, LeastSquaresSolution } from '#core/numeric/leastSquaresProblem.ts';
import { standardErrors } from '#core/numeric/standardErrors.ts';
import { searchAbove, searchSorted } from '#core/numeric/searchSorted.ts';
import { pseudoVoigt_perDeg } from '#core/xrd/peakProfile.ts';
import type { DiffractionPattern } from '#core/xrd/powderPattern.ts';
import type { Radiation } from '#core/xrd/radiation.ts';
import type { ObservedBreadth } from '#core/xrd/size/observedBreadth.ts';

export interface FittedLine extends ObservedBreadth {
  readonly twoThetaError_deg: number;
  /** Of all lines of the radiation together. */
  readonly area_countsDeg: number;
  readonly areaError_countsDeg: number;
  readonly etaError: number;
  /** χ²/ν; the errors are wider by its root where it exceeds 1. */
  readonly reducedChiSquared: number;
}

export type FitLineOutcome =
  | { readonly ok: true; readonly line: FittedLine }
  | { readonly ok: false; readonly refusal: 'out-of-range' | 'not-seen' | 'not-converged' };

export interface FitLineOptions {
  readonly radiation: Radiation;
  /** On both sides of the expected angle; nothing else may lie there. */
  readonly halfWidth_deg: number;
  /** Expected. */
  readonly fwhm_deg: number;
}

const PARAMETERS = 6;
const LEAST_SIGNIFICANCE = 3;

/**
 * Weighted by Poisson's law: first with the errors of the counts, then with those of the fitted curve, since the former
 * favour what was counted too low.
 */
export function fitLine(
  pattern: DiffractionPattern,
  twoTheta_deg: number,
  options: FitLineOptions,
): FitLineOutcome {
  const points = pointsAround(pattern, twoTheta_deg, options.halfWidth_deg);
  if (points.angles.length < 2 * PARAMETERS) return { ok: false, refusal: 'out-of-range' };
  const model = lineModel(twoTheta_deg, options.radiation);
  const first = fitted(points, points.sigma, { model, options });
  const slopes = new Float64Array(PARAMETERS);
  const expected = points.angles.map((angle) => model(first.parameters, angle, slopes));
  const reweighted = points.sigma.map((sigma, i) => {
    const ratio = (expected[i] ?? NaN) / (points.counts[i] ?? NaN);
    return ratio > 0 && Number.isFinite(ratio) ? sigma * Math.sqrt(ratio) : sigma;
  });
  const solution = fitted(points, reweighted, { model, options, start: first.parameters });
  return outcomeOf(solution, twoTheta_deg);
}

interface Points {
  readonly angles: Float64Array;
  readonly counts: Float64Array;
  readonly sigma: Float64Array;
  readonly centre_deg: number;
}

function pointsAround(
  { twoTheta_deg, intensity_counts, sigma_counts }: DiffractionPattern,
  centre_deg: number,
  half_deg: number,
): Points {
  const from = searchSorted(twoTheta_deg, centre_deg - half_deg);
  const to = searchAbove(twoTheta_deg, centre_deg + half_deg);
  const isWhole =
    (twoTheta_deg[0] ?? NaN) <= centre_deg - half_deg &&
    (twoTheta_deg[twoTheta_deg.length - 1] ?? NaN) >= centre_deg + half_deg;
  const indexes = Array.from({ length: isWhole ? to - from : 0 }, (_, i) => from + i).filter(
    (i) => Number.isFinite(intensity_counts[i]) && (sigma_counts[i] ?? NaN) > 0,
  );
  const pick = (values: Float64Array) => Float64Array.from(indexes, (i) => values[i] ?? NaN);
  return {
    angles: pick(twoTheta_deg),
    counts: pick(intensity_counts),
    sigma: pick(sigma_counts),
    centre_deg,
  };
}

/** Offset of the centre, area, width, Lorentzian share, background in the middle, its slope; fills its derivatives. */
type LineModel = (parameters: Float64Array, angle: number, slopes: Float64Array) => number;

function lineModel(centre_deg: number, { lines }: Radiation): LineModel {
  const [main] = lines;
  const whole = lines.reduce((sum, { weight }) => sum + weight, 0);
  const parts = lines.map(({ wavelength_A, weight }) => ({
    ratio: wavelength_A / (main?.wavelength_A ?? NaN),
    share: weight / whole,
  }));
  return ([offset = NaN, area = NaN, fwhm_deg = NaN, eta = NaN, level = NaN, slope = NaN], angle, slopes) => {
    const theta = ((centre_deg + offset) * Math.PI) / 360;
    slopes.fill(0);
    for (const { ratio, share } of parts) {
      const own = Math.asin(ratio * Math.sin(theta));
      const distance = angle - (own * 360) / Math.PI;
      const moved = (ratio * Math.cos(theta)) / Math.cos(own);
      addProfile(slopes, { distance, fwhm_deg, eta, area, share, moved });
    }
    slopes[4] = 1;
    slopes[5] = angle - centre_deg;
    return level + slope * (angle - centre_deg) + area * (slopes[1] ?? NaN);
  };
}

interface ProfilePlace {
  readonly distance: number;
  readonly fwhm_deg: number;
  readonly eta: number;
  readonly area: number;
  readonly share: number;
  /** How far this line moves with the first one. */
  readonly moved: number;
}

/** Derivatives of a pseudo-Voigt by centre, area (its own value), width and share. */
function addProfile(slopes: Float64Array, place: ProfilePlace): void {
  const { distance, fwhm_deg: h, eta, area, share, moved } = place;
  const square = 4 * (distance / h) ** 2;
  const lorentz = pseudoVoigt_perDeg(distance, { fwhm_deg: h, eta: 1 });
  const gauss = pseudoVoigt_perDeg(distance, { fwhm_deg: h, eta: 0 });
  /** −(x/2)·d/dx of each, over x². */
  const [lorentzFall, gaussFall] = [lorentz / (1 + square), gauss * Math.LN2];
  const fall = eta * lorentzFall + (1 - eta) * gaussFall;
  const value = eta * lorentz + (1 - eta) * gauss;
  const add = (j: number, slope: number) => {
    slopes[j] = (slopes[j] ?? NaN) + share * slope;
  };
  add(0, (area * moved * 8 * distance * fall) / h ** 2);
  add(1, value);
  add(2, (area * (2 * square * fall - value)) / h);
  add(3, area * (lorentz - gauss));
}

interface Fit {
  readonly model: LineModel;
  readonly options: FitLineOptions;
  readonly start?: Float64Array;
}

function fitted(points: Points, sigma: Float64Array, fit: Fit): LeastSquaresSolution {
  const { angles, counts } = points;
  const { model, options } = fit;
  const rows = angles.length;
  const slopes = new Float64Array(PARAMETERS);
  const evaluate: LeastSquaresProblem['evaluate'] = (parameters, residual, jacobian) => {
    for (let i = 0; i < rows; i += 1) {
      const weight = 1 / (sigma[i] ?? NaN);
      residual[i] = weight * (model(parameters, angles[i] ?? NaN, slopes) - (counts[i] ?? NaN));
      if (jacobian.length === 0) continue;
      for (let j = 0; j < PARAMETERS; j += 1) jacobian[j * rows + i] = weight * (slopes[j] ?? NaN);
    }
  };
  const { halfWidth_deg } = options;
  const lower = Float64Array.of(
    -halfWidth_deg / 2,
    -Infinity,
    options.fwhm_deg / 10,
    0,
    -Infinity,
    -Infinity,
  );
  const upper = Float64Array.of(halfWidth_deg / 2, Infinity, 2 * halfWidth_deg, 1, Infinity, Infinity);
  return leastSquares({ residuals: rows, evaluate }, fit.start ?? startOf(points, options), { lower, upper });
}

function startOf({ angles, counts, centre_deg }: Points, { fwhm_deg }: FitLineOptions): Float64Array {
  const level = Math.min(counts[0] ?? NaN, counts[counts.length - 1] ?? NaN);
  let top = 0;
  for (let i = 0; i < counts.length; i += 1) if ((counts[i] ?? NaN) > (counts[top] ?? NaN)) top = i;
  const height = Math.max(1, (counts[top] ?? NaN) - level);
  return Float64Array.of((angles[top] ?? NaN) - centre_deg, height * fwhm_deg * 1.8, fwhm_deg, 0.5, level, 0);
}

function outcomeOf(solution: LeastSquaresSolution, centre_deg: number): FitLineOutcome {
  const errors = standardErrors(solution.jacobian, solution.residual, PARAMETERS);
  if (errors.some(Number.isNaN) || solution.status === 'iteration-limit')
    return { ok: false, refusal: 'not-converged' };
  const degrees = solution.residual.length - PARAMETERS;
  const reducedChiSquared = solution.sumOfSquares / degrees;
  const scatter = Math.sqrt(Math.max(1, reducedChiSquared));
  const error = (j: number) => scatter * (errors[j] ?? NaN);
  const [offset = NaN, area_countsDeg = NaN, fwhm_deg = NaN, eta = NaN] = solution.parameters;
  if (!(area_countsDeg > LEAST_SIGNIFICANCE * error(1))) return { ok: false, refusal: 'not-seen' };
  const line: FittedLine = {
    twoTheta_deg: centre_deg + offset,
    twoThetaError_deg: error(0),
    area_countsDeg,
    areaError_countsDeg: error(1),
    fwhm_deg,
    fwhmError_deg: error(2),
    eta,
    etaError: error(3),
    reducedChiSquared,
  };
  return { ok: true, line };
}
