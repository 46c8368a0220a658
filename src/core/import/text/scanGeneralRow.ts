/** Rows with quotes, blanks or anything else that the fast path does not know: one line as text, cell by cell. */
import { parseCell } from '#core/import/text/parseCell.ts';
import { splitCells } from '#core/import/text/splitCells.ts';
import {
  rejectLine,
  textIndex,
  type ColumnBuilder,
  type TableBuilder,
} from '#core/import/text/tableBuilder.ts';

/**
 * Reads one line (without line end) into the next row of the table, or rejects it with a reason; blank lines are
 * passed over. `cut` says that the file ends in this line without a line end.
 */
export function scanGeneralRow(table: TableBuilder, line: string, cut: boolean): void {
  const { layout } = table;
  const text = line.replace(/[\r\n]+$/, '');
  if (text.trim() === '') return;
  if (text.includes('\0')) {
    rejectLine(table, 'the line holds NUL bytes');
    return;
  }
  const cells = splitCells(text, String.fromCharCode(layout.delimiter));
  const reason = cells ? rejectionOf(table, cells) : 'a quote is never closed';
  if (cells && reason === undefined) {
    fillRow(table, cells);
    return;
  }
  if (cut && cells && cells.length < layout.columns.length) table.endsMidRow = true;
  rejectLine(table, reason ?? '');
}

/** Spreadsheets save rows of blank cells below a table, which are no records. Cells beyond the last named column are allowed as far as the layout says, and when they are blank. */
function rejectionOf(table: TableBuilder, cells: readonly string[]): string | undefined {
  if (cells.every((cell) => cell === '')) return 'every cell is blank';
  const wanted = table.layout.columns.length;
  const extra = cells.slice(wanted + table.layout.extraCells);
  if (cells.length >= wanted && extra.every((cell) => cell === '')) return undefined;
  return `${cells.length} cells instead of ${wanted}`;
}

function fillRow(table: TableBuilder, cells: readonly string[]): void {
  const values = table.columns.map((column, i) => cellValue(table, column, cells[i] ?? ''));
  const bad = values.indexOf(undefined);
  if (bad >= 0) {
    rejectLine(table, unreadable(table.columns[bad]?.layout.source ?? '', cells[bad] ?? ''));
    return;
  }
  for (const [i, column] of table.columns.entries()) {
    if (column.layout.kind !== 'skip')
      writeCell(column, table.rows, { value: values[i] ?? NaN, text: cells[i] ?? '' });
  }
  table.rows++;
}

function cellValue(table: TableBuilder, column: ColumnBuilder, text: string): number | undefined {
  const { kind } = column.layout;
  return kind === 'skip' || kind === 'text' ? 0 : parseCell(text, column.layout, table.layout.decimalMark);
}

function writeCell(column: ColumnBuilder, row: number, cell: { value: number; text: string }): void {
  if (column.layout.kind === 'text') {
    column.values[row] = textIndex(column.dictionary, cell.text);
    return;
  }
  // A unit's factor may lift a number beyond the range of a double.
  const finite = Number.isFinite(cell.value);
  column.values[row] = finite ? cell.value : NaN;
  if (!finite && cell.text !== '') column.nonFinite++;
}

function unreadable(title: string, cell: string): string {
  const shown = cell.length > 40 ? `${cell.slice(0, 40)}…` : cell;
  return `"${shown}" cannot be read as a value of ${title}`;
}
