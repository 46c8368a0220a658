/** A study on disk, a study file or a folder with `study.json`: its cells, and how to read each of their files. */
import { join } from 'node:path';
import { ownSettings } from '#core/project/ownSettings.ts';
import { readStudyArchive } from '#core/project/readStudyArchive.ts';
import { ARCHIVE_EXTENSION, type ArchiveDocument, type ArchivedDataset } from '#core/project/studyArchive.ts';
import type { StudyFile, StudyFileCell, StudyFileEntry } from '#core/project/studyFile.ts';
import type { Cell } from '#core/project/study.ts';
import type { Problem } from '#core/problem.ts';
import type { PathRequest } from '#jobs/importPath.ts';
import { openFileSource } from '#jobs/nodeFileSource.ts';
import { openStudyFolder } from '#jobs/openStudyFolder.ts';

export interface OpenedStudy {
  /** A study file's cells are described as a folder's are; its files stand under their names, told apart by a number. */
  readonly study: StudyFile;
  /** How to read each file, by its path in `study`, those of a study file that belong to no cell among them. */
  readonly requests: ReadonlyMap<string, PathRequest>;
}

export type OpenedStudyOutcome =
  | { readonly ok: true; readonly opened: OpenedStudy }
  | { readonly ok: false; readonly problem: Problem };

export function isStudyArchive(path: string): boolean {
  return path.toLowerCase().endsWith(ARCHIVE_EXTENSION);
}

/** `path` names a study file, a folder, or the `study.json` in it. */
export function openStudy(path: string): Promise<OpenedStudyOutcome> {
  return isStudyArchive(path) ? openArchive(path) : openFolder(path);
}

async function openFolder(path: string): Promise<OpenedStudyOutcome> {
  const found = await openStudyFolder(path);
  if (!found.ok) return found;
  const { directory, study } = found.folder;
  const files = study.cells.flatMap((cell) => cell.files);
  const requests = new Map(
    files.map(({ path: file, impedanceSign, excludedRows }): [string, PathRequest] => [
      file,
      {
        path: join(directory, file),
        ...(impedanceSign && { impedanceSign }),
        ...(excludedRows && { excludedRows }),
      },
    ]),
  );
  return { ok: true, opened: { study, requests } };
}

async function openArchive(path: string): Promise<OpenedStudyOutcome> {
  const source = await openFileSource(path);
  if (!source.ok) return source;
  try {
    const read = await readStudyArchive(source.source);
    return read.ok ? { ok: true, opened: described(read.archive.document, path) } : read;
  } finally {
    await source.source.close();
  }
}

/** Datasets of one imported file in one cell. */
interface MeasuredFile {
  readonly name: string;
  readonly cellId: string | null;
  readonly state: ArchivedDataset['state'];
  readonly datasetIds: readonly string[];
  /** What the user set, where it is the same for all of the datasets. */
  readonly set: Pick<StudyFileEntry, 'excludedRows' | 'impedanceSign'>;
}

function described(document: ArchiveDocument, path: string): OpenedStudy {
  const { name, question, simulated, groups, createdAt } = document.study;
  const cells = document.cells.toSorted((a, b) => a.order - b.order);
  const files = measuredFiles(document.datasets);
  return {
    study: {
      schema: 'amalgam-study',
      version: 1,
      name,
      question,
      simulated,
      date: createdAt,
      groups,
      ...ownSettings(document.study),
      cells: cells.map((cell) => describedCell(cell, files)),
    },
    requests: new Map(files.map((file) => [file.name, { path, datasetIds: file.datasetIds }])),
  };
}

function describedCell(cell: Cell, files: readonly MeasuredFile[]): StudyFileCell {
  const own = Object.entries(cell).filter(
    ([field]) => !['id', 'studyId', 'groupId', 'order'].includes(field),
  );
  const mine = files.filter(({ cellId }) => cellId === cell.id);
  return {
    ...(Object.fromEntries(own) as Omit<Cell, 'id' | 'studyId' | 'groupId' | 'order'>),
    group: cell.groupId ?? '',
    files: mine.map(({ name, state, set }) => ({ path: name, state, ...set })),
  };
}

function measuredFiles(datasets: readonly ArchivedDataset[]): readonly MeasuredFile[] {
  const files = new Map<string, ArchivedDataset[]>();
  for (const dataset of datasets) {
    const key = JSON.stringify([dataset.importId, dataset.cellId]);
    files.set(key, [...(files.get(key) ?? []), dataset]);
  }
  const taken = new Set<string>();
  return [...files.values()].flatMap((members) => {
    const [first] = members;
    if (!first) return [];
    const { fileName, cellId, state } = first;
    const name = distinctName(fileName, taken);
    return { name, cellId, state, datasetIds: members.map(({ id }) => id), set: setOn(members) };
  });
}

function setOn(members: readonly ArchivedDataset[]): MeasuredFile['set'] {
  const [first] = members;
  const { excludedRows, impedanceSign } = first ?? {};
  const isSame = (field: 'excludedRows' | 'impedanceSign') =>
    members.every((member) => String(member[field]) === String(first?.[field]));
  return {
    ...(excludedRows && isSame('excludedRows') && { excludedRows }),
    ...(impedanceSign && isSame('impedanceSign') && { impedanceSign }),
  };
}

/** `a.csv`, `a (2).csv`: a name is a path in a report. */
function distinctName(fileName: string, taken: Set<string>): string {
  const plain = fileName.replace(/[\\/:*?"<>|]/g, '_');
  const dot = plain.lastIndexOf('.') > 0 ? plain.lastIndexOf('.') : plain.length;
  let name = plain;
  for (let n = 2; taken.has(name.toLowerCase()); n++)
    name = `${plain.slice(0, dot)} (${n})${plain.slice(dot)}`;
  taken.add(name.toLowerCase());
  return name;
}
