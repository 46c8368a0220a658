/** Changes that bring files in. */
import type { ImpedanceSign } from '#core/eis/applyImpedanceSign.ts';
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
  /** Of a study folder that says so: rows left out, and the sign of Z''. */
  readonly excludedRows?: readonly number[];
  readonly impedanceSign?: ImpedanceSign;
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
      afterDrawing: batch.size === 1,
    },
  };
}

/**
 * A file in the place of what held parts of it: the same file before it had grown, or its loops. A measurement keeps
 * the cell and the state of the one that stood at its place; a cell that all parts share is kept by all.
 */
export function replaceImports(
  contents: StudyContents,
  importIds: readonly string[],
  outcome: ImportedFile,
  batch: Batch,
): AddedImport {
  const { entry, datasets } = importRows(contents.study.id, outcome.receipt, outcome.datasets);
  const previous = contents.datasets.filter(({ importId }) => importIds.includes(importId));
  const imports = contents.imports.filter(({ id }) => importIds.includes(id));
  const placed = datasets.map((row) => placedLike(row, previous, importIds.length > 1));
  return {
    datasetIds: placed.map(({ id }) => id),
    change: {
      label: text.changes.replaceImport(imports.map(({ receipt }) => receipt.file.name).join(', ')),
      rows: [
        ...previous.map((row): RowChange => ({ table: 'datasets', id: row.id, before: row, after: null })),
        ...imports.map((row): RowChange => ({ table: 'imports', id: row.id, before: row, after: null })),
        ...addedRows(entry, placed),
      ],
      columns: columnsOf(outcome, placed),
      together: batch.id,
      afterDrawing: batch.size === 1,
    },
  };
}

function placedLike(row: StoredDataset, previous: readonly StoredDataset[], several: boolean): StoredDataset {
  if (several) {
    const cells = new Set(previous.map(({ cellId }) => cellId));
    return { ...row, cellId: cells.size === 1 ? (previous[0]?.cellId ?? null) : null };
  }
  const model = previous.find(({ position }) => position === row.position);
  return model ? { ...row, cellId: model.cellId, state: model.state } : row;
}
