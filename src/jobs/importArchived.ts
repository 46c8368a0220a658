/** A measured file out of a study file on disk: what its import gave, with the columns that the study kept. */
import { basename } from 'node:path';
import { applyImpedanceSign, type ImpedanceSign } from '#core/eis/applyImpedanceSign.ts';
import type { Dataset } from '#core/dataset.ts';
import type { ImportOutcome } from '#core/import/importFile.ts';
import type { Receipt } from '#core/import/receipt.ts';
import type { Problem, Warning } from '#core/problem.ts';
import { excludeRows } from '#core/project/excludeRows.ts';
import { readStudyArchive, type StudyArchive } from '#core/project/readStudyArchive.ts';
import type { ArchivedDataset } from '#core/project/studyArchive.ts';
import { applyRadiation } from '#core/xrd/applyRadiation.ts';
import type { Radiation } from '#core/xrd/radiation.ts';
import { radiationOf } from '#core/xrd/radiations.ts';
import { openFileSource } from '#jobs/nodeFileSource.ts';

export interface ArchivedRequest {
  /** The study file. */
  readonly path: string;
  /** Datasets of one imported file of the study, by their identifiers in it. */
  readonly datasetIds: readonly string[];
  /** Answers in place of those that the study keeps. */
  readonly impedanceSign?: ImpedanceSign;
  readonly radiation?: Radiation;
}

/** Refused as a file is: by a problem in the outcome. Throws for identifiers that the study does not have. */
export async function importArchived(request: ArchivedRequest): Promise<ImportOutcome> {
  const { path } = request;
  const file = { name: basename(path), bytes: 0, sha256: null };
  const refused = (problem: Problem): ImportOutcome => ({ ok: false, file, format: null, problem });
  const opened = await openFileSource(path);
  if (!opened.ok) return refused(opened.problem);
  try {
    const read = await readStudyArchive(opened.source);
    return read.ok ? await outcomeOf(read.archive, request, refused) : refused(read.problem);
  } finally {
    await opened.source.close();
  }
}

async function outcomeOf(
  { document, columns }: StudyArchive,
  { datasetIds, ...answers }: ArchivedRequest,
  refused: (problem: Problem) => ImportOutcome,
): Promise<ImportOutcome> {
  const wanted = document.datasets.filter(({ id }) => datasetIds.includes(id));
  const found = document.imports.find(({ id }) => id === wanted[0]?.importId);
  if (!found || wanted.length < datasetIds.length) throw new Error('the study file lacks a dataset');
  const datasets: Dataset[] = [];
  for (const dataset of wanted) {
    const read = await columns(dataset);
    if (!read.ok) return refused(read.problem);
    datasets.push(asUsed(dataset, read.columns, answers));
  }
  const used = excludeRows(datasets, (index) => wanted[index]?.excludedRows ?? []);
  const receipt = answered(found.receipt, answers);
  return {
    ok: true,
    receipt: { ...receipt, warnings: [...receipt.warnings, ...used.warnings] },
    datasets: used.datasets,
  };
}

/** A question that is answered is not asked. */
function answered(receipt: Receipt, { impedanceSign, radiation }: Answers): Receipt {
  const isOpen = ({ code }: Warning) =>
    !(code === 'zim-sign-assumed' && impedanceSign) && !(code === 'radiation-unknown' && radiation);
  return { ...receipt, warnings: receipt.warnings.filter(isOpen) };
}

type Answers = Pick<ArchivedRequest, 'impedanceSign' | 'radiation'>;

/** With the sign of Z'' and the X-rays that the user gave: with this request, or else in the study. */
function asUsed(archived: ArchivedDataset, columns: Dataset['columns'], answers: Answers): Dataset {
  const { kind, label, rows, metadata, breaks } = archived;
  const dataset: Dataset = { kind, label, rows, columns, metadata, ...(breaks && { breaks }) };
  const sign = answers.impedanceSign ?? archived.impedanceSign;
  const radiation = answers.radiation ?? radiationOf(archived.radiation ?? '');
  const signed = sign ? applyImpedanceSign(dataset, sign) : dataset;
  return radiation ? applyRadiation(signed, radiation) : signed;
}
