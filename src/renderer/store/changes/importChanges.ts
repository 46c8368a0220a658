/** Changes that bring files in. */
import type { Column } from '#core/dataset.ts';
import type { ImportOutcome } from '#core/import/importFile.ts';
import type { StateTag } from '#core/project/study.ts';
import { text } from '../../text/text.ts';
import { importRows } from '../importRows.ts';
import type { StoredDataset, StoredImport } from '../schema.ts';
import type { Change, RowChange, StudyContents } from '../studyStore.ts';

export type ImportedFile = ImportOutcome & { readonly ok: true };

/** Where the measurements of a file go. */
export interface Placement {
  readonly cellId: string | null;
  readonly state: StateTag;
}

export const UNPLACED: Placement = { cellId: null, state: { kind: 'unspecified' } };

/** Files of one drop, undone as one. */
export interface Batch {
  readonly id: string;
  readonly size: number;
}

export interface AddedImport {
  readonly change: Change;
  readonly datasetIds: readonly string[];
}

function addedRows(entry: StoredImport, datasets: readonly StoredDataset[]): readonly RowChange[] {
  return [
    { table: 'imports', id: entry.id, before: null, after: entry },
    ...datasets.map((row): RowChange => ({ table: 'datasets', id: row.id, before: null, after: row })),
  ];
}

function columnsOf(outcome: ImportedFile, datasets: readonly StoredDataset[]) {
  const columns = new Map<string, readonly Column[]>();
  datasets.forEach((row, index) => columns.set(row.id, outcome.datasets[index]?.columns ?? []));
  return columns;
}

export function addImport(
  studyId: string,
  outcome: ImportedFile,
  placement: Placement,
  batch: Batch,
): AddedImport {
  const { entry, datasets } = importRows(studyId, outcome.receipt, outcome.datasets);
  const placed = datasets.map((row) => ({ ...row, ...placement }));
  return {
    datasetIds: placed.map(({ id }) => id),
    change: {
      label: text.changes.addImport(batch.size, outcome.receipt.file.name),
      rows: addedRows(entry, placed),
      columns: columnsOf(outcome, placed),
      together: batch.id,
    },
  };
}

/** The same file, read again after it has grown: its measurements keep their cells and states. */
export function replaceImport(
  contents: StudyContents,
  old: StoredImport,
  outcome: ImportedFile,
  batch: Batch,
): AddedImport {
  const { entry, datasets } = importRows(contents.study.id, outcome.receipt, outcome.datasets);
  const previous = contents.datasets.filter((dataset) => dataset.importId === old.id);
  const placed = datasets.map((row) => {
    const model = previous.find(({ position }) => position === row.position);
    return model ? { ...row, cellId: model.cellId, state: model.state } : row;
  });
  return {
    datasetIds: placed.map(({ id }) => id),
    change: {
      label: text.changes.replaceImport(outcome.receipt.file.name),
      rows: [
        ...previous.map((row): RowChange => ({ table: 'datasets', id: row.id, before: row, after: null })),
        { table: 'imports', id: old.id, before: old, after: null },
        ...addedRows(entry, placed),
      ],
      columns: columnsOf(outcome, placed),
      together: batch.id,
    },
  };
}
