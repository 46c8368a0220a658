/** A stored measurement with its values, as core's functions take it. */
import type { Dataset } from '#core/dataset.ts';
import type { StoredDataset } from './schema.ts';
import type { StudyStore } from './studyStore.ts';

export async function loadDataset(store: StudyStore, row: StoredDataset): Promise<Dataset> {
  const { kind, label, rows, metadata } = row;
  const names = row.columns.map(({ name }) => name);
  return { kind, label, rows, metadata, columns: await store.columns(row.id, names) };
}
