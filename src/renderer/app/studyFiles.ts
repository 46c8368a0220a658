/** A study as one file: saved from the store, and opened from a file as a study of its own. */
import { describeProblem } from '#core/describeProblem.ts';
import type { Problem } from '#core/problem.ts';
import { readStudyArchive } from '#core/project/readStudyArchive.ts';
import { ARCHIVE_EXTENSION, ARCHIVE_MIME } from '#core/project/studyArchive.ts';
import { writeStudyArchive } from '#core/project/writeStudyArchive.ts';
import { notifications } from '@mantine/notifications';
import type { PickedFile } from '../platform/platform.ts';
import { archiveDocument, storedColumn } from '../store/archiveDocument.ts';
import { restoreStudy } from '../store/changes/restoreStudy.ts';
import type { StudyContents } from '../store/studyStore.ts';
import { text } from '../text/text.ts';
import type { Services } from './services.ts';
import type { WorkReport } from './workList.ts';

type Host = Pick<Services, 'platform' | 'store' | 'work'>;

export function isStudyFile({ name }: PickedFile): boolean {
  return name.toLowerCase().endsWith(ARCHIVE_EXTENSION);
}

/** Null when the user cancelled the work; the status bar shows it until then. */
async function cancellable<T>(
  { work }: Host,
  label: string,
  run: (report: WorkReport) => Promise<T>,
): Promise<T | null> {
  return work.run(label, (report) =>
    run(report).catch((error: unknown) => {
      if (report.signal.aborted) return null;
      throw error;
    }),
  );
}

/** Rejects in words when the study cannot be saved. */
export async function saveStudyFile(host: Host, contents: StudyContents): Promise<void> {
  await cancellable(host, text.app.savingStudy(contents.study.name), (report) =>
    save(host, contents, report),
  );
}

async function save(
  { platform, store }: Host,
  contents: StudyContents,
  { signal, onProgress }: WorkReport,
): Promise<void> {
  const document = await archiveDocument(store, contents);
  const columns = document.datasets.reduce((sum, dataset) => sum + dataset.columns.length, 0);
  let done = 0;
  const written = await writeStudyArchive(document, ({ id }, { name }) => {
    signal.throwIfAborted();
    onProgress(done++ / columns);
    return storedColumn(store, id, name);
  });
  if (!written.ok) throw new Error(problemText(written.problem));
  signal.throwIfAborted();
  const name = `${contents.study.name.replace(/[\\/:*?"<>|]/g, '_')}${ARCHIVE_EXTENSION}`;
  await platform.saveFile(name, written.bytes, ARCHIVE_MIME);
}

/**
 * The new study's id; null when the user cancelled. The whole file is read and checked before anything is stored;
 * rejects in words.
 */
export function openStudyFile(host: Host, file: PickedFile): Promise<string | null> {
  return cancellable(host, text.app.openingStudy(file.name), (report) => open(host, file, report));
}

async function open(
  { platform, store }: Host,
  file: PickedFile,
  { signal, onProgress }: WorkReport,
): Promise<string> {
  const opened = await readStudyArchive(await platform.openSource(file));
  if (!opened.ok) throw new Error(problemText(opened.problem));
  const { document, columns } = opened.archive;
  const numbers = [];
  for (const [at, dataset] of document.datasets.entries()) {
    signal.throwIfAborted();
    onProgress(at / document.datasets.length);
    const read = await columns(dataset);
    if (!read.ok) throw new Error(problemText(read.problem));
    numbers.push(read.columns);
  }
  const { change, studyId, results, ignoredResults } = restoreStudy(document, numbers);
  await store.change({ ...change, signal });
  for (const [key, value] of results) await store.putResult(studyId, key, value);
  if (ignoredResults > 0)
    notifications.show({
      color: 'yellow',
      message: text.app.resultsIgnored(ignoredResults),
      autoClose: false,
    });
  return studyId;
}

function problemText(problem: Problem): string {
  const { message, hint } = describeProblem(problem);
  return `${message} ${hint}`;
}
