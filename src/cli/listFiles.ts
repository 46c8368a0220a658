/** What a command reads for one operand: the file itself, or every measured file of a study. */
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { ownSettings, type OwnSettings } from '#core/project/ownSettings.ts';
import type { StudyFile, StudyFileCell } from '#core/project/studyFile.ts';
import type { Problem } from '#core/problem.ts';
import type { FileBeside } from '#jobs/interceptsBeside.ts';
import type { PathRequest } from '#jobs/importPath.ts';
import { isStudyArchive, openStudy, type OpenedStudy } from '#jobs/openStudy.ts';

export interface ListedFile {
  /** As the answer calls it. */
  readonly file: string;
  readonly request: PathRequest;
  /** Null for a file that is no part of a study. */
  readonly place: StudyPlace | null;
  /** Why the study that the operand names could not be opened. */
  readonly problem: Problem | null;
}

export interface StudyPlace {
  /** Null for a file that belongs to no cell. */
  readonly cell: StudyFileCell | null;
  /** The name of the cell's group. */
  readonly group: string | null;
  /** What the study has in place of the program's own. */
  readonly own: OwnSettings;
  /** The other files of the cell. */
  readonly beside: readonly FileBeside[];
}

/** A study that cannot be opened gives one file with the problem. */
export async function listFiles(operand: string): Promise<readonly ListedFile[]> {
  if (!(await isStudy(operand)))
    return [{ file: operand, request: { path: operand }, place: null, problem: null }];
  const outcome = await openStudy(operand);
  if (outcome.ok) return filesOfStudy(outcome.opened, operand);
  const place = { cell: null, group: null, own: {}, beside: [] };
  return [{ file: operand, request: { path: operand }, place, problem: outcome.problem }];
}

async function isStudy(operand: string): Promise<boolean> {
  if (isStudyArchive(operand) || basename(operand) === 'study.json') return true;
  return stat(operand).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function filesOfStudy({ study, requests }: OpenedStudy, operand: string): readonly ListedFile[] {
  return [...requests].map(([path, request]) => {
    const cell = study.cells.find(({ files }) => files.some((file) => file.path === path)) ?? null;
    const beside = (cell?.files ?? []).flatMap((file): FileBeside[] => {
      const other = file.path === path ? undefined : requests.get(file.path);
      return other ? [{ request: other, state: file.state }] : [];
    });
    const place = { cell, group: cell && groupName(study, cell), own: ownSettings(study), beside };
    return { file: `${operand}: ${path}`, request, place, problem: null };
  });
}

function groupName({ groups }: StudyFile, { group }: StudyFileCell): string | null {
  return groups.find(({ id, name }) => id === group || name === group)?.name ?? null;
}
