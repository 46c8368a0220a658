/** Rows of the store made from the outcome of an import. */
import type { Column, Dataset } from '#core/dataset.ts';
import type { Receipt } from '#core/import/receipt.ts';
import type { ColumnInfo, StoredDataset, StoredImport } from './schema.ts';

export interface ImportRows {
  readonly entry: StoredImport;
  readonly datasets: readonly StoredDataset[];
}

export function columnInfo(column: Column): ColumnInfo {
  const { name, unit, source, categories, derivedBy } = column;
  return {
    name,
    unit,
    source,
    ...(categories === undefined ? {} : { categories }),
    ...(derivedBy === undefined ? {} : { derivedBy }),
  };
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
      columns: dataset.columns.map(columnInfo),
      metadata: dataset.metadata,
      ...(dataset.breaks && { breaks: dataset.breaks }),
      state: { kind: 'unspecified' },
      contentKey: `${sha256}:${position}`,
    })),
  };
}
