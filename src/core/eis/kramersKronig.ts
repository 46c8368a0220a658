/**
 * The linear Kramers-Kronig test with an automatic number of RC elements, and the verdict from the structure of the
 * residuals: noise of any size is valid, a drift is not however small, unless it stays below 0.1 %.
 *
 * χ² alone asks for as many elements as there are points, since each one more follows the noise of one value more. The
 * elements suffice where more of them remove no more than that.
 */
import type {
  Immittance,
  KramersKronig,
  KramersKronigAdvice,
  KramersKronigFit,
} from '#core/eis/kramersKronigResult.ts';
import { linearKramersKronig, type LinearFit } from '#core/eis/linearKramersKronig.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';

export interface KramersKronigOptions {
  readonly fit?: KramersKronigFit;
  readonly representation?: Immittance;
  /** Number of RC elements by hand. */
  readonly rcCount?: number;
}

export type KramersKronigVerdict = Omit<KramersKronig, 'advice'>;

/** Fewest points that can be tested. */
export const FEWEST_TESTED_POINTS = 8;
const FEWEST_ELEMENTS = 3;
/** A real or imaginary fit: χ² at most this much above the least over all numbers of elements. */
const AS_GOOD = 1.1;
/** χ² a value below which nothing more is asked for. */
const EXACT = 1e-8;
/** A complex fit: this share of the points as elements follows every spectrum that elements can follow. */
const MANY = 0.75;
/** Standard deviations by which the share of noise that further elements remove may exceed its mean. */
const LUCK = 1;
/** Lag-1 autocorrelation × √N from which residuals have structure. */
const STRUCTURE = 3;
/** Residuals below this are valid whatever their structure. */
const NEGLIGIBLE = 1e-3;

export const NO_ADVICE: KramersKronigAdvice = { code: 'none', points: [], detail: '' };

/** Null when there are fewer than FEWEST_TESTED_POINTS points, or too many elements were asked for. */
export function testKramersKronig(
  spectrum: Spectrum,
  options: KramersKronigOptions = {},
): KramersKronigVerdict | null {
  const { fit = 'complex', representation = 'impedance', rcCount } = options;
  if (spectrum.frequency_Hz.length < FEWEST_TESTED_POINTS) return null;
  const fitWith = (count: number) =>
    linearKramersKronig(spectrum, { rcCount: count, fit, representation, lowFrequencyTerm: true });
  const chosen =
    rcCount === undefined ? automaticOrder(fitWith, spectrum.frequency_Hz.length, fit) : fitWith(rcCount);
  return chosen && { fit, representation, ...judge(spectrum, chosen, fit) };
}

type FitWith = (count: number) => LinearFit | null;

/** Numbers of elements below a passing one that are looked at, since χ² does not fall quite steadily. */
const LOOK_BACK = 4;

function automaticOrder(fitWith: FitWith, points: number, fit: KramersKronigFit): LinearFit | null {
  const known = new Map<number, LinearFit | null>();
  const fitOnce = (count: number) => {
    const found = known.get(count) ?? fitWith(count);
    known.set(count, found);
    return found;
  };
  return fit === 'complex' ? fewestOfComplex(fitOnce, points) : fewestOfPart(fitOnce, points);
}

/**
 * The smallest number of elements from which more remove only noise: χ² falls by about the variance an element, judged
 * by the variance that many elements leave.
 */
function fewestOfComplex(fitWith: FitWith, points: number): LinearFit | null {
  const most = Math.max(FEWEST_ELEMENTS, Math.round(MANY * points));
  const reference = fitWith(most)?.chiSquared ?? NaN;
  const free = freeValues('complex', points, most);
  const passes = (count: number) => {
    const chiSquared = fitWith(count)?.chiSquared ?? Infinity;
    const further = most - count;
    const allowed = 1 + LUCK * Math.sqrt(2 / further + 2 / free);
    return chiSquared <= Math.max(2 * points * EXACT, reference + (allowed * further * reference) / free);
  };
  return fitWith(fewestByHalving(passes, most));
}

/**
 * The smallest number of elements whose χ² is within 10 % of the least over 3 … N, or practically zero. The part that
 * is predicted becomes worse again with too many.
 */
function fewestOfPart(fitWith: FitWith, points: number): LinearFit | null {
  let least = Infinity;
  for (let count = FEWEST_ELEMENTS; count <= points; count += 1)
    least = Math.min(least, fitWith(count)?.chiSquared ?? Infinity);
  const limit = Math.max(AS_GOOD * least, 2 * points * EXACT);
  return fitWith(fewestInTurn((count) => (fitWith(count)?.chiSquared ?? Infinity) <= limit, points));
}

/** Series resistance, inductance and capacitance. */
const SERIES_TERMS = 3;

/**
 * Values of a spectrum that the unknowns of a fit leave free. A real or imaginary fit is judged by the part that it
 * predicts too, whose residuals hold the errors of the unknowns instead of lacking what these followed.
 */
function freeValues(fit: KramersKronigFit, points: number, rcCount: number): number {
  return fit === 'complex' ? Math.max(1, 2 * points - rcCount - SERIES_TERMS) : 2 * points;
}

/** χ² falls but for ripples until only noise is left: halves the range, then looks a little further down. */
function fewestByHalving(passes: (count: number) => boolean, most: number): number {
  let failing = FEWEST_ELEMENTS - 1;
  let passing = most;
  while (passing - failing > 1) {
    const middle = (passing + failing) >> 1;
    if (passes(middle)) passing = middle;
    else failing = middle;
  }
  const lowest = Math.max(FEWEST_ELEMENTS, passing - 1 - LOOK_BACK);
  for (let count = passing - 2; count >= lowest; count -= 1) if (passes(count)) passing = count;
  return passing;
}

function fewestInTurn(passes: (count: number) => boolean, points: number): number {
  let count = FEWEST_ELEMENTS;
  while (count < points && !passes(count)) count += 1;
  return count;
}

function judge(
  { frequency_Hz }: Spectrum,
  { rcCount, mu, chiSquared, residualRe, residualIm }: LinearFit,
  fit: KramersKronigFit,
): Omit<KramersKronigVerdict, 'fit' | 'representation'> {
  const points = frequency_Hz.length;
  const order = [...frequency_Hz.keys()].sort((a, b) => (frequency_Hz[b] ?? 0) - (frequency_Hz[a] ?? 0));
  const structureRe = structureOf(residualRe, order);
  const structureIm = structureOf(residualIm, order);
  const free = freeValues(fit, points, rcCount);
  const noiseRms = Math.sqrt(chiSquared / free);
  const noiseRmsStandardError = noiseRms / Math.sqrt(2 * free);
  const residualRms = Math.sqrt(chiSquared / (2 * points));
  const valid = residualRms < NEGLIGIBLE || Math.max(structureRe, structureIm) < STRUCTURE;
  const noise = { noiseRms, noiseRmsStandardError };
  return { valid, rcCount, mu, chiSquared, ...noise, residualRe, residualIm, structureRe, structureIm };
}

/** Lag-1 autocorrelation along the frequency × √N; 0 for residuals that are all zero. */
function structureOf(residual: Float64Array, order: readonly number[]): number {
  let products = 0;
  let squares = 0;
  let previous = 0;
  for (const k of order) {
    const value = residual[k] ?? NaN;
    products += value * previous;
    squares += value * value;
    previous = value;
  }
  return squares > 0 ? (products / squares) * Math.sqrt(order.length) : 0;
}
