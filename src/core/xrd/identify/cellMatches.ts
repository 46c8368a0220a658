/** Phases of which only the cell is known, against the peaks that nothing else explains. */
import type { CellMatch, UnexplainedPeak } from '#core/xrd/identification.ts';
import type { FittedModel } from '#core/xrd/identify/patternModel.ts';

/** Spacings agree within this share. */
const TOLERANCE = 0.002;

export function cellMatches(
  { model }: FittedModel,
  unexplained: readonly Pick<UnexplainedPeak, 'd_A'>[],
): CellMatch[] {
  return model.candidates.cells.map(({ phase, spacings_A }) => {
    const isMatched = (d_A: number) => unexplained.some((peak) => Math.abs(peak.d_A / d_A - 1) < TOLERANCE);
    return { id: phase.id, matched: spacings_A.filter(isMatched).length, sought: spacings_A.length };
  });
}
