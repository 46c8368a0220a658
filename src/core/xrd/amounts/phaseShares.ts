/** Weight fractions of the phases that are present, by the whole pattern and by the lines that stand alone. */
import type { AmountPhase, Beam } from '#core/xrd/amounts/amountPhase.ts';
import type { MeasuredAmountLine } from '#core/xrd/amounts/measuredLines.ts';
import { crystalOf, type MeasuredPhase } from '#core/xrd/amounts/measuredPhases.ts';
import { shareErrors, type ShareErrors } from '#core/xrd/amounts/shareErrors.ts';
import type { Phase } from '#core/xrd/crystalPhase.ts';
import { informationDepth_um } from '#core/xrd/layerModel.ts';
import { iOverIc, weightFractions, type WeightFraction } from '#core/xrd/rir.ts';

export interface Depth {
  readonly twoTheta_deg: number;
  readonly t99_um: number;
}

export interface PhaseShare {
  readonly id: string;
  /** Of the whole-pattern fit, among the phases that it does not exclude, with all `errors`. Null where it has none. */
  readonly wholePattern: WeightFraction | null;
  /** What the error of the whole pattern is made of; null where it has none. */
  readonly errors: ShareErrors | null;
  /** From the lines that stand alone, among the phases that are present. Null unless each of them has such a line. */
  readonly rir: WeightFraction | null;
  /** Computed from the structures; null without corundum in the library. */
  readonly iOverIc: number | null;
  /** The best of the lines that RIR rests on, and the one of the model of layers; null where none stands alone. */
  readonly line: MeasuredAmountLine | null;
  /** 99 % of the signal comes from above it in the dense phase; at that line, else at its strongest. */
  readonly depth: Depth | null;
}

const CORUNDUM = 'Al2O3';

/** The phases of the library are searched for corundum, to which I/Ic refers. */
export function phaseShares(
  measured: readonly MeasuredPhase[],
  library: readonly Phase[],
  { radiation, tables }: Beam,
): readonly PhaseShare[] {
  const corundum = crystalOf(library, CORUNDUM);
  const ratios = measured.map(({ own }) => corundum && iOverIc(own.phase, corundum, radiation, tables));
  const fractions = rirFractions(measured, ratios);
  const errors = shareErrors(measured, fractions);
  return measured.map(({ own, verdict, lines: [line] }, i) => ({
    id: verdict.id,
    wholePattern: withErrors(verdict.weightFraction, errors[i]),
    errors: errors[i] ?? null,
    rir: fractions[i] ?? null,
    iOverIc: ratios[i] ?? null,
    line: line ?? null,
    depth: own.mu_perCm > 0 ? depthAt((line ?? strongestOf(own)).twoTheta_deg, own.mu_perCm) : null,
  }));
}

export function depthAt(twoTheta_deg: number, mu_perCm: number): Depth {
  return { twoTheta_deg, t99_um: informationDepth_um(mu_perCm, twoTheta_deg) };
}

function withErrors(weightFraction: number | null, errors: ShareErrors | null = null): WeightFraction | null {
  if (weightFraction === null) return null;
  return { weightFraction, error: errors ? Math.hypot(errors.fit, errors.grains, errors.methods) : NaN };
}

/** Empty where a phase has no line that stands alone: the others' shares would be too large by its. */
function rirFractions(
  measured: readonly MeasuredPhase[],
  ratios: readonly (number | undefined)[],
): readonly WeightFraction[] {
  const parts = measured.flatMap(({ own, lines }, i) => {
    const ratio = ratios[i];
    if (lines.length === 0 || ratio === undefined) return [];
    const { perStrength, error } = commonIntensity(lines);
    // As if the strongest line had been measured, to which I/Ic refers.
    const { strength } = strongestOf(own);
    return [{ intensity: perStrength * strength, error: error * strength, iOverIc: ratio }];
  });
  return parts.length === measured.length ? weightFractions(parts) : [];
}

/** Σ intensities over Σ strengths, so that texture evens out; the error is wider where the lines disagree. */
function commonIntensity(lines: readonly MeasuredAmountLine[]) {
  const sum = (valueOf: (line: MeasuredAmountLine) => number) =>
    lines.reduce((total, line) => total + valueOf(line), 0);
  const strength = sum((line) => line.strength);
  const perStrength = sum((line) => line.intensity_countsDeg) / strength;
  const chiSquared = sum(
    (line) => ((line.intensity_countsDeg - perStrength * line.strength) / line.error_countsDeg) ** 2,
  );
  const scatter = Math.sqrt(Math.max(1, chiSquared / Math.max(1, lines.length - 1)));
  const error = (scatter * Math.sqrt(sum((line) => line.error_countsDeg ** 2))) / strength;
  return { perStrength, error };
}

interface Strength {
  readonly strength: number;
  readonly twoTheta_deg: number;
}

function strongestOf({ reference: { lines } }: AmountPhase): Strength {
  return lines.reduce<Strength>((most, line) => (line.strength > most.strength ? line : most), {
    strength: 0,
    twoTheta_deg: NaN,
  });
}
