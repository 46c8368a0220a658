/** The table while it is being scanned: growing columns, text dictionaries and the count of what was left out. */
import type { Column } from '#core/dataset.ts';
import type { Encoding } from '#core/import/encoding.ts';
import type {
  LayoutColumn,
  NonFiniteCells,
  RejectedLine,
  ScannedTable,
  TableLayout,
} from '#core/import/text/tableLayout.ts';

/** Rejected lines that are named one by one; the rest is only counted. */
export const LISTED_REJECTIONS = 20;

/** Distinct texts of a column, with their bytes so that a repeated text is found without decoding it. */
export interface TextDictionary {
  readonly texts: string[];
  /** Undefined for texts that stood in quotes or among blanks: their bytes are not the cell's. */
  readonly bytes: (Uint8Array | undefined)[];
  readonly indexes: Map<string, number>;
  readonly decode: (bytes: Uint8Array) => string;
  /** Index of the text met last: most rows repeat it. */
  last: number;
}

export interface ColumnBuilder {
  readonly layout: LayoutColumn;
  /** Bytes of the table's separator and decimal mark, at hand where the cells are scanned. */
  readonly delimiter: number;
  readonly decimalMark: number;
  /** Of the layout, at hand too. */
  readonly decimalShift: number;
  readonly factor: number;
  /** Empty for skipped columns. */
  values: Float64Array;
  readonly dictionary: TextDictionary;
  nonFinite: number;
}

export interface TableBuilder {
  readonly layout: TableLayout;
  readonly columns: readonly ColumnBuilder[];
  /** Text of a line or cell. */
  readonly decode: (bytes: Uint8Array) => string;
  capacity: number;
  rows: number;
  /** Number of the line that is scanned next. */
  line: number;
  rejected: number;
  readonly rejectedLines: RejectedLine[];
  endsMidRow: boolean;
}

/** A builder with room for about `rows` rows, in spare buffers where they do; untouched pages cost no memory. */
export function createTableBuilder(
  layout: TableLayout,
  rows: number,
  spare: readonly ArrayBuffer[] = [],
): TableBuilder {
  const room = spareCapacity(layout, rows, spare);
  const buffers = room === undefined ? [] : [...spare];
  const capacity = room ?? rows;
  const decoder = new TextDecoder(byteEncoding(layout.encoding));
  const decode = (bytes: Uint8Array): string => decoder.decode(bytes);
  return {
    layout,
    columns: layout.columns.map((column) => ({
      layout: column,
      delimiter: layout.delimiter,
      decimalMark: layout.decimalMark.charCodeAt(0),
      decimalShift: column.decimalShift,
      factor: column.factor,
      values: column.kind === 'skip' ? new Float64Array() : columnOf(capacity, buffers.pop()),
      dictionary: { texts: [], bytes: [], indexes: new Map(), decode, last: -1 },
      nonFinite: 0,
    })),
    decode,
    capacity,
    rows: 0,
    line: layout.firstLine,
    rejected: 0,
    rejectedLines: [],
    endsMidRow: false,
  };
}

/** Rows that all columns have room for in spare buffers, when that is about what is wanted. */
function spareCapacity(
  { columns }: TableLayout,
  rows: number,
  spare: readonly ArrayBuffer[],
): number | undefined {
  if (spare.length < columns.filter(({ kind }) => kind !== 'skip').length) return undefined;
  const room = spare.reduce((least, { byteLength }) => Math.min(least, byteLength), Infinity) / 8;
  return room >= rows * 0.8 && Number.isInteger(room) ? room : undefined;
}

function columnOf(rows: number, spare: ArrayBuffer | undefined): Float64Array {
  return spare ? new Float64Array(spare, 0, rows) : new Float64Array(rows);
}

/** The encoding of the bytes that are scanned: UTF-16 has become UTF-8 on the way. */
function byteEncoding(encoding: Encoding): string {
  if (encoding === 'binary') return 'windows-1252';
  return encoding === 'utf-16le' || encoding === 'utf-16be' ? 'utf-8' : encoding;
}

/** Makes room for at least `rows` rows, column by column, so that only one column is held twice at a time. */
export function growTable(table: TableBuilder, rows: number): void {
  if (rows <= table.capacity) return;
  const capacity = Math.max(rows, Math.ceil(table.capacity * 1.5));
  for (const column of table.columns) {
    if (column.layout.kind === 'skip') continue;
    const values = new Float64Array(capacity);
    values.set(column.values.subarray(0, table.rows));
    column.values = values;
  }
  table.capacity = capacity;
}

export function rejectLine(table: TableBuilder, reason: string): void {
  table.rejected++;
  if (table.rejectedLines.length < LISTED_REJECTIONS) table.rejectedLines.push({ line: table.line, reason });
}

/** Index of a text in the dictionary, added when it is new. `bytes` are its bytes in the file, if it is plain. */
export function textIndex(dictionary: TextDictionary, text: string, bytes?: Uint8Array): number {
  const known = dictionary.indexes.get(text);
  if (known !== undefined) return known;
  const index = dictionary.texts.push(text) - 1;
  dictionary.indexes.set(text, index);
  dictionary.bytes.push(bytes?.slice());
  return index;
}

/** The table as plain data. */
export function finishTable(table: TableBuilder): ScannedTable {
  const kept = table.columns.filter((column) => column.layout.kind !== 'skip');
  return {
    rows: table.rows,
    columns: kept.map((column) => finishColumn(column, table.rows)),
    rowsRepaired: 0,
    rowsRejected: table.rejected,
    rejectedLines: table.rejectedLines,
    nonFinite: kept.filter((column) => column.nonFinite > 0).map(nonFiniteCells),
    lines: table.line - table.layout.firstLine,
    endsMidRow: table.endsMidRow,
  };
}

function finishColumn(column: ColumnBuilder, rows: number): Column {
  const { name, unit, source, kind } = column.layout;
  const values = column.values.subarray(0, rows);
  return { name, unit, source, values, ...(kind === 'text' ? { categories: column.dictionary.texts } : {}) };
}

function nonFiniteCells(column: ColumnBuilder): NonFiniteCells {
  return { column: column.layout.name, count: column.nonFinite };
}
