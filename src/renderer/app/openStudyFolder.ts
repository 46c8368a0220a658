/** A folder of raw files with a study.json, such as the sample study, becomes a study of the store. */
import type { Cell, Group } from '#core/project/study.ts';
import { describeProblem } from '#core/describeProblem.ts';
import { parseStudyFile } from '#core/project/parseStudyFile.ts';
import type { StudyFileCell } from '#core/project/studyFile.ts';
import type { Problem } from '#core/problem.ts';
import type { PickedFile, Platform } from '../platform/platform.ts';
import { newCell, type CellPatch } from '../store/changes/cellChanges.ts';
import { addStudy, newStudy } from '../store/changes/studyChanges.ts';
import type { StudyStore } from '../store/studyStore.ts';
import { text } from '../text/text.ts';
import type { ImportQueue, PlacedFile } from './importQueue.ts';

export const STUDY_FILE = 'study.json';

export interface FolderHost {
  readonly platform: Platform;
  readonly store: StudyStore;
  readonly imports: ImportQueue;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** By the whole relative path where the host gives it, else by the name alone. */
function findFile(files: readonly PickedFile[], path: string): PickedFile | undefined {
  return (
    files.find(({ name }) => name === path) ?? files.find(({ name }) => fileName(name) === fileName(path))
  );
}

/** Fields that the description of a cell has beside those of a cell. */
const OF_THE_FOLDER: readonly string[] = ['files', 'group'];

function cellOf(described: StudyFileCell, studyId: string, groups: readonly Group[], order: number): Cell {
  const own = Object.entries(described).filter(([field]) => !OF_THE_FOLDER.includes(field));
  const group = groups.find(({ id, name }) => id === described.group || name === described.group);
  return newCell(studyId, order, { ...(Object.fromEntries(own) as CellPatch), groupId: group?.id ?? null });
}

function problemText(problem: Problem): string {
  const { message, hint } = describeProblem(problem);
  const place = problem.line === undefined ? '' : ` (${text.receipt.line(problem.line)})`;
  return `${message}${place} ${hint}`;
}

/**
 * Reads the description and queues its files; resolves with the id of the new study as soon as it is there. Rejects
 * in words when the description is not one.
 */
export async function openStudyFolder(
  host: FolderHost,
  files: readonly PickedFile[],
): Promise<string | null> {
  const description = files.find(({ name }) => fileName(name) === STUDY_FILE);
  if (!description) return null;
  const outcome = parseStudyFile(await host.platform.readText(description));
  if (!outcome.ok) throw new Error(problemText(outcome.problem));
  const described = outcome.study;
  const study = newStudy(described);
  const cells = described.cells.map((cell, order) => cellOf(cell, study.id, described.groups, order));
  await host.store.change(addStudy(study, cells));
  const placed = described.cells.flatMap((cell, index) => placedFiles(cell, cells[index]?.id ?? null, files));
  void host.imports.add(study.id, placed);
  return study.id;
}

function placedFiles(cell: StudyFileCell, cellId: string | null, files: readonly PickedFile[]): PlacedFile[] {
  return cell.files.map(({ path, ...set }) => {
    const file = findFile(files, path);
    const placement = { cellId, ...set };
    return file
      ? { file, placement }
      : { file: { name: path, size: 0, handle: path }, placement, given: false };
  });
}
