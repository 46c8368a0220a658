/** What speaks for and against a phase in a fitted pattern, as numbers that do not depend on the phase's scale. */
import { reflectionFits, type ReflectionFit } from '#core/xrd/identify/lineFit.ts';
import { amountError } from '#core/xrd/identify/columnFit.ts';
import { lossWithout, phaseAmount, type FittedModel } from '#core/xrd/identify/patternModel.ts';
import { requiredLines } from '#core/xrd/identify/requiredLines.ts';

export interface PhaseEvidence {
  readonly amount: number;
  /** Standard error of the amount beside everything else. */
  readonly error: number;
  /** Rise of χ² without the phase. */
  readonly loss: number;
  /** The same of all its lines but the best, as far as lines are independent. */
  readonly lossOfOthers: number;
  /** Σ of the squared standard errors by which calculated lines fall short of half. */
  readonly deficit: number;
  readonly required: readonly ReflectionFit[];
  readonly lines: readonly ReflectionFit[];
}

export function phaseEvidence(fitted: FittedModel, phase: number): PhaseEvidence {
  const amount = phaseAmount(fitted, phase);
  const loss = amount > 0 ? lossWithout(fitted, (c) => c.kind === 'phase' && c.index === phase) : 0;
  const column = fitted.columns.findIndex(({ kind, index }) => kind === 'phase' && index === phase);
  const alone = amountError(fitted.system, { ...fitted.fit, amounts: withoutPhase(fitted, phase) }, column);
  const error = loss > 0 ? Math.max(alone, amount / Math.sqrt(loss)) : alone;
  const lines = reflectionFits(fitted, phase, HYPOTHESIS * error);
  const gains = lines.map(({ ratio, error: own }) => (2 * ratio - 1) / own ** 2).sort((a, b) => b - a);
  const candidate = fitted.model.candidates.crystals[phase];
  const required = candidate ? requiredLines(candidate) : [];
  return {
    amount,
    error,
    loss,
    lossOfOthers:
      amount > 0
        ? Math.max(
            0,
            gains.slice(1).reduce((sum, gain) => sum + gain, 0),
          )
        : 0,
    deficit: lines.reduce((sum, { ratio, error: own }) => sum + (Math.min(0, ratio - 0.5) / own) ** 2, 0),
    required: lines.filter(({ reflection }) => required.includes(reflection)),
    lines,
  };
}

/** Standard errors of the amount at which the lines of a phase that is not there are judged. */
const HYPOTHESIS = 5;

function withoutPhase({ columns, fit }: FittedModel, phase: number): Float64Array {
  return fit.amounts.map((amount, k) => {
    const column = columns[k];
    return column?.kind === 'phase' && column.index === phase ? 0 : amount;
  });
}
