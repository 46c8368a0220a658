/** Rows of the cell table: in the order in which cells came, so that typing a group does not move a row away. */
import type { Cell } from '#core/project/study.ts';
import type { StudyContents } from '../../../store/studyStore.ts';

export function tableCells({ cells }: Pick<StudyContents, 'cells'>): readonly Cell[] {
  return [...cells].sort((a, b) => a.order - b.order);
}
