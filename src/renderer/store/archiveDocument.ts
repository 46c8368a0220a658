/** What a study file holds, read from the store: rows as they are, columns in the width they were stored in. */
import { createValues, kindOf, type ColumnValues } from '#core/columnValues.ts';
import {
  encodeKept,
  KEPT_RESULT_KINDS,
  KEPT_RESULTS_VERSION,
  keptResultKey,
  type KeptResult,
} from '#core/project/keptResult.ts';
import {
  ARCHIVE_SCHEMA,
  ARCHIVE_VERSION,
  type ArchiveDocument,
  type ArchivedDataset,
} from '#core/project/studyArchive.ts';
import { text } from '../text/text.ts';
import { blockCount } from './blocks.ts';
import { BLOCK_VALUES, type StoredDataset } from './schema.ts';
import type { StudyContents, StudyStore } from './studyStore.ts';

export async function archiveDocument(store: StudyStore, contents: StudyContents): Promise<ArchiveDocument> {
  const { study, cells } = contents;
  const datasets: ArchivedDataset[] = [];
  for (const dataset of contents.datasets) datasets.push(await archivedDataset(store, dataset));
  const imports = contents.imports.map(({ id, importedAt, receipt }) => ({ id, importedAt, receipt }));
  const results = await keptResults(store, contents);
  return {
    schema: ARCHIVE_SCHEMA,
    version: ARCHIVE_VERSION,
    ...{ study, cells, imports, datasets },
    ...(results.length > 0 && { kept: { version: KEPT_RESULTS_VERSION, results } }),
  };
}

async function keptResults(store: StudyStore, { datasets }: StudyContents): Promise<readonly KeptResult[]> {
  const sought = KEPT_RESULT_KINDS.flatMap((kind) => datasets.map((dataset) => ({ kind, dataset })));
  const rows = await store.database.results.bulkGet(
    sought.map(({ kind, dataset }) => keptResultKey(kind, dataset.id)),
  );
  return sought.flatMap(({ kind, dataset: { id, contentKey } }, at) => {
    const row = rows[at];
    return row ? [{ kind, datasetId: id, contentKey, value: encodeKept(row.value) }] : [];
  });
}

async function archivedDataset(store: StudyStore, dataset: StoredDataset): Promise<ArchivedDataset> {
  const columns = [];
  for (const column of dataset.columns) {
    const block = await store.database.blocks.get([dataset.id, column.name, 0]);
    const values = block?.values ?? (await storedColumn(store, dataset.id, column.name));
    columns.push({ ...column, dtype: kindOf(values) });
  }
  // The study is the file itself.
  const row: Omit<StoredDataset, 'studyId'> & { studyId?: string } = { ...dataset };
  delete row.studyId;
  return { ...row, columns };
}

/** Rejects when the store has no such column, or not all of it. */
export async function storedColumn(
  store: StudyStore,
  datasetId: string,
  name: string,
): Promise<ColumnValues> {
  const { blocks, datasets } = store.database;
  const row = await datasets.get(datasetId);
  const first = await blocks.get([datasetId, name, 0]);
  if (row && first) {
    const values = createValues(kindOf(first.values), row.rows);
    values.set(first.values);
    for (let index = 1; index < blockCount(row.rows); index++) {
      const block = await blocks.get([datasetId, name, index]);
      if (!block) throw new Error(text.app.columnIncomplete(name, row.fileName));
      values.set(block.values, index * BLOCK_VALUES);
    }
    return values;
  }
  // On its way into the database, or without rows.
  const [column] = await store.columns(datasetId, [name]);
  if (!column) throw new Error(`${name}: this column is not in the store.`);
  return column.values;
}
