/** Where the table of an EC-Lab text export begins, what its columns are, and the layout for the scanner. */
import type { FileHead, FileInput } from '#core/import/format.ts';
import { declaredHeaderLines, isMptFirstLine } from '#core/import/formats/biologic/mptHeader.ts';
import { recoverTitles } from '#core/import/formats/biologic/missingTitle.ts';
import { isBiologicTitle, resolveTitles } from '#core/import/formats/biologic/resolveTitles.ts';
import { decimalMarkOf } from '#core/import/text/decimalMark.ts';
import { splitCells } from '#core/import/text/splitCells.ts';
import { createLineReader, type LineBatch } from '#core/import/text/lineReader.ts';
import type { LayoutColumn, TableLayout } from '#core/import/text/tableLayout.ts';
import { headLines, type TextLine } from '#core/import/text/textLines.ts';
import type { Problem, Warning } from '#core/problem.ts';

export interface TitleRow {
  readonly line: TextLine;
  readonly delimiter: string;
  readonly titles: readonly string[];
}

const SAMPLE_LINES = 200;
const MOST_HEADER_LINES = 200_000;

/** Titles of a line, or undefined when it is no title row of EC-Lab. */
export function parseTitleRow(line: TextLine): TitleRow | undefined {
  for (const delimiter of ['\t', ';', ',']) {
    const cells = cellsOf(line.text, delimiter);
    const known = cells.filter(isBiologicTitle);
    const measured = known.some((title) => /\/(s|V|mA|A|Ohm|Hz)$/.test(title));
    if (cells.length >= 2 && known.length >= 2 && known.length * 2 > cells.length && measured) {
      return { line, delimiter, titles: cells };
    }
  }
  return undefined;
}

/** Lines that a spreadsheet, a script or a person may have put above an export. */
const LEAD_LINES = 3;

/** The title row of an export without header: among the first lines. */
export function headerlessTitleRow(head: FileHead): TitleRow | undefined {
  for (const line of headLines(head, LEAD_LINES + 1)) {
    const row = parseTitleRow(line);
    if (row) return row;
  }
  return undefined;
}

/** Number of lines above the header; undefined when there is no header. */
export function linesAboveHeader(head: FileHead): number | undefined {
  const index = headLines(head, LEAD_LINES + 1).findIndex(({ text }) => isMptFirstLine(text));
  return index < 0 ? undefined : index;
}

/** Whole lines from the start to beyond the titles; headers of many sequences are longer than the head. */
async function leadingLines(input: FileInput, wanted: number): Promise<LineBatch> {
  const { head } = input;
  const inHead = headLines(head).filter((line) => line.closed || line.nextByte === head.size);
  if (inHead.length >= wanted || head.bytes.length >= head.size) return { ok: true, lines: inHead };
  const start = inHead[0]?.byte ?? 0;
  const reader = createLineReader(input.source, {
    encoding: head.encoding,
    start,
    firstLine: 1,
    signal: input.signal,
  });
  const lines: TextLine[] = [];
  while (lines.length < wanted) {
    const batch = await reader.next();
    if (!batch.ok) return batch;
    if (batch.lines.length === 0) break;
    for (const line of batch.lines) lines.push(line);
  }
  return { ok: true, lines };
}

export type TableStart =
  | {
      readonly ok: true;
      readonly headerLines: readonly string[];
      readonly titleRow: TitleRow;
      readonly sampleLines: readonly TextLine[];
    }
  | { readonly ok: false; readonly problem: Problem };

/** Line N if it holds titles; else, when lines were lost or added above, the first line that does. */
function findTitleRow(lines: readonly TextLine[], declared: number | undefined): TitleRow | undefined {
  const expected = declared === undefined ? undefined : lines[declared - 1];
  const found = expected && parseTitleRow(expected);
  if (found) return found;
  for (const line of lines) {
    const row = parseTitleRow(line);
    if (row) return row;
  }
  return undefined;
}

/** Why there are no titles: the file ends above them, or the line that must hold them holds something else. */
function noTitles(lines: readonly TextLine[], declared: number | undefined): Problem {
  const line = declared === undefined ? undefined : lines[declared - 1];
  if (!line?.closed) return { code: 'truncated', what: 'the header, before the column titles' };
  const found = line.text.trim().slice(0, 40);
  const what = `column titles must stand in line ${line.line}, which reads “${found}”`;
  return { code: 'malformed', what, line: line.line };
}

/**
 * Finds titles and the first rows. Problems: `truncated` when the file ends in its header, `malformed` when its
 * titles cannot be read, `line-too-long`, `cancelled`.
 */
export async function findTable(input: FileInput): Promise<TableStart> {
  const above = linesAboveHeader(input.head);
  const count = headLines(input.head, (above ?? 0) + 2).at(-1)?.text ?? '';
  const length = above === undefined ? undefined : declaredHeaderLines(count);
  const declared = length === undefined ? undefined : (above ?? 0) + length;
  const wanted = Math.min(declared ?? 4, MOST_HEADER_LINES) + SAMPLE_LINES;
  const leading = await leadingLines(input, wanted);
  if (!leading.ok) return leading;
  const { lines } = leading;
  const titleRow = findTitleRow(lines, declared);
  if (!titleRow) return { ok: false, problem: noTitles(lines, declared) };
  const at = titleRow.line.line;
  const sampleLines = lines.slice(at, at + SAMPLE_LINES).filter(({ text }) => text.trim() !== '');
  const headerLines = lines.slice(above ?? 0, at - 1).map(({ text }) => text);
  return { ok: true, headerLines, titleRow, sampleLines };
}

export interface MptLayout {
  readonly layout: TableLayout;
  readonly warnings: readonly Warning[];
}

export type LayoutOutcome =
  | ({ readonly ok: true } & MptLayout)
  | { readonly ok: false; readonly problem: Problem };

const DATE_CELL = /^\d{1,2}\/\d{1,2}\/\d{4} /;

interface Sample {
  readonly rows: readonly (readonly string[])[];
  readonly decimalMark: '.' | ',';
}

/** Cells without the empty one that a trailing separator makes. */
function cellsOf(line: string, delimiter: string): string[] {
  const cells = splitCells(line, delimiter) ?? [];
  return cells.at(-1) === '' ? cells.slice(0, -1) : cells;
}

function layoutColumn(
  title: string,
  resolved: ReturnType<typeof resolveTitles>[number],
  cell: string,
): LayoutColumn {
  const { name, unit, decimalShift, factor, known } = resolved;
  if (name === 'time_s' && DATE_CELL.test(cell)) {
    const date = { kind: 'date', dateOrder: 'mdy' } as const;
    return { name: 'clock_s', unit: 's', source: title, decimalShift: 0, factor: 1, ...date };
  }
  const isText = !known && cell !== '' && !/^[-+.,\deE]+$|^(nan|inf)$/i.test(cell);
  return { name, unit, source: title, kind: isText ? 'text' : 'number', decimalShift, factor };
}

function mapTitles(titles: readonly (string | null)[], { rows }: Sample): LayoutColumn[] {
  const named = titles.filter((title) => title !== null);
  const resolved = resolveTitles(named);
  let next = 0;
  return titles.map((title, i) => {
    const definition = title === null ? undefined : resolved[next++];
    if (title === null || !definition) {
      return { name: '', unit: '', source: '', kind: 'skip', decimalShift: 0, factor: 1 };
    }
    return layoutColumn(title, definition, rows[0]?.[i] ?? '');
  });
}

const mismatch = (line: TextLine | undefined, what: string): { ok: false; problem: Problem } => ({
  ok: false,
  problem: { code: 'malformed', what, ...(line ? { line: line.line } : {}) },
});

interface Titles {
  readonly titles: readonly (string | null)[];
  readonly warnings: readonly Warning[];
}

/** Titles for every value of a row; the ones that cannot be proven are null and their values are not read. */
function titlesForRows(
  titles: readonly string[],
  { rows, decimalMark }: Sample,
): Titles | { readonly what: string } {
  const width = rows[0]?.length ?? titles.length;
  const whole = rows.filter((row) => row.length === width);
  if (width <= titles.length) return { titles, warnings: [] };
  const what = `rows hold ${width} values under ${titles.length} titles`;
  if (width > titles.length + 1) return { what };
  const values = whole.map((row) =>
    row.map((cell) => Number(decimalMark === ',' ? cell.replace(',', '.') : cell)),
  );
  const found = recoverTitles(titles, values);
  const kept = found?.titles.filter((title) => title !== null) ?? [];
  if (!found || kept.length === 0)
    return { what: `${what}, and nothing in the rows proves which title is missing` };
  const left = found.titles.length - kept.length;
  const how =
    found.recovered === null
      ? 'the missing title could not be proven'
      : `the rows prove it is ${found.recovered}`;
  const detail = `${what}; ${how}; ${left} of ${width} columns were left out`;
  return { titles: found.titles, warnings: [{ code: 'column-mismatch', detail }] };
}

/** The description of the table for the scanner. */
export function layoutOf(start: Extract<TableStart, { ok: true }>, head: FileHead): LayoutOutcome {
  const { titleRow, sampleLines } = start;
  const { delimiter } = titleRow;
  const decimal = decimalMarkOf(
    sampleLines.map(({ text }) => text),
    delimiter,
  );
  if (!decimal.ok) return decimal;
  const rows = sampleLines.map(({ text }) => cellsOf(text, delimiter));
  const sample: Sample = { rows, decimalMark: decimal.mark };
  const found = titlesForRows(titleRow.titles, sample);
  if ('what' in found) return mismatch(sampleLines[0], found.what);
  const columns = mapTitles(found.titles, sample);
  const unknown = resolveTitles(found.titles.filter((title) => title !== null)).filter(({ known }) => !known);
  const trailing = sampleLines[0]?.text.endsWith(delimiter) ? 1 : 0;
  const layout: TableLayout = {
    encoding: head.encoding,
    dataStart: titleRow.line.nextByte,
    firstLine: titleRow.line.line + 1,
    delimiter: delimiter.charCodeAt(0),
    decimalMark: decimal.mark,
    columns,
    extraCells: trailing,
  };
  const notes = unknown.map(({ title }): Warning => ({ code: 'unknown-column', column: title }));
  const damaged = titleRow.titles.filter((title) => /\ufffd|ï¿½/.test(title));
  if (damaged.length > 0) notes.push({ code: 'damaged-text', detail: `titles ${damaged.join(', ')}` });
  return { ok: true, layout, warnings: [...found.warnings, ...notes] };
}
