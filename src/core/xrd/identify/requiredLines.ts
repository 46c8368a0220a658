/**
 * The lines that decide about a phase. LiHg and Li3Hg share all even lines within a tenth of a degree, so Li3Hg needs
 * its odd ones; the (200) of LiHg3 lies beside the strongest line of LLTO and proves nothing.
 */
import type { Indices } from '#core/xrd/marchDollase.ts';
import { cellGeometry, inverseSquareSpacing } from '#core/xrd/unitCellGeometry.ts';
import type { CandidatePhase } from '#core/xrd/identify/candidatePhases.ts';

/** By the identifier of the phase; any member of a form names the line. */
export const DECIDING_LINES: ReadonlyMap<string, readonly Indices[]> = new Map<string, readonly Indices[]>([
  [
    'LiHg3',
    [
      [1, 0, 1],
      [1, 1, 0],
      [2, 0, 1],
      [1, 0, 0],
    ],
  ],
  [
    'Li3Hg',
    [
      [1, 1, 1],
      [3, 1, 1],
    ],
  ],
  [
    'LiHg',
    [
      [1, 0, 0],
      [1, 1, 0],
    ],
  ],
]);
/** Where there is no rule: the strongest. */
const STRONGEST = 3;
/** Members of one form have one spacing but for rounding. */
const EQUAL_SPACING = 1e-6;

/** Indexes of reflections that lie in the range of the pattern. */
export function requiredLines({ phase, reflections }: CandidatePhase): readonly number[] {
  const rule = DECIDING_LINES.get(phase.id);
  if (rule && phase.kind === 'crystal') {
    const geometry = cellGeometry(phase.cell);
    const isOf = (d_A: number, [h, k, l]: Indices) =>
      Math.abs(d_A * Math.sqrt(inverseSquareSpacing(geometry, h, k, l)) - 1) < EQUAL_SPACING;
    return [...reflections.keys()].filter((i) => rule.some((form) => isOf(reflections[i]?.d_A ?? NaN, form)));
  }
  const byStrength = [...reflections.keys()].sort(
    (a, b) => (reflections[b]?.intensity ?? 0) - (reflections[a]?.intensity ?? 0),
  );
  return byStrength.slice(0, STRONGEST).sort((a, b) => a - b);
}

/** Lines of a rule that must all be found before the phase is called present. */
export function isStrict(id: string): boolean {
  return id === 'Li3Hg';
}
