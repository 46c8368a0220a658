/** Rows of the store made from the outcome of an import. */
import type { Dataset } from '#core/dataset.ts';
import type { Receipt } from '#core/import/receipt.ts';
import type { ColumnInfo, StoredDataset, StoredImport } from './schema.ts';

export interface ImportRows {
  readonly entry: StoredImport;
  readonly datasets: readonly StoredDataset[];
}

function columnInfos(dataset: Dataset): readonly ColumnInfo[] {
  return dataset.columns.map(({ values: _values, ...info }) => info);
}

export function importRows(studyId: string, receipt: Receipt, datasets: readonly Dataset[]): ImportRows {
  const importId = crypto.randomUUID();
  const { name, sha256 } = receipt.file;
  return {
    entry: { id: importId, studyId, sha256, importedAt: new Date().toISOString(), receipt },
    datasets: datasets.map((dataset, position) => ({
      id: crypto.randomUUID(),
      studyId,
      importId,
      cellId: null,
      position,
      fileName: name,
      kind: dataset.kind,
      label: dataset.label,
      rows: dataset.rows,
      columns: columnInfos(dataset),
      metadata: dataset.metadata,
      state: { kind: 'unspecified' },
      contentKey: `${sha256}:${position}`,
    })),
  };
}
