/** What becomes of a file that was read: stored, skipped because it is there already, or put in place of an older copy. */
import { relationOf } from '#core/import/continuation/relationOf.ts';
import {
  addImport,
  replaceImport,
  type Batch,
  type ImportedFile,
  type Placement,
} from '../store/changes/importChanges.ts';
import { loadDataset } from '../store/loadDataset.ts';
import type { StoredImport } from '../store/schema.ts';
import type { StudyContents, StudyStore } from '../store/studyStore.ts';
import { readContents } from '../store/useStudyContents.ts';

export type StoredOutcome =
  | { readonly kind: 'done'; readonly datasetIds: readonly string[]; readonly replaced: boolean }
  | { readonly kind: 'skipped'; readonly sameAs: string; readonly datasetIds: readonly string[] };

export interface StoreTarget {
  readonly studyId: string;
  readonly placement: Placement;
  readonly batch: Batch;
}

export async function storeImport(
  store: StudyStore,
  target: StoreTarget,
  outcome: ImportedFile,
  signal: AbortSignal,
): Promise<StoredOutcome> {
  const contents = await readContents(store.database, target.studyId);
  if (!contents) throw new Error('the study was removed while the file was read');
  const same = contents.imports.find(({ sha256 }) => sha256 === outcome.receipt.file.sha256);
  if (same) return skipped(contents, same);
  const { older, newer } = await otherCopies(store, contents, outcome);
  if (newer) return skipped(contents, newer);
  const { change, datasetIds } = older
    ? replaceImport(contents, older, outcome, target.batch)
    : addImport(target.studyId, outcome, target.placement, target.batch);
  await store.change({ ...change, signal });
  return { kind: 'done', datasetIds, replaced: older !== undefined };
}

function skipped(contents: StudyContents, same: StoredImport): StoredOutcome {
  const datasetIds = contents.datasets.filter((row) => row.importId === same.id).map(({ id }) => id);
  return { kind: 'skipped', sameAs: same.receipt.file.name, datasetIds };
}

/** Copies of the same file at another moment of its growth: one to replace, or one that makes this one needless. */
async function otherCopies(store: StudyStore, contents: StudyContents, outcome: ImportedFile) {
  const copies: { older?: StoredImport; newer?: StoredImport } = {};
  const { receipt, datasets } = outcome;
  const [dataset] = datasets;
  const named = contents.imports.filter(
    (entry) => entry.receipt.file.name === receipt.file.name && entry.receipt.format === receipt.format,
  );
  for (const entry of named) {
    const row = contents.datasets.find(({ importId, position }) => importId === entry.id && position === 0);
    if (!row || !dataset) continue;
    const old = { dataset: await loadDataset(store, row), receipt: entry.receipt };
    const relation = relationOf(old, { dataset, receipt });
    if (relation === 'grown') copies.older = entry;
    if (relation === 'older') copies.newer = entry;
  }
  return copies;
}
