/**
 * The probability that a phase is there, from its evidence: a logistic map. Its coefficients come from simulated
 * patterns of amalgams (bench/xrdCalibrate.mjs) and are measured on others (bench/xrdIdentify.mjs). Almost all
 * probabilities lie near 0 or 1, so that those between are hardly tested; and a simulated pattern fits its model better
 * than a real one, for which the probability is no more than a guide.
 */
import type { PhaseEvidence } from '#core/xrd/identify/phaseEvidence.ts';
import { NOT_DRAWN, VERDICT_COEFFICIENTS } from '#core/xrd/identify/verdictCoefficients.ts';

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
  const coefficients = Object.values(VERDICT_COEFFICIENTS);
  const sum = verdictFeatures(evidence).reduce((all, x, i) => all + x * (coefficients[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}
