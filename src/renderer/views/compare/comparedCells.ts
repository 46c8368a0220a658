/** The groups and cells of a study that are compared. */
import type { Group } from '#core/project/study.ts';
import type { StudyContents } from '../../store/studyStore.ts';
import type { ComparedCell } from './evidenceRecord.ts';

/** In the order of the study; all where none is chosen, or those chosen are of another study. */
export function comparedGroups({ study }: StudyContents, chosen: readonly string[]): readonly Group[] {
  const groups = chosen.flatMap((id) => study.groups.find((group) => group.id === id) ?? []);
  return groups.length >= 2 ? groups : study.groups;
}

/** Cells with something measured. One that is left out is named with its reason; its data are not read. */
export function comparedCells(
  { cells, datasets }: StudyContents,
  groups: readonly Group[],
): readonly ComparedCell[] {
  const ids = new Set<string | null>(groups.map(({ id }) => id));
  return cells
    .filter(({ groupId }) => ids.has(groupId))
    .map((cell) => ({
      cell,
      datasets:
        cell.exclusionReason === null
          ? datasets.filter(({ cellId, kind }) => cellId === cell.id && kind !== 'diffraction')
          : [],
    }))
    .filter(({ cell, datasets: own }) => own.length > 0 || cell.exclusionReason !== null);
}
