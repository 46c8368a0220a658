/** What speaks for and against a phase in a fitted pattern, as numbers that do not depend on the phase's scale. */
import { reflectionFits, type ReflectionFit } from '#core/xrd/identify/lineFit.ts';
import { amountError } from '#core/xrd/identify/columnFit.ts';
import { strongestOf } from '#core/xrd/identify/lineModel.ts';
import {
  lossWithout,
  overdispersion,
  phaseAmount,
  type Column,
  type FittedModel,
} from '#core/xrd/identify/patternModel.ts';
import { isStrict, requiredLines } from '#core/xrd/identify/requiredLines.ts';

export interface PhaseEvidence {
  readonly amount: number;
  /** Standard error of the amount beside everything else. */
  readonly error: number;
  /** Rise of χ² without the phase, over the reduced χ²: a likelihood ratio that allows for overdispersion. */
  readonly loss: number;
  /** Σ over its lines of what each gains by being drawn, where nothing else lies. */
  readonly gain: number;
  /** The same without its best line. */
  readonly gainOfOthers: number;
  /** Σ of the squared standard errors by which calculated lines fall short of half; of an amount only. */
  readonly deficit: number;
  /** Standard errors of the second best of its deciding lines; of the worst where the rule needs them all. */
  readonly certainty: number;
  /** Its highest line over the highest peak that nothing explains, at most 100. */
  readonly prominence: number;
  readonly required: readonly ReflectionFit[];
  /** All its lines in range; none where it has no amount. */
  readonly lines: readonly ReflectionFit[];
}

export function phaseEvidence(fitted: FittedModel, phase: number): PhaseEvidence {
  const amount = phaseAmount(fitted, phase);
  const scatter = overdispersion(fitted);
  const isOwn = ({ kind, index }: Column) => kind === 'phase' && index === phase;
  const loss = amount > 0 ? lossWithout(fitted, isOwn) / scatter ** 2 : 0;
  const column = fitted.columns.findIndex(isOwn);
  const beside = amount > 0 ? { ...fitted.fit, amounts: withoutPhase(fitted, phase) } : fitted.fit;
  const alone = scatter * amountError(fitted.system, beside, column);
  const error = loss > 0 ? Math.max(alone, amount / Math.sqrt(loss)) : alone;
  const candidate = fitted.model.candidates.crystals[phase];
  const required = candidate ? requiredLines(candidate) : [];
  // The other lines of a phase that the fit gives nothing decide nothing.
  const looked = amount > 0 ? undefined : required;
  const lines = reflectionFits(fitted, phase, { amount: HYPOTHESIS * error, looked });
  const gains = amount > 0 ? lines.map(({ ratio, error: own }) => (2 * ratio - 1) / own ** 2) : [];
  const gain = gains.reduce((sum, value) => sum + value, 0);
  const deciding = lines.filter(({ reflection }) => required.includes(reflection));
  return {
    amount,
    error,
    loss,
    gain: Math.max(0, gain),
    gainOfOthers: Math.max(0, gain - Math.max(0, ...gains)),
    deficit: amount > 0 ? deficitOf(lines) : 0,
    certainty: amount > 0 && candidate ? certaintyOf(deciding, isStrict(candidate.phase.id)) : 0,
    prominence: amount > 0 ? prominenceOf(fitted, isOwn) : 0,
    required: deciding,
    lines: amount > 0 ? lines : [],
  };
}

function deficitOf(lines: readonly ReflectionFit[]): number {
  return lines.reduce((sum, { ratio, error }) => sum + (Math.min(0, ratio - 0.5) / error) ** 2, 0);
}

function certaintyOf(deciding: readonly ReflectionFit[], isEachNeeded: boolean): number {
  const sorted = deciding.map(({ ratio, error }) => ratio / error).sort((a, b) => b - a);
  return Math.max(0, (isEachNeeded ? sorted.at(-1) : sorted[Math.min(1, sorted.length - 1)]) ?? 0);
}

function prominenceOf(fitted: FittedModel, isOwn: (column: Column) => boolean): number {
  const unexplained = highestOf(fitted, ({ kind }) => kind === 'peak');
  return Math.min(MOST_PROMINENCE, highestOf(fitted, isOwn) / unexplained) || 0;
}

const MOST_PROMINENCE = 100;

function highestOf({ columns, fit }: FittedModel, isMeant: (column: Column) => boolean): number {
  return columns.reduce((highest, column, k) => {
    const amount = fit.amounts[k] ?? 0;
    if (amount === 0 || !isMeant(column)) return highest;
    return Math.max(highest, amount * heightOf(column));
  }, 0);
}

const heights = new WeakMap<Column, number>();

function heightOf(column: Column): number {
  const height = heights.get(column) ?? strongestOf(column.values);
  heights.set(column, height);
  return height;
}

/** Standard errors of the amount at which the lines of a phase that is not there are judged. */
const HYPOTHESIS = 5;

function withoutPhase({ columns, fit }: FittedModel, phase: number): Float64Array {
  return fit.amounts.map((amount, k) => {
    const column = columns[k];
    return column?.kind === 'phase' && column.index === phase ? 0 : amount;
  });
}
