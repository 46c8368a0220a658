/** The phases that are present, each with what its structure says and the lines by which it is measured. */
import { amountPhase, type AmountPhase, type Beam } from '#core/xrd/amounts/amountPhase.ts';
import { measuredLines, type MeasuredAmountLine } from '#core/xrd/amounts/measuredLines.ts';
import type { CrystalPhase, Phase } from '#core/xrd/crystalPhase.ts';
import type { Identification, PhaseVerdict } from '#core/xrd/identification.ts';
import { USUAL_RADIUS_MM } from '#core/xrd/lineShift.ts';
import type { DiffractionPattern } from '#core/xrd/powderPattern.ts';

export interface MeasuredPhase {
  readonly own: AmountPhase;
  readonly verdict: PhaseVerdict;
  /** Those that stand alone, the best first. */
  readonly lines: readonly MeasuredAmountLine[];
}

export interface MeasuredSample extends Beam {
  readonly identification: Identification;
  readonly pattern: DiffractionPattern;
  readonly phases: readonly Phase[];
}

/** By their amounts in the whole-pattern fit, the largest first; without those whose structure is not known. */
export function measuredPhases({
  identification,
  phases,
  pattern,
  ...beam
}: MeasuredSample): readonly MeasuredPhase[] {
  const there = identification.phases.filter(({ verdict }) => verdict === 'present');
  const known = there.flatMap((verdict) => {
    const phase = crystalOf(phases, verdict.id);
    return phase ? [{ verdict, own: amountPhase(phase, verdict.weightFraction ?? NaN, beam) }] : [];
  });
  const { zeroShift_deg, displacement_mm } = identification;
  const shift = { zeroShift_deg, displacement_mm, radius_mm: USUAL_RADIUS_MM };
  const sample = { pattern, radiation: beam.radiation, shift, phases: known.map(({ own }) => own) };
  return known
    .map((each) => ({ ...each, lines: measuredLines(each.own, sample) }))
    .sort((a, b) => (b.verdict.weightFraction ?? 0) - (a.verdict.weightFraction ?? 0));
}

export function crystalOf(phases: readonly Phase[], id: string): CrystalPhase | undefined {
  const phase = phases.find((each) => each.id === id);
  return phase?.kind === 'crystal' ? phase : undefined;
}
