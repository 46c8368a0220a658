/** Rows of the results in the order of one column; empty cells come last either way. */
import type { BatchCell } from '#core/eis/batchTables.ts';

export interface Sorting {
  readonly column: number;
  readonly descending: boolean;
}

type Row = readonly BatchCell[];

function compared(a: BatchCell, b: BatchCell): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'en', { numeric: true });
}

export function sortRows(rows: readonly Row[], sorting: Sorting | null): readonly Row[] {
  if (!sorting) return rows;
  const { column, descending } = sorting;
  const cellOf = (row: Row) => row[column] ?? null;
  const filled = rows.filter((row) => cellOf(row) !== null);
  const sorted = filled.sort((a, b) => compared(cellOf(a), cellOf(b)) * (descending ? -1 : 1));
  return [...sorted, ...rows.filter((row) => cellOf(row) === null)];
}
