/** Measurements of a study that are a part of a new file, or that the new file is a part of, told by their rows. */
import type { Dataset } from '#core/dataset.ts';
import { findDuplicateRuns, type DuplicateRun } from '#core/import/continuation/findDuplicateRuns.ts';
import type { ImportedFile } from '../store/changes/importChanges.ts';
import { loadDataset } from '../store/loadDataset.ts';
import type { StoredDataset } from '../store/schema.ts';
import type { StudyContents, StudyStore } from '../store/studyStore.ts';

export interface Overlaps {
  /** The longer file that this one is a part of, and the row (from 0) at which it begins there. */
  readonly whole: { readonly importId: string; readonly firstRow: number } | null;
  /** Imports whose every row stands in this file. */
  readonly parts: readonly string[];
}

/** Enough to tell most pairs apart without reading all of a stored run. */
const FIRST_LOOK = ['voltage_V', 'current_A'];

const NEW_RUN = 1;

/** Runs of one format that do not say they began at different times. */
function candidates({ imports, datasets }: StudyContents, { receipt, datasets: fresh }: ImportedFile) {
  const [first] = fresh;
  if (!first || first.kind !== 'cycling') return [];
  const formats = new Map(imports.map((entry) => [entry.id, entry.receipt.format]));
  return datasets.filter(
    (row) =>
      row.kind === first.kind &&
      row.position === 0 &&
      formats.get(row.importId) === receipt.format &&
      mayBeOneRun(row.metadata['startedAt'], first.metadata['startedAt']),
  );
}

function mayBeOneRun(a: unknown, b: unknown): boolean {
  return a === undefined || b === undefined || a === null || b === null || a === b;
}

function narrowed(dataset: Dataset, names: readonly string[]): Dataset {
  return { ...dataset, columns: dataset.columns.filter(({ name }) => names.includes(name)) };
}

/** The relation of a stored run and a new one; the first has index 0, the new one NEW_RUN. */
async function relation(
  store: StudyStore,
  row: StoredDataset,
  { receipt, datasets: [fresh] }: ImportedFile,
): Promise<DuplicateRun | undefined> {
  if (!fresh) return undefined;
  // Both are runs of different files, so any two names that differ will do.
  const stored = { file: { ...receipt.file, sha256: row.contentKey } };
  const { kind, label, rows, metadata } = row;
  const columns = await store.columns(row.id, FIRST_LOOK);
  const glance = { kind, label, rows, metadata, columns };
  const [likely] = findDuplicateRuns([
    { dataset: glance, receipt: stored },
    { dataset: narrowed(fresh, FIRST_LOOK), receipt },
  ]);
  if (!likely) return undefined;
  const dataset = await loadDataset(store, row);
  return findDuplicateRuns([
    { dataset, receipt: stored },
    { dataset: fresh, receipt },
  ])[0];
}

/** Files with several measurements are compared by their first, and never taken for a part of another. */
export async function findOverlaps(
  store: StudyStore,
  contents: StudyContents,
  outcome: ImportedFile,
): Promise<Overlaps> {
  const parts: string[] = [];
  for (const row of candidates(contents, outcome)) {
    const found = await relation(store, row, outcome);
    const siblings = contents.datasets.filter(({ importId }) => importId === row.importId).length;
    if (found?.parent === NEW_RUN && siblings <= outcome.datasets.length) parts.push(row.importId);
    else if (found?.child === NEW_RUN && outcome.datasets.length <= siblings) {
      return { whole: { importId: row.importId, firstRow: found.firstRow }, parts: [] };
    }
  }
  return { whole: null, parts };
}
