/**
 * The cycle at which a fading capacity has fallen to a share of a reference: where the fitted curve, not a single noisy
 * cycle, meets it. Its interval holds every cycle at which the profile interval of curve minus threshold spans 0, over
 * all models within reach of the best. Beyond the last cycle it is an extrapolation, which no interval of a model
 * makes safe; the search ends at a multiple of the data.
 */
import { combinationOf } from '#core/cycling/trend/fitAtShape.ts';
import type { TrendFit } from '#core/cycling/trend/fitTrendModel.ts';

export interface EndOfLifeOptions {
  /** Share of the reference capacity, 0.8 unless given. */
  readonly fraction?: number;
  /** In the unit of the values; each model's own initial capacity unless given. */
  readonly referenceCapacity?: number;
  /** How many times the span of the data is searched, 5 unless given. */
  readonly spans?: number;
}

export interface EndOfLife {
  readonly fraction: number;
  readonly referenceCapacity: number | null;
  readonly spans: number;
  /** Cycle by the chosen model; null = not reached within the search, or only by other models. */
  readonly cycle: number | null;
  /** Null = even the fastest fade that agrees with the data does not reach it within the search. */
  readonly lower95: number | null;
  /** Null = the slowest fade that agrees with the data does not reach it within the search. */
  readonly upper95: number | null;
  readonly status: 'reached' | 'may-be-reached' | 'not-reached';
  /** Some of the answer lies beyond the last cycle. */
  readonly isExtrapolated: boolean;
  /** Last cycle that was searched. */
  readonly searchedTo: number;
}

const STEPS = 120;
const BISECTIONS = 24;

/** `supported`: fits of all models that may be right, the chosen one first. */
export function endOfLife(supported: readonly TrendFit[], options: EndOfLifeOptions = {}): EndOfLife {
  const { fraction = 0.8, spans = 5 } = options;
  const [chosen] = supported;
  const span = chosen?.data.t.at(-1) ?? NaN;
  const origin = chosen?.data.origin ?? NaN;
  const at = supported.map((fit) => crossings(fit, { ...options, fraction }, spans * span));
  const cycles = at.map(({ estimate }) => estimate);
  const lower = Math.min(...at.map((one) => one.lower));
  const upper = Math.max(...at.map((one) => one.upper));
  const cycleOrNull = (t: number) => (Number.isFinite(t) ? origin + t : null);
  return {
    fraction,
    referenceCapacity: options.referenceCapacity ?? null,
    spans,
    cycle: cycleOrNull(cycles[0] ?? Infinity),
    lower95: cycleOrNull(lower),
    upper95: cycleOrNull(upper),
    status: Number.isFinite(upper) ? 'reached' : Number.isFinite(lower) ? 'may-be-reached' : 'not-reached',
    isExtrapolated: upper > span,
    searchedTo: origin + spans * span,
  };
}

interface Threshold {
  readonly fraction: number;
  readonly referenceCapacity?: number;
}

function crossings(fit: TrendFit, threshold: Threshold, horizon: number) {
  return {
    estimate: firstBelow((t) => excess([fit.best], fit.limit, { ...threshold, fit, t }).middle, horizon),
    lower: firstBelow((t) => excess(fit.supported, fit.limit, { ...threshold, fit, t }).lowest, horizon),
    upper: firstBelow((t) => excess(fit.supported, fit.limit, { ...threshold, fit, t }).highest, horizon),
  };
}

interface Place extends Threshold {
  readonly fit: TrendFit;
  readonly t: number;
}

/** Curve minus threshold at t, and the ends of its profile interval. */
function excess(fits: TrendFit['supported'], limit: number, { fit, t, fraction, referenceCapacity }: Place) {
  const ends = { lowest: Infinity, highest: -Infinity, middle: NaN };
  for (const one of fits) {
    const weights = fit.model.terms.map(({ value }) => {
      const initial = referenceCapacity === undefined ? fraction * value(0, one.shape) : 0;
      return value(t, one.shape) - initial;
    });
    const combined = combinationOf(one, weights);
    const value = combined.value - fraction * (referenceCapacity ?? 0);
    const reach = Math.sqrt(combined.variance * Math.max(0, limit - one.sumOfSquares));
    ends.lowest = Math.min(ends.lowest, value - reach);
    ends.highest = Math.max(ends.highest, value + reach);
    ends.middle = value;
  }
  return ends;
}

/** The first t in 0..horizon at which `f` is not above 0; Infinity where it stays above. */
function firstBelow(f: (t: number) => number, horizon: number): number {
  if (!(f(0) > 0)) return 0;
  for (let k = 1; k <= STEPS; k += 1) {
    let high = (k / STEPS) * horizon;
    if (f(high) > 0) continue;
    let low = ((k - 1) / STEPS) * horizon;
    for (let round = 0; round < BISECTIONS; round += 1) {
      const middle = (low + high) / 2;
      if (f(middle) > 0) low = middle;
      else high = middle;
    }
    return high;
  }
  return Infinity;
}
