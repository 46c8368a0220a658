/**
 * Curves of a PSTrace CSV: blocks side by side, each under its title, with a unit over each column instead of a name.
 * The unit tells the quantity; curves with a time and a voltage or a current become runs.
 */
import { findColumn, type Column, type Dataset, type Metadata } from '#core/dataset.ts';
import type { FileInput } from '#core/import/format.ts';
import type { Parsed } from '#core/import/joinOutcomes.ts';
import { factsOf, tableWarnings } from '#core/import/tableOutcome.ts';
import type { TableSection } from '#core/import/tableSections.ts';
import { decimalMarkOf } from '#core/import/text/decimalMark.ts';
import type { LayoutColumn, TableLayout } from '#core/import/text/tableLayout.ts';
import { parseUnit } from '#core/units.ts';
import type { Problem, Warning } from '#core/problem.ts';

const SIGN_RULE = 'PSTrace: sign of the current as in the file';
const QUANTITIES: Readonly<Record<string, string>> = {
  s: 'time_s',
  V: 'voltage_V',
  A: 'current_A',
};

export type BlocksOutcome =
  | { readonly ok: true; readonly parsed: Parsed | undefined; readonly skipped: readonly Warning[] }
  | { readonly ok: false; readonly problem: Problem };

interface Block {
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

/** A curve's title stands over its first column. */
function blocksOf({ titles, sources = [] }: TableSection): Block[] {
  const starts = sources.flatMap((title, i) => (title !== '' && (titles[i] ?? '') !== '' ? [i] : []));
  return starts.map((from, n) => ({
    title: sources[from] ?? '',
    from,
    to: Math.min(starts[n + 1] ?? titles.length, titles.length),
  }));
}

function layoutOf(input: FileInput, section: TableSection, mark: '.' | ','): TableLayout {
  const last = section.titles.findLastIndex((unit) => unit !== '');
  const columns = section.titles.slice(0, last + 1).map((unit, i): LayoutColumn => {
    const { decimalShift, factor, unit: canonical } = parseUnit(unit) ?? { decimalShift: 0, factor: 1, unit };
    return { name: `column ${i + 1}`, unit: canonical, source: unit, kind: 'number', decimalShift, factor };
  });
  return {
    encoding: input.head.encoding,
    dataStart: section.rows.byte,
    firstLine: section.rows.line,
    ...(section.rows.end !== undefined && { dataEnd: section.rows.end }),
    delimiter: section.delimiter.charCodeAt(0),
    decimalMark: mark,
    columns,
    extraCells: Math.max(1, section.titles.length - columns.length),
  };
}

/** The columns of a block, named by their units, without the blank rows below a shorter curve. */
function columnsOf(block: Block, columns: readonly Column[]): Column[] {
  const own = columns.slice(block.from, block.to);
  const rows =
    1 + Math.max(-1, ...own.map(({ values }) => values.findLastIndex((value) => !Number.isNaN(value))));
  const used = new Set<string>();
  return own.map((column) => {
    const known = QUANTITIES[column.unit];
    const name = known !== undefined && !used.has(known) ? known : `${block.title} (${column.source})`;
    used.add(name);
    return { ...column, name, values: column.values.slice(0, rows) };
  });
}

function isRun(columns: readonly Column[]): boolean {
  const has = (name: string): boolean => findColumn({ columns }, name) !== undefined;
  return has('time_s') && (has('voltage_V') || has('current_A'));
}

export async function readPsTraceBlocks(
  input: FileInput,
  section: TableSection,
  metadata: Metadata,
): Promise<BlocksOutcome> {
  const decimal = decimalMarkOf(section.sampleLines, section.delimiter);
  if (!decimal.ok) return decimal;
  const layout = layoutOf(input, section, decimal.mark);
  const { signal, onBytes } = input;
  const scan = await input.scanTable(input.source, layout, { signal, onBytes });
  if (!scan.ok) return scan;
  const { table } = scan;
  const curves = blocksOf(section).map((block) => ({ block, columns: columnsOf(block, table.columns) }));
  const runs = curves.filter(({ columns }) => isRun(columns) && (columns[0]?.values.length ?? 0) > 0);
  const skipped = curves
    .filter(({ columns }) => !isRun(columns))
    .map(({ block }): Warning => {
      return {
        code: 'table-skipped',
        table: block.title,
        reason: 'it has no time with a voltage or a current',
      };
    });
  const datasets = runs.map(({ block, columns }): Dataset => {
    const rows = columns[0]?.values.length ?? 0;
    return { kind: 'cycling', label: block.title, rows, columns, metadata };
  });
  if (datasets.length === 0) return { ok: true, parsed: undefined, skipped };
  const read = { ok: true, table, layout, delimiter: section.delimiter, warnings: [] } as const;
  const rowsRead = datasets.reduce((sum, { rows }) => sum + rows, 0);
  const facts = { ...factsOf(read, input.head, SIGN_RULE), rowsRead };
  return { ok: true, parsed: { ok: true, datasets, facts, warnings: tableWarnings(read) }, skipped };
}
