/**
 * Gamry Framework `.DTA`: a header, then tables with a row of titles and a row of units, each line of a table behind
 * a TAB. Impedance curves become spectra; tables with time and a voltage or a current become runs, the curves of one
 * voltammogram (CURVE1, CURVE2 …) one run each with their number as cycle. Other tables are named and left out.
 */
import { findColumn, type Column, type Dataset } from '#core/dataset.ts';
import type { FileHead, FileInput, Format, ParseOutcome } from '#core/import/format.ts';
import { createGamryHeader, type GamryHeader } from '#core/import/formats/gamry/gamryHeader.ts';
import { GAMRY_TITLES, titleWithUnit } from '#core/import/formats/gamry/gamryTitles.ts';
import { impedanceAndCyclingOutcome } from '#core/import/impedanceTable.ts';
import { joinOutcomes, type Parsed } from '#core/import/joinOutcomes.ts';
import {
  createSectionCollector,
  type SectionCollector,
  type TableSection,
} from '#core/import/tableSections.ts';
import { headLines, type TextLine } from '#core/import/text/textLines.ts';
import { visitLines } from '#core/import/text/visitLines.ts';
import { readTitledTable } from '#core/import/titledTable.ts';
import type { Problem, Warning } from '#core/problem.ts';

const TABLE_LINE = /^([A-Z]\w*)\tTABLE(?:\t|$)/u;
const HEADER_LINE = /^[A-Z]\w*\t[A-Z]+(?:\t|$)/u;
/** What the thermometer input reads without a thermometer: −327.67 and a little above. */
const NOT_CONNECTED_BELOW_DEGC = -300;

function recognise(head: FileHead): boolean {
  if (head.encoding === 'binary') return false;
  const [first, second] = headLines(head, 2);
  return /^[A-Z]\w*\s*$/u.test(first?.text ?? '') && /^TAG\t\S/u.test(second?.text ?? '');
}

interface Contents {
  readonly header: GamryHeader;
  readonly tables: SectionCollector;
}

/** Sorts the lines of a file into its header and its tables. */
function createVisitor({ header, tables }: Contents): (line: TextLine) => void {
  let titles: { readonly name: string; readonly line?: TextLine } | undefined;
  return (line) => {
    const name = TABLE_LINE.exec(line.text)?.[1];
    if (name !== undefined) {
      tables.close();
      titles = { name };
    } else if (titles && !titles.line) {
      titles = { name: titles.name, line };
    } else if (titles?.line) {
      openTable(tables, titles.name, { titles: titles.line, units: line });
      titles = undefined;
    } else if (tables.isOpen() && !HEADER_LINE.test(line.text)) {
      tables.add(line);
    } else {
      tables.close();
      header.add(line.text);
    }
  };
}

interface TitleLines {
  readonly titles: TextLine;
  readonly units: TextLine;
}

function openTable(tables: SectionCollector, name: string, { titles, units }: TitleLines): void {
  const unitCells = units.text.split('\t').map((cell) => cell.trim());
  const sources = titles.text.split('\t').map((cell) => cell.trim());
  tables.open({
    name,
    titles: sources.map((title, i) => titleWithUnit(title, unitCells[i] ?? '')),
    sources,
    delimiter: '\t',
    titleLine: { ...units, nextByte: units.nextByte },
  });
}

/** Why a table is no measurement over time and no spectrum; undefined when it is one. */
function unreadable({ titles }: TableSection): string | undefined {
  const has = (title: string): boolean => titles.some((each) => each.split(' ')[0] === title);
  if (has('Freq') && has('Zreal') && has('Zimag')) return undefined;
  if (has('T') && (has('Vf') || has('Im'))) return undefined;
  const found = titles.filter((title) => title !== '').join(', ');
  return `it has no time with a voltage or a current, and no impedance (its columns are ${found})`;
}

async function readTable(input: FileInput, table: TableSection, header: GamryHeader): Promise<ParseOutcome> {
  const read = await readTitledTable(input, table, GAMRY_TITLES);
  if (!read.ok) return read;
  const columns = read.table.columns.flatMap(withoutMissingThermometer);
  const convention = header.convention();
  return impedanceAndCyclingOutcome(
    { ...read, table: { ...read.table, columns } },
    {
      head: input.head,
      label: header.tag(),
      signRule: `Gamry: sign of the current as in the file${convention === null ? '' : ` (its CONVENTION is ${convention})`}`,
      metadata: { ...header.metadata(), table: table.name },
    },
  );
}

function withoutMissingThermometer(column: Column): Column[] {
  if (column.name !== 'temperature_degC') return [column];
  const values = column.values.map((value) => (value < NOT_CONNECTED_BELOW_DEGC ? NaN : value));
  return values.every(Number.isNaN) ? [] : [{ ...column, values }];
}

/** The curves of a voltammogram are its cycles; runs are called by their table, spectra by the technique. */
function named(parsed: Parsed, { name }: TableSection): Parsed {
  const cycle = /^CURVE(\d+)$/u.exec(name)?.[1];
  const datasets = parsed.datasets.map((dataset): Dataset => {
    if (dataset.kind !== 'cycling') return dataset;
    return { ...dataset, label: name, columns: withCycle(dataset, cycle) };
  });
  return { ...parsed, datasets };
}

function withCycle(dataset: Dataset, cycle: string | undefined): readonly Column[] {
  if (cycle === undefined || findColumn(dataset, 'cycle')) return dataset.columns;
  const values = new Float64Array(dataset.rows).fill(Number(cycle));
  return [
    ...dataset.columns,
    { name: 'cycle', unit: '1', source: '', values, derivedBy: 'number of the table in the file' },
  ];
}

function refused(tag: string, skipped: readonly Warning[], empty: readonly string[]): Problem {
  const [first] = skipped;
  if (first?.code !== 'table-skipped') {
    return empty.length > 0
      ? { code: 'no-data-rows' }
      : { code: 'truncated', what: 'the header, before its first table' };
  }
  return {
    code: 'known-unsupported',
    format: `a Gamry .DTA file of the kind ${tag}; ${first.table}: ${first.reason}`,
    holds: 'measurement',
    advice: 'Impedance, and tables with time and a voltage or a current, are read from .DTA files.',
  };
}

async function parse(input: FileInput): Promise<ParseOutcome> {
  const contents: Contents = { header: createGamryHeader(), tables: createSectionCollector() };
  const stopped = await visitLines(input, createVisitor(contents));
  if (stopped) return { ok: false, problem: stopped };
  const { header, tables } = contents;
  tables.close();
  const skipped: Warning[] = [];
  const parts: Parsed[] = [];
  for (const table of tables.sections) {
    const reason = unreadable(table);
    const outcome = reason === undefined ? await readTable(input, table, header) : undefined;
    if (outcome?.ok) parts.push(named(outcome, table));
    else if (outcome && outcome.problem.code !== 'no-data-rows') return outcome;
    else skipped.push({ code: 'table-skipped', table: table.name, reason: reason ?? 'it has no rows' });
  }
  if (parts.length === 0) return { ok: false, problem: refused(header.tag(), skipped, tables.empty) };
  return withAbortion(joinOutcomes(parts, skipped), header);
}

function withAbortion(outcome: ParseOutcome, header: GamryHeader): ParseOutcome {
  if (!outcome.ok || !header.aborted()) return outcome;
  const warning: Warning = { code: 'growing-file', reason: 'the experiment was aborted' };
  return {
    ...outcome,
    facts: { ...outcome.facts, complete: false },
    warnings: [...outcome.warnings, warning],
  };
}

export const gamryDta: Format = {
  id: 'gamry-dta',
  label: 'Gamry Framework DTA',
  vendor: 'Gamry',
  extensions: ['dta'],
  techniques: 'impedance, open circuit, voltammetry, chronomethods',
  parserVersion: 1,
  recognise,
  parse,
};
