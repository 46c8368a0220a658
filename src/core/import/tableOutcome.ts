/** From a scanned table with core names to the outcome of a parse. */
import { findColumn, type Column, type Dataset, type Metadata } from '#core/dataset.ts';
import type { FileHead, ParseOutcome, ReadFacts } from '#core/import/format.ts';
import { withTestTime } from '#core/import/testTime.ts';
import { vendorUnitsOf, type TitledTableOutcome } from '#core/import/titledTable.ts';
import type { Problem, Warning } from '#core/problem.ts';

export type ReadTable = Extract<TitledTableOutcome, { ok: true }>;

export interface OutcomeOptions {
  readonly head: FileHead;
  readonly signRule: string;
  readonly warnings?: readonly Warning[];
  readonly metadata?: Metadata;
}

/** One cycling dataset from a table. Problem `missing-column` when time, or both current and voltage, are missing. */
export function cyclingOutcome(
  read: ReadTable,
  columns: readonly Column[],
  { head, signRule, warnings = [], metadata = {} }: OutcomeOptions,
): ParseOutcome {
  const timed = withTestTime(columns);
  const missing = missingColumn(timed, columns);
  if (!timed || missing) return { ok: false, problem: missing ?? missingTime(columns) };
  const dataset: Dataset = {
    kind: 'cycling',
    label: 'Cycling',
    rows: timed[0]?.values.length ?? 0,
    columns: timed,
    metadata,
  };
  return {
    ok: true,
    datasets: [dataset],
    facts: factsOf(read, head, signRule),
    warnings: [...tableWarnings(read), ...warnings],
  };
}

function missingTime(columns: readonly Column[]): Problem {
  return { code: 'missing-column', wanted: 'time', found: titlesOf(columns) };
}

function missingColumn(
  timed: readonly Column[] | undefined,
  columns: readonly Column[],
): Problem | undefined {
  if (!timed) return missingTime(columns);
  const measured = findColumn({ columns }, 'voltage_V') ?? findColumn({ columns }, 'current_A');
  return measured
    ? undefined
    : { code: 'missing-column', wanted: 'voltage or current', found: titlesOf(columns) };
}

function titlesOf(columns: readonly Column[]): string {
  return columns.map((column) => column.source || column.name).join(', ') || 'none';
}

/** What the titles, the cells and the end of a table call for. */
export function tableWarnings({ table, warnings }: ReadTable): readonly Warning[] {
  const nonFinite = table.nonFinite.map((cells): Warning => ({ code: 'non-finite', ...cells }));
  const cut: Warning[] = table.endsMidRow ? [{ code: 'growing-file', reason: 'the last row is cut' }] : [];
  return [...warnings, ...nonFinite, ...cut];
}

/** The facts of a flat table. */
export function factsOf(
  { table, layout, delimiter }: ReadTable,
  head: FileHead,
  signRule: string,
): ReadFacts {
  return {
    encoding: head.encoding,
    decimalMark: layout.decimalMark,
    delimiter,
    rowsRead: table.rows,
    rowsRepaired: table.rowsRepaired,
    rowsRejected: table.rowsRejected,
    rejectedLines: table.rejectedLines,
    signRule,
    vendorUnits: vendorUnitsOf(layout.columns),
    complete: !table.endsMidRow,
  };
}
