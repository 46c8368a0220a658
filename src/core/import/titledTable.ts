/** Flat tables whose titles say what the columns are: finding the title row and reading what is below it. */
import { HEAD_BYTES, type FileHead, type FileInput } from '#core/import/format.ts';
import { parseHeaderTitle, type HeaderTitle } from '#core/import/headerTitle.ts';
import { decimalMarkOf } from '#core/import/text/decimalMark.ts';
import { splitCells } from '#core/import/text/splitCells.ts';
import type { LayoutColumn, ScannedTable, TableLayout } from '#core/import/text/tableLayout.ts';
import { headLines, type TextLine } from '#core/import/text/textLines.ts';
import { columnsFromTitles, type TitleRule } from '#core/import/titleRules.ts';
import type { Problem, Warning } from '#core/problem.ts';

export interface TitledTable {
  readonly titles: readonly string[];
  readonly delimiter: string;
  readonly titleLine: TextLine;
  /** Whole lines below the titles. */
  readonly sampleLines: readonly string[];
  /** The titles as the file has them, where `titles` are what they were understood as. */
  readonly sources?: readonly string[];
  /** Where the rows stand, when not right below the titles and to the end of the file. */
  readonly rows?: TableRows;
}

export interface TableRows {
  /** Byte offset and 1-based line number of the first row. */
  readonly byte: number;
  readonly line: number;
  /** Byte offset after the last row; the end of the file when absent. */
  readonly end?: number;
}

const DELIMITERS = ['\t', ',', ';'];
const SAMPLE_LINES = 200;
/** No export has as many; a table beyond it is something else. */
export const MAX_COLUMNS = 1000;

/** Cells of a row under the delimiter that gives most of them, or undefined for a line that is no row. */
export function splitTitleRow(line: string): { delimiter: string; cells: readonly string[] } | undefined {
  const splits = DELIMITERS.map((delimiter) => ({ delimiter, cells: splitCells(line, delimiter) ?? [] }));
  const best = splits.reduce((a, b) => (b.cells.length > a.cells.length ? b : a));
  return best.cells.length >= 2 ? best : undefined;
}

/** The first of the file's first `searchLines` lines whose titles satisfy `accepts`, with the rows below it. */
export function findTitledTable(
  head: FileHead,
  accepts: (titles: readonly HeaderTitle[]) => boolean,
  { searchLines = 8 }: { readonly searchLines?: number } = {},
): TitledTable | undefined {
  if (head.encoding === 'binary') return undefined;
  const lines = headLines(head, searchLines + SAMPLE_LINES);
  for (const [index, titleLine] of lines.slice(0, searchLines).entries()) {
    const row = splitTitleRow(titleLine.text);
    if (!row || !accepts(row.cells.slice(0, MAX_COLUMNS).map(parseHeaderTitle))) continue;
    const below = lines.slice(index + 1).filter((line) => line.closed || line.nextByte === head.size);
    return {
      titles: row.cells,
      delimiter: row.delimiter,
      titleLine,
      sampleLines: below.map((line) => line.text),
    };
  }
  return undefined;
}

export type TitledTableOutcome =
  | {
      readonly ok: true;
      readonly table: ScannedTable;
      readonly layout: TableLayout;
      readonly delimiter: string;
      readonly warnings: readonly Warning[];
    }
  | { readonly ok: false; readonly problem: Problem };

/** Reads the rows below a title row with a format's rules; `found` is undefined where there is no such row. */
export async function readTitledTable(
  input: FileInput,
  found: TitledTable | undefined,
  rules: readonly TitleRule[],
): Promise<TitledTableOutcome> {
  if (!found) return { ok: false, problem: { code: 'malformed', what: 'its title row cannot be read' } };
  const plan = layoutOf(found, rules, input.head);
  if (!plan.ok) return plan;
  const scan = await input.scanTable(input.source, plan.layout, {
    signal: input.signal,
    onBytes: input.onBytes,
  });
  if (!scan.ok) return scan;
  if (scan.table.rows === 0) return { ok: false, problem: noRows(scan.table) };
  return { ...plan, table: scan.table, delimiter: found.delimiter };
}

/** The problem of a table without a single readable row. */
export function noRows(table: ScannedTable): Problem {
  const first = table.rejectedLines[0];
  if (!first) return { code: 'no-data-rows' };
  const what = `none of its ${table.rowsRejected} rows could be read (line ${first.line}: ${first.reason})`;
  return { code: 'malformed', what, line: first.line };
}

type LayoutOutcome =
  | { readonly ok: true; readonly layout: TableLayout; readonly warnings: readonly Warning[] }
  | { readonly ok: false; readonly problem: Problem };

/** The plain description of the table for the scanner. */
export function layoutOf(found: TitledTable, rules: readonly TitleRule[], head: FileHead): LayoutOutcome {
  if (found.titles.length > MAX_COLUMNS) return tooManyColumns(found);
  if (!found.titleLine.closed) return { ok: false, problem: openTitleRow(found, head) };
  const decimal = decimalMarkOf(found.sampleLines, found.delimiter);
  if (!decimal.ok) return decimal;
  const sampleRows = found.sampleLines.flatMap((line) => [splitCells(line, found.delimiter) ?? []]);
  const titles = withoutTrailingEmpty(found.titles);
  const mapped = columnsFromTitles(titles, { rules, sampleRows });
  if (!mapped.ok) return mapped;
  const layout: TableLayout = {
    encoding: head.encoding,
    dataStart: found.rows?.byte ?? found.titleLine.nextByte,
    firstLine: found.rows?.line ?? found.titleLine.line + 1,
    ...(found.rows?.end !== undefined && { dataEnd: found.rows.end }),
    delimiter: found.delimiter.charCodeAt(0),
    decimalMark: decimal.mark,
    columns: withSources(mapped.columns, found.sources),
    extraCells: Math.max(1, found.titles.length - titles.length),
  };
  return { ok: true, layout, warnings: mapped.warnings };
}

function withSources(
  columns: readonly LayoutColumn[],
  sources: readonly string[] | undefined,
): readonly LayoutColumn[] {
  if (!sources) return columns;
  return columns.map((column, i) => ({ ...column, source: sources[i]?.trim() ?? column.source }));
}

/** A title row without line end is all there is, or it goes on beyond what is read for recognition. */
function openTitleRow({ titleLine }: TitledTable, head: FileHead): Problem {
  if (head.size === head.bytes.length) return { code: 'no-data-rows' };
  return { code: 'line-too-long', line: titleLine.line, limitBytes: HEAD_BYTES };
}

function tooManyColumns(found: TitledTable): LayoutOutcome {
  return {
    ok: false,
    problem: { code: 'too-many-columns', columns: found.titles.length, limit: MAX_COLUMNS },
  };
}

function withoutTrailingEmpty(titles: readonly string[]): readonly string[] {
  const last = titles.findLastIndex((title) => title !== '');
  return titles.slice(0, last + 1);
}

/** Units as the file names them, by core column name. */
export function vendorUnitsOf(columns: readonly LayoutColumn[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    columns.flatMap((column) => {
      const unit = parseHeaderTitle(column.source).unit;
      return unit === null || column.kind === 'skip' ? [] : [[column.name, unit]];
    }),
  );
}
