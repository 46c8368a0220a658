/** The plain description of a flat table in a text file; everything the scanner must know, nothing it must guess. */
import type { Column } from '#core/dataset.ts';
import type { ByteSource } from '#core/import/byteSource.ts';
import type { Problem } from '#core/problem.ts';
import type { Encoding } from '#core/import/encoding.ts';

/**
 * number: a decimal number. duration: `hh:mm:ss.mmm`, hours may exceed 24, days may precede, or plain seconds.
 * date: a local wall clock, becomes seconds since 1970-01-01 without zone. text: kept as a dictionary. skip: ignored.
 */
export type CellKind = 'number' | 'duration' | 'date' | 'text' | 'skip';

export interface LayoutColumn {
  /** Core name, see columns.ts. */
  readonly name: string;
  readonly unit: string;
  /** The vendor's title. */
  readonly source: string;
  readonly kind: CellKind;
  /**
   * The canonical value is text × 10^decimalShift × factor. A shift is exact (it moves the decimal point before
   * rounding), so every power-of-ten unit gives Number(text + 'e' + shift).
   */
  readonly decimalShift: number;
  readonly factor: number;
  /** For dates: the order of the parts. */
  readonly dateOrder?: 'ymd' | 'mdy' | 'dmy';
}

export interface TableLayout {
  readonly encoding: Encoding;
  /** Byte offset of the first data row and its 1-based line number. */
  readonly dataStart: number;
  readonly firstLine: number;
  /** Byte offset where the table ends, just after a line end; the end of the file when absent. */
  readonly dataEnd?: number;
  /** Byte of the separator: 9 TAB, 44 comma, 59 semicolon, 32 blanks (runs count as one). */
  readonly delimiter: number;
  readonly decimalMark: '.' | ',';
  readonly columns: readonly LayoutColumn[];
  /** Rows may have this many cells besides columns.length (trailing separators, unnamed columns). */
  readonly extraCells: number;
}

export interface RejectedLine {
  readonly line: number;
  readonly reason: string;
}

export interface NonFiniteCells {
  /** Core name of the column. */
  readonly column: string;
  readonly count: number;
}

export interface ScannedTable {
  readonly rows: number;
  /**
   * In the order of layout.columns, skipped ones left out. `values` may be the front of a larger buffer whose rest
   * was never touched: a host that stores or sends it takes `values.slice()`, column by column.
   */
  readonly columns: readonly Column[];
  readonly rowsRepaired: number;
  readonly rowsRejected: number;
  readonly rejectedLines: readonly RejectedLine[];
  /** Columns with cells that hold no finite number (`inf`, `nan`, `N/A`, `-`, `1e999`); they became NaN. */
  readonly nonFinite: readonly NonFiniteCells[];
  /** Lines between dataStart and the end of the table, blank and rejected ones included. */
  readonly lines: number;
  /** True when the last line of the file has no line end and too few cells. */
  readonly endsMidRow: boolean;
}

export type ScanOutcome =
  | { readonly ok: true; readonly table: ScannedTable }
  | { readonly ok: false; readonly problem: Problem };

export interface ScanOptions {
  readonly signal: AbortSignal | undefined;
  readonly onBytes: (bytesDone: number) => void;
  /** Buffers of earlier tables that nobody needs any more: to touch fresh memory costs as much as to scan into it. */
  readonly spare?: readonly ArrayBuffer[];
}

export type TableScanner = (
  source: ByteSource,
  layout: TableLayout,
  options: ScanOptions,
) => Promise<ScanOutcome>;
