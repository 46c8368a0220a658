/** A stored measurement with its values, as core's functions take it. */
import type { Dataset } from '#core/dataset.ts';
import { applyImpedanceSign } from '#core/eis/applyImpedanceSign.ts';
import type { StoredDataset } from './schema.ts';
import type { StudyStore } from './studyStore.ts';

export async function loadDataset(store: StudyStore, row: StoredDataset): Promise<Dataset> {
  const { kind, label, rows, metadata, breaks } = row;
  const names = row.columns.map(({ name }) => name);
  const columns = await store.columns(row.id, names);
  const dataset = { kind, label, rows, metadata, columns, ...(breaks && { breaks }) };
  return applyImpedanceSign(dataset, row.impedanceSign ?? 'as-is');
}
