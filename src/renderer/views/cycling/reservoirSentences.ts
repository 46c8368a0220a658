/** What a reservoir test at the end of a run says; nothing of a run that is none, unless its cell is a half cell. */
import { reservoirTest } from '#core/cycling/fullCell/reservoirTest.ts';
import { fullCellWords } from '#core/text/fullCellWords.ts';
import type { CyclingRunView } from '../../app/useCyclingRuns.ts';

export function reservoirSentences({
  outcome,
  cell,
}: Pick<CyclingRunView, 'outcome' | 'cell'>): readonly string[] {
  if (!outcome?.ok || !outcome.value.ok) return [];
  const result = reservoirTest(outcome.value.run);
  return 'refused' in result && cell?.kind !== 'half' ? [] : [fullCellWords.reservoir(result)];
}
