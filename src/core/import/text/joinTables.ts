/** Puts the parts of a table that several workers scanned together again. */
import type { Column } from '#core/dataset.ts';
import { LISTED_REJECTIONS } from '#core/import/text/tableBuilder.ts';
import type { NonFiniteCells, RejectedLine, ScannedTable } from '#core/import/text/tableLayout.ts';

/** Takes parts in their order, so that each can be let go before the next one arrives. */
export interface TableJoiner {
  append(part: ScannedTable): void;
  finish(): ScannedTable;
}

interface JoinedColumn {
  readonly head: Column;
  values: Float64Array;
  readonly categories: string[];
  readonly indexes: Map<string, number>;
}

/** `firstLine` is the number of the table's first line; `expectedRows` may be wrong, and then costs a copy. */
export function createTableJoiner(firstLine: number, expectedRows: number): TableJoiner {
  let columns: readonly JoinedColumn[] | undefined;
  let rows = 0;
  let lines = 0;
  let rowsRepaired = 0;
  let rowsRejected = 0;
  let endsMidRow = false;
  const rejectedLines: RejectedLine[] = [];
  const nonFinite = new Map<string, number>();

  function append(part: ScannedTable): void {
    columns ??= part.columns.map((column) => startColumn(column, Math.max(expectedRows, part.rows)));
    for (const [i, column] of columns.entries()) appendColumn(column, rows, part.columns[i]);
    for (const { line, reason } of part.rejectedLines.slice(0, LISTED_REJECTIONS - rejectedLines.length)) {
      rejectedLines.push({ line: line + lines + firstLine - 1, reason });
    }
    for (const { column, count } of part.nonFinite)
      nonFinite.set(column, (nonFinite.get(column) ?? 0) + count);
    rows += part.rows;
    lines += part.lines;
    rowsRepaired += part.rowsRepaired;
    rowsRejected += part.rowsRejected;
    endsMidRow = part.endsMidRow;
  }

  function finish(): ScannedTable {
    return {
      rows,
      columns: (columns ?? []).map((column) => finishColumn(column, rows)),
      rowsRepaired,
      rowsRejected,
      rejectedLines,
      nonFinite: [...nonFinite].map(([column, count]): NonFiniteCells => ({ column, count })),
      lines,
      endsMidRow,
    };
  }

  return { append, finish };
}

/** The whole table of parts in their order; each part's lines are numbered from 1, as splitTable leaves them. */
export function joinTables(parts: readonly ScannedTable[], firstLine: number): ScannedTable {
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const joiner = createTableJoiner(firstLine, rows);
  for (const part of parts) joiner.append(part);
  return joiner.finish();
}

function startColumn(head: Column, capacity: number): JoinedColumn {
  return { head, values: new Float64Array(capacity), categories: [], indexes: new Map() };
}

function appendColumn(column: JoinedColumn, rows: number, part: Column | undefined): void {
  if (!part) return;
  const needed = rows + part.values.length;
  if (needed > column.values.length) {
    const larger = new Float64Array(Math.ceil(needed * 1.25));
    larger.set(column.values.subarray(0, rows));
    column.values = larger;
  }
  column.values.set(part.values, rows);
  if (part.categories) mergeCategories(column, column.values.subarray(rows, needed), part.categories);
}

/** Adds a part's texts to the column's dictionary and renumbers `values`, its indexes, in place. */
function mergeCategories(column: JoinedColumn, values: Float64Array, categories: readonly string[]): void {
  const renumbered = categories.map((text) => {
    const known = column.indexes.get(text);
    if (known !== undefined) return known;
    column.indexes.set(text, column.categories.length);
    return column.categories.push(text) - 1;
  });
  if (renumbered.every((index, i) => index === i)) return;
  for (let i = 0; i < values.length; i++) values[i] = renumbered[values[i] ?? 0] ?? 0;
}

function finishColumn(column: JoinedColumn, rows: number): Column {
  const { name, unit, source, categories } = column.head;
  const values = column.values.subarray(0, rows);
  return { name, unit, source, values, ...(categories ? { categories: column.categories } : {}) };
}
