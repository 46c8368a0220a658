/** Neighbouring peaks fitted together: each a pseudo-Voigt for every line of the radiation, on a smooth background. */
import { leastSquares } from '#core/numeric/leastSquares.ts';
import type { LeastSquaresProblem, LeastSquaresSolution } from '#core/numeric/leastSquaresProblem.ts';
import { standardErrors } from '#core/numeric/standardErrors.ts';
import type { PeakParameters, PeakWindow } from '#core/xrd/fitPeaks.ts';
import type { Radiation } from '#core/xrd/radiation.ts';

export interface DoubletsFit {
  /** Angle and width are those of the radiation's first line; the area is that of all. The share is common to all. */
  readonly peaks: readonly { readonly value: PeakParameters; readonly error: PeakParameters }[];
  /** The model at the points of the window. */
  readonly calculated_counts: Float64Array;
  /** Its smooth part. */
  readonly background_counts: Float64Array;
  /** χ²/ν; the errors are wider by its root where it exceeds 1. */
  readonly reducedChiSquared: number;
}

/** Angle, area, width; then the share of all, then the background. */
const PER_PEAK = 3;
/** A straight line, with a term more for each so many degrees of the window. */
const DEGREES_PER_TERM = 3;
const MOST_TERMS = 4;
/** Kβ is so far away that it counts as a peak of its own. */
const DOUBLET_SHARE = 0.01;
const START_SHARE = 0.5;
/** How far widths may move from where they start. */
const WIDTHS = { least: 0.2, most: 2.5 } as const;

/** The first fit only weighs the second. */
const ROUGHLY = { maxIterations: 20, tolerance: 1e-4 } as const;
const EXACTLY = { maxIterations: 60, tolerance: 1e-7 } as const;

/** How many parameters a window of so many peaks has. */
export function parametersOf(peaks: number, { twoTheta_deg }: PeakWindow): number {
  return PER_PEAK * peaks + 1 + termsOf(twoTheta_deg);
}

function termsOf(angles: Float64Array): number {
  const span = (angles.at(-1) ?? NaN) - (angles[0] ?? NaN);
  return Math.min(MOST_TERMS, 2 + Math.floor(span / DEGREES_PER_TERM));
}

/** Angle of a doublet's line where the first lies at `twoTheta_deg`, and how far it moves with that. */
interface SpectralPart {
  readonly ratio: number;
  readonly share: number;
}

function partsOf({ lines }: Radiation): readonly SpectralPart[] {
  const first = lines[0]?.wavelength_A ?? NaN;
  const near = lines.filter(({ wavelength_A }) => Math.abs(wavelength_A / first - 1) < DOUBLET_SHARE);
  const whole = near.reduce((sum, { weight }) => sum + weight, 0);
  return near.map(({ wavelength_A, weight }) => ({ ratio: wavelength_A / first, share: weight / whole }));
}

/** Share of the area that the radiation's first line has. */
export function firstLineShare(radiation: Radiation): number {
  return partsOf(radiation)[0]?.share ?? NaN;
}

interface Model {
  readonly window: PeakWindow;
  readonly peaks: number;
  readonly terms: number;
  readonly parts: readonly SpectralPart[];
}

/**
 * Weighted by Poisson's law: first with the errors of the counts, then with those of the fitted curve, since the former
 * favour what was counted too low. Errors are NaN where peaks cannot be told apart and where a width is at its limit.
 * Throws a RangeError for a window with no more points than parameters.
 */
export function fitDoublets(
  window: PeakWindow,
  start: readonly Omit<PeakParameters, 'eta'>[],
  radiation: Radiation,
): DoubletsFit {
  const { twoTheta_deg: angles, sigma_counts, intensity_counts } = window;
  const count = parametersOf(start.length, window);
  if (angles.length <= count)
    throw new RangeError(`${angles.length} points cannot carry ${count} parameters`);
  const model: Model = { window, peaks: start.length, terms: termsOf(angles), parts: partsOf(radiation) };
  const limits = limitsOf(model, start);
  const first = leastSquares(problemOf(model, sigma_counts), startOf(model, start), {
    ...limits,
    ...ROUGHLY,
  });
  const expected = calculated(model, first.parameters);
  const sigma = sigma_counts.map((error, i) => {
    const ratio = (expected[i] ?? NaN) / (intensity_counts[i] ?? NaN);
    return ratio > 0 && Number.isFinite(ratio) ? error * Math.sqrt(ratio) : error;
  });
  const solution = leastSquares(problemOf(model, sigma), first.parameters, {
    ...limits,
    ...EXACTLY,
  });
  return fitOf(model, solution, limits);
}

interface Limits {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

type Start = readonly Omit<PeakParameters, 'eta'>[];

function limitsOf({ terms }: Model, start: Start): Limits {
  const background = new Array<number>(terms).fill(Infinity);
  const lower = start.flatMap(({ twoTheta_deg: at, fwhm_deg }) => [
    at - fwhm_deg,
    0,
    WIDTHS.least * fwhm_deg,
  ]);
  const upper = start.flatMap(({ twoTheta_deg: at, fwhm_deg }) => [
    at + fwhm_deg,
    Infinity,
    WIDTHS.most * fwhm_deg,
  ]);
  return {
    lower: Float64Array.from([...lower, 0, ...background.map((value) => -value)]),
    upper: Float64Array.from([...upper, 1, ...background]),
  };
}

function startOf({ window, terms }: Model, start: Start): Float64Array {
  const { intensity_counts: counts } = window;
  const level = Math.min(counts[0] ?? NaN, counts.at(-1) ?? NaN);
  const background = new Array<number>(terms).fill(0);
  background[0] = level;
  const peaks = start.flatMap((peak) => [peak.twoTheta_deg, peak.area_countsDeg, peak.fwhm_deg]);
  return Float64Array.from([...peaks, START_SHARE, ...background]);
}

function problemOf(model: Model, sigma: Float64Array): LeastSquaresProblem {
  const { window, peaks, terms } = model;
  const { intensity_counts } = window;
  const residuals = intensity_counts.length;
  const count = PER_PEAK * peaks + 1 + terms;
  return {
    residuals,
    evaluate(parameters, residual, jacobian) {
      const isSloped = jacobian.length > 0;
      residual.set(intensity_counts.map((counts) => -counts));
      jacobian.fill(0);
      addBackground(model, parameters, { residual, jacobian });
      for (let k = 0; k < peaks; k += 1) addPeak(model, parameters, { k, residual, jacobian });
      for (let i = 0; i < residuals; i += 1) {
        const weight = 1 / (sigma[i] ?? NaN);
        residual[i] = weight * (residual[i] ?? NaN);
        if (!isSloped) continue;
        for (let j = 0; j < count; j += 1) {
          jacobian[j * residuals + i] = weight * (jacobian[j * residuals + i] ?? NaN);
        }
      }
    },
  };
}

interface Target {
  readonly residual: Float64Array;
  /** Empty where it is not wanted. */
  readonly jacobian: Float64Array;
}

/** Powers of the place in the window, from −1 to 1. */
function addBackground(
  { window, peaks, terms }: Model,
  parameters: Float64Array,
  { residual, jacobian }: Target,
): void {
  const { twoTheta_deg: angles } = window;
  const n = angles.length;
  const [first, last] = [angles[0] ?? NaN, angles[n - 1] ?? NaN];
  const from = PER_PEAK * peaks + 1;
  for (let i = 0; i < n; i += 1) {
    const place = (2 * (angles[i] ?? NaN) - first - last) / (last - first);
    let power = 1;
    for (let term = 0; term < terms; term += 1, power *= place) {
      residual[i] = (residual[i] ?? NaN) + (parameters[from + term] ?? NaN) * power;
      if (jacobian.length > 0) jacobian[(from + term) * n + i] = power;
    }
  }
}

/** Adds a peak, and its derivatives by angle, area, width and share. */
function addPeak(
  { window, peaks, parts }: Model,
  parameters: Float64Array,
  { k, residual, jacobian }: Target & { readonly k: number },
): void {
  const { twoTheta_deg: angles } = window;
  const n = angles.length;
  const at = PER_PEAK * k;
  const [centre, area, fwhm_deg] = [
    parameters[at] ?? NaN,
    parameters[at + 1] ?? NaN,
    parameters[at + 2] ?? NaN,
  ];
  const eta = parameters[PER_PEAK * peaks] ?? NaN;
  const theta = (centre * Math.PI) / 360;
  const add = (column: number, i: number, slope: number) => {
    jacobian[column * n + i] = (jacobian[column * n + i] ?? NaN) + slope;
  };
  for (const { ratio, share } of parts) {
    const own = Math.asin(ratio * Math.sin(theta));
    const moved = (ratio * Math.cos(theta)) / Math.cos(own);
    for (let i = 0; i < n; i += 1) {
      const distance = (angles[i] ?? NaN) - (own * 360) / Math.PI;
      const line = slopesOf(distance, fwhm_deg, eta);
      residual[i] = (residual[i] ?? NaN) + area * share * line.value;
      if (jacobian.length === 0) continue;
      add(at, i, area * share * moved * line.byCentre);
      add(at + 1, i, share * line.value);
      add(at + 2, i, area * share * line.byWidth);
      add(PER_PEAK * peaks, i, area * share * line.byShare);
    }
  }
}

interface LineSlopes {
  readonly value: number;
  readonly byCentre: number;
  readonly byWidth: number;
  readonly byShare: number;
}

const GAUSS_HEIGHT = 2 * Math.sqrt(Math.LN2 / Math.PI);
const LORENTZ_HEIGHT = 2 / Math.PI;

/** A pseudo-Voigt of unit area and its derivatives. */
function slopesOf(distance: number, fwhm_deg: number, eta: number): LineSlopes {
  const square = 4 * (distance / fwhm_deg) ** 2;
  const lorentz = LORENTZ_HEIGHT / (fwhm_deg * (1 + square));
  const gauss = (GAUSS_HEIGHT / fwhm_deg) * Math.exp(-Math.LN2 * square);
  const fall = (eta * lorentz) / (1 + square) + (1 - eta) * gauss * Math.LN2;
  const value = eta * lorentz + (1 - eta) * gauss;
  return {
    value,
    byCentre: (8 * distance * fall) / fwhm_deg ** 2,
    byWidth: (2 * square * fall - value) / fwhm_deg,
    byShare: lorentz - gauss,
  };
}

const NO_JACOBIAN = new Float64Array(0);

function calculated(model: Model, parameters: Float64Array): Float64Array {
  const residual = new Float64Array(model.window.twoTheta_deg.length);
  addBackground(model, parameters, { residual, jacobian: NO_JACOBIAN });
  for (let k = 0; k < model.peaks; k += 1) addPeak(model, parameters, { k, residual, jacobian: NO_JACOBIAN });
  return residual;
}

function fitOf(model: Model, solution: LeastSquaresSolution, limits: Limits): DoubletsFit {
  const { parameters } = solution;
  const points = model.window.twoTheta_deg.length;
  const errors = standardErrors(solution.jacobian, solution.residual, parameters.length);
  const reducedChiSquared = solution.sumOfSquares / (points - parameters.length);
  const scatter = Math.sqrt(Math.max(1, reducedChiSquared));
  const isFree = (j: number) =>
    (parameters[j] ?? NaN) > (limits.lower[j] ?? NaN) && (parameters[j] ?? NaN) < (limits.upper[j] ?? NaN);
  const scaled = errors.map((error, j) => (isFree(j) || !isWidth(model, j) ? scatter * error : NaN));
  const background = new Float64Array(points);
  addBackground(model, parameters, { residual: background, jacobian: NO_JACOBIAN });
  return {
    peaks: Array.from({ length: model.peaks }, (_, k) => ({
      value: peakAt(parameters, k, model.peaks),
      error: peakAt(scaled, k, model.peaks),
    })),
    calculated_counts: calculated(model, parameters),
    background_counts: background,
    reducedChiSquared,
  };
}

function isWidth({ peaks }: Model, j: number): boolean {
  return j < PER_PEAK * peaks && j % PER_PEAK === 2;
}

function peakAt(values: Float64Array, k: number, peaks: number): PeakParameters {
  const at = (i: number) => values[PER_PEAK * k + i] ?? NaN;
  return {
    twoTheta_deg: at(0),
    area_countsDeg: at(1),
    fwhm_deg: at(2),
    eta: values[PER_PEAK * peaks] ?? NaN,
  };
}
