/**
 * The probability that a phase is there, from its evidence: a logistic map. The coefficients are PROVISIONAL, set by
 * hand so that a loss of χ² of 25 with a second line to match is about even; they are not trained, and the
 * probabilities are not calibrated until they are.
 */
import type { PhaseEvidence } from '#core/xrd/identify/phaseEvidence.ts';

const COEFFICIENTS = {
  constant: -9,
  loss: 0.9,
  gain: 0.9,
  others: 1.2,
  deficit: -1.2,
  certainty: 0.5,
  prominence: 0.5,
};

/** What the map weighs, in the order of its coefficients; the first is the constant's. */
export function verdictFeatures(evidence: PhaseEvidence): readonly number[] {
  const { loss, gain, gainOfOthers, deficit, certainty, prominence } = evidence;
  return [
    1,
    Math.log1p(loss),
    Math.log1p(gain),
    Math.log1p(gainOfOthers),
    Math.log1p(deficit),
    Math.log1p(certainty),
    Math.log1p(prominence),
  ];
}

export function verdictProbability(evidence: PhaseEvidence): number {
  if (evidence.amount === 0) return NOT_DRAWN;
  const coefficients = Object.values(COEFFICIENTS);
  const sum = verdictFeatures(evidence).reduce((all, x, i) => all + x * (coefficients[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

/** A phase that the fit gives nothing. */
const NOT_DRAWN = 0.005;
