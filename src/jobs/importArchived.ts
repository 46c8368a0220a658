/** A measured file out of a study file on disk: what its import gave, with the columns that the study kept. */
import { basename } from 'node:path';
import { applyImpedanceSign } from '#core/eis/applyImpedanceSign.ts';
import type { Dataset } from '#core/dataset.ts';
import type { ImportOutcome } from '#core/import/importFile.ts';
import type { Problem } from '#core/problem.ts';
import { readStudyArchive, type StudyArchive } from '#core/project/readStudyArchive.ts';
import type { ArchivedDataset } from '#core/project/studyArchive.ts';
import { openFileSource } from '#jobs/nodeFileSource.ts';

export interface ArchivedRequest {
  /** The study file. */
  readonly path: string;
  /** Datasets of one imported file of the study, by their identifiers in it. */
  readonly datasetIds: readonly string[];
}

/** Refused as a file is: by a problem in the outcome. Throws for identifiers that the study does not have. */
export async function importArchived({ path, datasetIds }: ArchivedRequest): Promise<ImportOutcome> {
  const file = { name: basename(path), bytes: 0, sha256: null };
  const refused = (problem: Problem): ImportOutcome => ({ ok: false, file, format: null, problem });
  const opened = await openFileSource(path);
  if (!opened.ok) return refused(opened.problem);
  try {
    const read = await readStudyArchive(opened.source);
    return read.ok ? await outcomeOf(read.archive, datasetIds, refused) : refused(read.problem);
  } finally {
    await opened.source.close();
  }
}

async function outcomeOf(
  { document, columns }: StudyArchive,
  datasetIds: readonly string[],
  refused: (problem: Problem) => ImportOutcome,
): Promise<ImportOutcome> {
  const wanted = document.datasets.filter(({ id }) => datasetIds.includes(id));
  const found = document.imports.find(({ id }) => id === wanted[0]?.importId);
  if (!found || wanted.length < datasetIds.length) throw new Error('the study file lacks a dataset');
  const datasets: Dataset[] = [];
  for (const dataset of wanted) {
    const read = await columns(dataset);
    if (!read.ok) return refused(read.problem);
    datasets.push(asUsed(dataset, read.columns));
  }
  return { ok: true, receipt: found.receipt, datasets };
}

/** With the sign of Z'' that the user gave the spectrum. */
function asUsed(archived: ArchivedDataset, columns: Dataset['columns']): Dataset {
  const { kind, label, rows, metadata, breaks, impedanceSign } = archived;
  const dataset: Dataset = { kind, label, rows, columns, metadata, ...(breaks && { breaks }) };
  return impedanceSign ? applyImpedanceSign(dataset, impedanceSign) : dataset;
}
