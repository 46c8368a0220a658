/** A study as one file: saved from the store, and opened from a file as a study of its own. */
import { describeProblem } from '#core/describeProblem.ts';
import type { Problem } from '#core/problem.ts';
import { readStudyArchive } from '#core/project/readStudyArchive.ts';
import { ARCHIVE_EXTENSION, ARCHIVE_MIME } from '#core/project/studyArchive.ts';
import { writeStudyArchive } from '#core/project/writeStudyArchive.ts';
import type { PickedFile } from '../platform/platform.ts';
import { archiveDocument, storedColumn } from '../store/archiveDocument.ts';
import { restoreStudy } from '../store/changes/restoreStudy.ts';
import type { StudyContents } from '../store/studyStore.ts';
import type { Services } from './services.ts';

type Host = Pick<Services, 'platform' | 'store'>;

export function isStudyFile({ name }: PickedFile): boolean {
  return name.toLowerCase().endsWith(ARCHIVE_EXTENSION);
}

/** Rejects in words when the study cannot be saved. */
export async function saveStudyFile({ platform, store }: Host, contents: StudyContents): Promise<void> {
  const document = await archiveDocument(store, contents);
  const written = await writeStudyArchive(document, ({ id }, { name }) => storedColumn(store, id, name));
  if (!written.ok) throw new Error(problemText(written.problem));
  const name = `${contents.study.name.replace(/[\\/:*?"<>|]/g, '_')}${ARCHIVE_EXTENSION}`;
  await platform.saveFile(name, written.bytes, ARCHIVE_MIME);
}

/** The new study's id. The whole file is read and checked before anything is stored; rejects in words. */
export async function openStudyFile({ platform, store }: Host, file: PickedFile): Promise<string> {
  const opened = await readStudyArchive(await platform.openSource(file));
  if (!opened.ok) throw new Error(problemText(opened.problem));
  const { document, columns } = opened.archive;
  const numbers = [];
  for (const dataset of document.datasets) {
    const read = await columns(dataset);
    if (!read.ok) throw new Error(problemText(read.problem));
    numbers.push(read.columns);
  }
  const { change, studyId } = restoreStudy(document, numbers);
  await store.change(change);
  return studyId;
}

function problemText(problem: Problem): string {
  const { message, hint } = describeProblem(problem);
  return `${message} ${hint}`;
}
