/** Rows of numbers in a text that is in memory: angle, intensity and what stands beside them. */
import type { ReadFacts } from '#core/import/format.ts';
import type { RejectedLine } from '#core/import/text/tableLayout.ts';

export interface PointRows {
  /** One array a column; as many as every row has. */
  readonly columns: readonly Float64Array[];
  readonly rejected: readonly RejectedLine[];
}

export interface NumberedLine {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

/** Lines of a text with their numbers. */
export function numberedLines(text: string): NumberedLine[] {
  return text.split(/\r*\n|\r/u).map((line, i) => ({ text: line, line: i + 1 }));
}

/** Decimal comma is only looked for where commas do not separate. */
export interface CellOptions {
  readonly delimiter?: RegExp;
  readonly decimalComma?: boolean;
}

/** The numbers of a line, or undefined when a cell is none. */
export function cellsOf(text: string, { delimiter = /[\s,;]+/u, decimalComma = false }: CellOptions = {}) {
  const pieces = text.trim().replace(/[,;]$/u, '').split(delimiter);
  const numbers = pieces.map((piece) => toNumber(decimalComma ? piece.replace(',', '.') : piece));
  return numbers.includes(undefined) ? undefined : (numbers as readonly number[]);
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/u;

function toNumber(text: string): number | undefined {
  return NUMBER.test(text) ? Number(text) : undefined;
}

/** Reads rows; the first one settles how many cells each has, others are rejected. Blank lines are no rows. */
export function readPointRows(lines: readonly NumberedLine[], options?: CellOptions): PointRows {
  const rows: (readonly number[])[] = [];
  const rejected: RejectedLine[] = [];
  let width = 2;
  for (const { text, line } of lines) {
    if (text.trim() === '') continue;
    const cells = cellsOf(text, options);
    if (rows.length === 0) width = Math.max(cells?.length ?? 0, 2);
    if (cells?.length === width) rows.push(cells);
    else rejected.push({ line, reason: cells ? `${cells.length} cells, not ${width}` : 'not all numbers' });
  }
  const columns = Array.from({ length: width }, (_, i) => Float64Array.from(rows, (row) => row[i] ?? NaN));
  return { columns, rejected };
}

const LISTED = 20;

/** What rejected lines mean for the receipt. */
export function rejectionFacts(
  rejected: readonly RejectedLine[],
  rows: number,
): Pick<ReadFacts, 'rowsRead' | 'rowsRejected' | 'rejectedLines'> {
  return { rowsRead: rows, rowsRejected: rejected.length, rejectedLines: rejected.slice(0, LISTED) };
}
