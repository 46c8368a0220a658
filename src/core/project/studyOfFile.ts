/** A study and its cells from a `study.json`, with identifiers made from their places: the same file, the same study. */
import type { Cell, Study } from '#core/project/study.ts';
import { ownSettings } from '#core/project/ownSettings.ts';
import type { StudyFile, StudyFileCell } from '#core/project/studyFile.ts';
import { UNKNOWN_CELL } from '#core/project/unknownCell.ts';

export interface StudyOfFile {
  readonly study: Study;
  /** In the order of the file. */
  readonly cells: readonly Cell[];
}

export function studyOfFile(file: StudyFile): StudyOfFile {
  const { name, question, simulated, groups } = file;
  const own = { name, question, simulated, groups, ...ownSettings(file) };
  const study = { id: 'study', ...own, createdAt: file.date ?? '' };
  return { study, cells: file.cells.map((described, order) => cellOf(described, file, order)) };
}

function cellOf(described: StudyFileCell, { groups }: StudyFile, order: number): Cell {
  const own = Object.entries(described).filter(([field]) => field !== 'files' && field !== 'group');
  return {
    id: `cell-${order + 1}`,
    studyId: 'study',
    groupId: groups.find(({ id, name }) => id === described.group || name === described.group)?.id ?? null,
    ...UNKNOWN_CELL,
    ...(Object.fromEntries(own) as Pick<Cell, 'name'>),
    order,
  };
}
