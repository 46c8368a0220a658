/**
 * The probability that a phase is there, from its evidence: a logistic map. The coefficients are PROVISIONAL, set by
 * hand so that a loss of χ² of 25 with a second line to match is about even; they are not trained, and the
 * probabilities are not calibrated until they are.
 */
import type { PhaseEvidence } from '#core/xrd/identify/phaseEvidence.ts';

const COEFFICIENTS = { constant: -9, loss: 1.8, others: 1.2, deficit: -1.2 };

export function verdictProbability({ loss, lossOfOthers, deficit }: PhaseEvidence): number {
  const { constant, loss: first, others, deficit: against } = COEFFICIENTS;
  const sum =
    constant + first * Math.log1p(loss) + others * Math.log1p(lossOfOthers) + against * Math.log1p(deficit);
  return 1 / (1 + Math.exp(-sum));
}
