/**
 * The probability that a phase is there, from its evidence: a logistic map. The coefficients are set by hand. On 500
 * simulated patterns of amalgams (bench/xrdIdentify.mjs, seeds 101000 to 101499) their expected calibration error is
 * 0.003; coefficients trained on seeds 100000 to 100499 gave 0.007 there and were not taken. Almost all probabilities
 * lie near 0 or 1, so that those between are hardly tested.
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
