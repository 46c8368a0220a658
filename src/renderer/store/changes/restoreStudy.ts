/** A study of a study file becomes one of the store, beside all others: every identifier is new. */
import type { Column } from '#core/dataset.ts';
import { decodeKept, fittingResults, keptResultKey } from '#core/project/keptResult.ts';
import type { ArchiveDocument, ArchivedBlank, ArchivedDataset } from '#core/project/studyArchive.ts';
import { text } from '../../text/text.ts';
import { columnInfo } from '../importRows.ts';
import type { StoredDataset } from '../schema.ts';
import type { Change, RowChange } from '../studyStore.ts';

type Ids = ReadonlyMap<string, string>;

export interface RestoredStudy {
  readonly change: Change;
  readonly studyId: string;
  /** For the store's results, by key. */
  readonly results: ReadonlyMap<string, unknown>;
  /** Kept results that do not belong to the data of the file. */
  readonly ignoredResults: number;
}

/** `numbers` are the columns of the document's datasets, in its order. */
export function restoreStudy(
  document: ArchiveDocument,
  numbers: readonly (readonly Column[])[],
): RestoredStudy {
  const { study, cells, imports, datasets } = document;
  const studyId = crypto.randomUUID();
  const ids: Ids = new Map([...cells, ...imports, ...datasets].map(({ id }) => [id, crypto.randomUUID()]));
  const renamed = (id: string) => ids.get(id) ?? id;
  const rows: RowChange[] = [
    { table: 'studies', id: studyId, before: null, after: { ...study, id: studyId } },
  ];
  for (const cell of cells) {
    const id = renamed(cell.id);
    rows.push({ table: 'cells', id, before: null, after: { ...cell, id, studyId } });
  }
  for (const entry of imports) {
    const id = renamed(entry.id);
    const { sha256 } = entry.receipt.file;
    rows.push({ table: 'imports', id, before: null, after: { ...entry, id, studyId, sha256 } });
  }
  for (const dataset of datasets) {
    const after = { ...storedDataset(dataset, renamed), studyId };
    rows.push({ table: 'datasets', id: after.id, before: null, after });
  }
  const columns = new Map(datasets.map(({ id }, at) => [renamed(id), numbers[at] ?? []]));
  const { fitting, ignored } = fittingResults(document.kept, datasets);
  const results = new Map(
    fitting.map(({ kind, datasetId, value }) => [keptResultKey(kind, renamed(datasetId)), decodeKept(value)]),
  );
  const change = { label: text.changes.openStudy(study.name), rows, columns };
  return { change, studyId, results, ignoredResults: ignored };
}

function storedDataset(dataset: ArchivedDataset, renamed: (id: string) => string) {
  const { blanks, cellId, ...row } = dataset;
  const blank = (chosen: ArchivedBlank | undefined) =>
    chosen && { ...chosen, datasetId: renamed(chosen.datasetId) };
  return {
    ...row,
    id: renamed(row.id),
    importId: renamed(row.importId),
    cellId: cellId === null ? null : renamed(cellId),
    columns: row.columns.map((column) => columnInfo({ ...column, values: new Uint8Array() })),
    ...(blanks && { blanks: { short: blank(blanks.short), open: blank(blanks.open) } }),
  } satisfies Omit<StoredDataset, 'studyId'>;
}
