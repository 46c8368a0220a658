/**
 * BioLogic EC-Lab and BT-Lab text exports (`.mpt`, `.txt`), with or without their header, with any choice of columns.
 * The header is described in mptHeader, the columns in biologicColumns. Signs are those of the binary file.
 */
import { numbersOf } from '#core/columnValues.ts';
import { findColumn, type Column, type Metadata } from '#core/dataset.ts';
import type { FileHead, FileInput, Format, ParseOutcome, ReadFacts } from '#core/import/format.ts';
import { splitTitle } from '#core/import/formats/biologic/biologicColumns.ts';
import { biologicDatasets } from '#core/import/formats/biologic/biologicDatasets.ts';
import { trustHeader } from '#core/import/formats/biologic/biologicMetadata.ts';
import { SIGN_RULE } from '#core/import/formats/biologic/biologicMpr.ts';
import { deriveImpedance } from '#core/import/formats/biologic/deriveColumns.ts';
import { parseMptHeader, type MptHeader } from '#core/import/formats/biologic/mptHeader.ts';
import {
  findTable,
  headerlessTitleRow,
  layoutOf,
  linesAboveHeader,
} from '#core/import/formats/biologic/mptTable.ts';
import type { ScannedTable, TableLayout } from '#core/import/text/tableLayout.ts';
import { noRows } from '#core/import/titledTable.ts';
import type { Problem, Warning } from '#core/problem.ts';

function recognise(head: FileHead): boolean {
  if (head.encoding === 'binary') return false;
  return linesAboveHeader(head) !== undefined || headerlessTitleRow(head) !== undefined;
}

/** Exports with absolute times: test time since the start of the acquisition, else since the first row. */
function withTestTime(columns: readonly Column[], header: MptHeader): readonly Column[] {
  const clock = findColumn({ columns }, 'clock_s');
  if (!clock || findColumn({ columns }, 'time_s')) return columns;
  const { startedAt } = header.header;
  const start_s = startedAt === null ? (clock.values[0] ?? NaN) : Date.parse(`${startedAt}Z`) / 1000;
  const since = startedAt === null ? 'the first row' : 'the start of the acquisition';
  // Both clocks are whole milliseconds; their difference is rounded to them again.
  const values = numbersOf(clock.values).map((value) => Math.round((value - start_s) * 1000) / 1000);
  return [
    { name: 'time_s', unit: 's', source: '', values, derivedBy: `wall clock since ${since}` },
    ...columns,
  ];
}

/** What a table must hold to be a measurement: a spectrum, or time with a voltage or a current. */
function missingColumn(columns: readonly Column[], rows: number): Problem | undefined {
  const has = (name: string) => findColumn({ columns }, name) !== undefined;
  const missing = (wanted: string): Problem => ({
    code: 'missing-column',
    wanted,
    found: columns.map(({ source }) => source).join(', '),
  });
  const impedance = deriveImpedance(columns, rows);
  const hasZ = findColumn({ columns: impedance }, 'zIm_ohm') && findColumn({ columns: impedance }, 'zRe_ohm');
  if (has('frequency_Hz') && hasZ) return undefined;
  // Direct-current rows print 0 for an impedance; without them the table is a spectrum that lost its frequencies.
  if (hasZ && !has('frequency_Hz') && !hasZ.values.includes(0)) return missing('frequency');
  if (!has('time_s')) return missing('time');
  if (!has('voltage_V') && !has('current_A')) return missing('voltage or current');
  return undefined;
}

function parameterMetadata({ parameters, modifications }: MptHeader): Metadata {
  const entries = parameters.map(([name, values]) => [`setting ${name}`, values.join(' | ')] as const);
  return {
    ...Object.fromEntries(entries),
    ...(modifications > 0 ? { settingsModified: modifications } : {}),
  };
}

function factsOf(table: ScannedTable, layout: TableLayout): ReadFacts {
  return {
    encoding: layout.encoding,
    decimalMark: layout.decimalMark,
    delimiter: String.fromCharCode(layout.delimiter),
    rowsRead: table.rows,
    rowsRepaired: table.rowsRepaired,
    rowsRejected: table.rowsRejected,
    rejectedLines: table.rejectedLines,
    signRule: SIGN_RULE,
    vendorUnits: Object.fromEntries(
      layout.columns.flatMap(({ name, source }) => {
        const { unit } = splitTitle(source);
        return unit === '' ? [] : [[name, unit]];
      }),
    ),
    complete: !table.endsMidRow,
  };
}

function tableWarnings(table: ScannedTable): Warning[] {
  const warnings: Warning[] = table.nonFinite.map((cells) => ({ code: 'non-finite', ...cells }));
  if (table.endsMidRow) warnings.push({ code: 'growing-file', reason: 'the last row is cut' });
  return warnings;
}

const fail = (problem: Problem): ParseOutcome => ({ ok: false, problem });

async function parse(input: FileInput): Promise<ParseOutcome> {
  const start = await findTable(input);
  if (!start.ok) return start;
  const plan = layoutOf(start, input.head);
  if (!plan.ok) return plan;
  const { signal, onBytes } = input;
  const scan = await input.scanTable(input.source, plan.layout, { signal, onBytes });
  if (!scan.ok) return scan;
  const { table } = scan;
  if (table.rows === 0) return fail({ line: plan.layout.firstLine, ...noRows(table) });
  const header = parseMptHeader(start.headerLines);
  const columns = withTestTime(table.columns, header);
  const missing = missingColumn(columns, table.rows);
  if (missing) return fail(missing);
  const { metadata, warnings } = trustHeader(header.header);
  return {
    ok: true,
    datasets: biologicDatasets({
      rows: table.rows,
      columns,
      metadata: { ...metadata, ...parameterMetadata(header) },
      loopStarts: header.loopStarts.filter((row) => row < table.rows),
    }),
    facts: factsOf(table, plan.layout),
    warnings: [...plan.warnings, ...tableWarnings(table), ...warnings],
  };
}

export const biologicMpt: Format = {
  id: 'biologic-mpt',
  label: 'BioLogic EC-Lab text',
  vendor: 'BioLogic',
  extensions: ['mpt', 'txt'],
  techniques: 'cycling, voltammetry, impedance, Modulo Bat',
  parserVersion: 1,
  recognise,
  parse,
};
