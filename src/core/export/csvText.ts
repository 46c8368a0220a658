/**
 * A dataset as CSV text: row 1 the column names, no comment lines, an empty cell = not recorded, numbers in their
 * shortest form that reads back to the same double, CRLF-free, quotes only where a text needs them.
 */
import { COLUMNS, type ColumnDefinition } from '#core/columns.ts';
import type { Column, Dataset } from '#core/dataset.ts';

export type ColumnNames = 'core' | 'bdf';

const ROWS_A_CHUNK = 4096;

/** The text in pieces of a few thousand rows, so that a large dataset is never one string. */
export function* csvText(dataset: Dataset, names: ColumnNames = 'core'): Generator<string, void, undefined> {
  const { columns, rows } = dataset;
  yield `${columns.map((column) => quoted(columnName(column, names))).join(',')}\n`;
  const cells = columns.map(cellWriter);
  for (let from = 0; from < rows; from += ROWS_A_CHUNK) {
    yield chunk(cells, from, Math.min(rows, from + ROWS_A_CHUNK));
  }
}

/** The name of a column in a file: the core's, or the Battery Data Format's where that standard has one. */
export function columnName(column: Column, names: ColumnNames): string {
  if (names === 'core') return column.name;
  const definitions: Readonly<Record<string, ColumnDefinition>> = COLUMNS;
  return definitions[column.name]?.bdf ?? column.name;
}

type CellWriter = (row: number) => string;

function chunk(cells: readonly CellWriter[], from: number, to: number): string {
  let text = '';
  for (let row = from; row < to; row += 1) {
    for (let c = 0; c < cells.length; c += 1) text += (c === 0 ? '' : ',') + (cells[c]?.(row) ?? '');
    text += '\n';
  }
  return text;
}

function cellWriter({ values, categories }: Column): CellWriter {
  if (!categories) return (row) => numberText(values[row] ?? NaN);
  const texts = categories.map(quoted);
  return (row) => texts[values[row] ?? NaN] ?? '';
}

/** The shortest text that reads back to the same double, -0 included; empty for NaN. */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return '';
  return Object.is(value, -0) ? '-0' : String(value);
}

/** A text as a cell: in quotes where it holds a comma, a quote or a line end. */
export function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
