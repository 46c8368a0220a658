/** The hot loop: rows of bytes into columns. */
import { BLANK, CR, LF } from '#core/import/text/ascii.ts';
import type { LineChunk } from '#core/import/text/lineChunks.ts';
import { NOT_PLAIN } from '#core/import/text/plainCell.ts';
import type { PlainRowScanner } from '#core/import/text/plainRowScanner.ts';
import { scanDate } from '#core/import/text/scanDate.ts';
import { scanDuration } from '#core/import/text/scanDuration.ts';
import { scanGeneralRow } from '#core/import/text/scanGeneralRow.ts';
import { scanNumber } from '#core/import/text/scanNumber.ts';
import { scanText, skipText } from '#core/import/text/scanText.ts';
import { growTable, type ColumnBuilder, type TableBuilder } from '#core/import/text/tableBuilder.ts';

/** Scans the lines of a chunk into rows of the table; plain rows go through `fast` where there is one. */
export function scanRows(table: TableBuilder, chunk: LineChunk, fast?: PlainRowScanner): void {
  fast?.open(chunk);
  let p = 0;
  while (p < chunk.end) {
    if (fast) p = fast.scan(table, p);
    if (p < chunk.end) p = scanRow(table, chunk, p);
  }
}

/** Scans one line and returns the offset of the next one. */
function scanRow(table: TableBuilder, { bytes, end, cut }: LineChunk, start: number): number {
  growTable(table, table.rows + 1);
  let next = table.layout.delimiter === BLANK ? NOT_PLAIN : scanPlainRow(table, bytes, start);
  if (next < 0) {
    next = bytes.indexOf(LF, start) + 1;
    scanGeneralRow(table, table.decode(bytes.subarray(start, next)), cut && next === end);
  } else {
    table.rows++;
  }
  table.line++;
  return next;
}

/** Fills the next row from a line of plain cells and returns the offset of the next line, or NOT_PLAIN. */
function scanPlainRow(table: TableBuilder, bytes: Uint8Array, start: number): number {
  const { columns, rows } = table;
  const { delimiter } = table.layout;
  // A row of blank cells is no record. Rows whose first cell alone is blank are, and a table may have many.
  if (nextLine(bytes, start, delimiter) !== NOT_PLAIN) return NOT_PLAIN;
  const last = columns.length - 1;
  let p = start;
  for (let i = 0; i < last; i++) {
    p = scanCell(bytes, p, columns[i] as ColumnBuilder, rows);
    if (p < 0 || bytes[p] !== delimiter) return NOT_PLAIN;
    p++;
  }
  p = scanCell(bytes, p, columns[last] as ColumnBuilder, rows);
  return p < 0 ? NOT_PLAIN : nextLine(bytes, p, delimiter);
}

function scanCell(bytes: Uint8Array, start: number, column: ColumnBuilder, row: number): number {
  switch (column.layout.kind) {
    case 'number':
      return scanNumber(bytes, start, column, row);
    case 'duration':
      return scanDuration(bytes, start, column, row);
    case 'date':
      return scanDate(bytes, start, column, row);
    case 'text':
      return scanText(bytes, start, column, row);
    case 'skip':
      return skipText(bytes, start, column);
  }
}

/** Offset after the line end that nothing but separators keeps from `end`; NOT_PLAIN if more follows. */
function nextLine(bytes: Uint8Array, end: number, delimiter: number): number {
  let p = end;
  while (bytes[p] === delimiter) p++;
  while (bytes[p] === CR) p++;
  return bytes[p] === LF ? p + 1 : NOT_PLAIN;
}
