/**
 * The linear Kramers-Kronig test with an automatic number of RC elements, and the verdict from the structure of the
 * residuals: noise of any size is valid, a drift is not however small, unless it stays below 0.1 %.
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
/** χ² at most this much above the least over all numbers of elements, or below this a value. */
const AS_GOOD = 1.1;
const EXACT = 1e-8;
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
  return chosen && { fit, representation, ...judge(spectrum, chosen) };
}

type FitWith = (count: number) => LinearFit | null;

/** Numbers of elements below a passing one that are looked at, since χ² does not fall quite steadily. */
const LOOK_BACK = 4;

/** The smallest number of elements whose χ² is within 10 % of the least over 3 … N, or practically zero. */
function automaticOrder(fitWith: FitWith, points: number, fit: KramersKronigFit): LinearFit | null {
  const known = new Map<number, LinearFit | null>();
  const fitOnce = (count: number) => {
    const found = known.get(count) ?? fitWith(count);
    known.set(count, found);
    return found;
  };
  const least = fit === 'complex' ? leastWithMost(fitOnce, points) : leastOfAll(fitOnce, points);
  const limit = Math.max(AS_GOOD * least, 2 * points * EXACT);
  const passes = (count: number) => (fitOnce(count)?.chiSquared ?? Infinity) <= limit;
  return fitOnce(fit === 'complex' ? fewestByHalving(passes, points) : fewestInTurn(passes, points));
}

/** The χ² of a complex fit falls but for ripples: halves the range, then looks a little further down. */
function fewestByHalving(passes: (count: number) => boolean, points: number): number {
  let failing = FEWEST_ELEMENTS - 1;
  let passing = points;
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

/**
 * A complex fit hardly improves towards N elements any more, whose span holds that of fewer: the least χ² is found
 * among the largest few, without fitting all.
 */
function leastWithMost(fitWith: FitWith, points: number): number {
  let least = Infinity;
  for (let count = points; count > Math.max(FEWEST_ELEMENTS, points - 3); count -= 1) {
    const found = fitWith(count);
    if (found) least = Math.min(least, found.chiSquared);
  }
  return least;
}

/** A real or imaginary fit predicts the other part, which becomes worse again with too many elements. */
function leastOfAll(fitWith: FitWith, points: number): number {
  let least = Infinity;
  for (let count = FEWEST_ELEMENTS; count <= points; count += 1)
    least = Math.min(least, fitWith(count)?.chiSquared ?? Infinity);
  return least;
}

function judge(
  { frequency_Hz }: Spectrum,
  { rcCount, mu, chiSquared, residualRe, residualIm }: LinearFit,
): Omit<KramersKronigVerdict, 'fit' | 'representation'> {
  const points = frequency_Hz.length;
  const order = [...frequency_Hz.keys()].sort((a, b) => (frequency_Hz[b] ?? 0) - (frequency_Hz[a] ?? 0));
  const structureRe = structureOf(residualRe, order);
  const structureIm = structureOf(residualIm, order);
  const noiseRms = Math.sqrt(chiSquared / (2 * points));
  const valid = noiseRms < NEGLIGIBLE || Math.max(structureRe, structureIm) < STRUCTURE;
  return { valid, rcCount, mu, chiSquared, noiseRms, residualRe, residualIm, structureRe, structureIm };
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
