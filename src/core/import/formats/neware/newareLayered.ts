/**
 * Neware table in three layers: the "regular export" of BTSDA 8 and the cycle/step/record CSV of BTS 5 to 7.
 *
 * Three title rows, then cycle rows, step rows and record rows one below the other, told apart by the number of empty
 * cells in front (0, 1, 2). Records carry neither cycle nor step: they inherit those of the last rows above. BTSDA 8
 * glues the first step row to the first cycle row (line 4: cycle cells, then step cells, none empty). Its step rows
 * hold the line of the protocol (`Step Index`) and a running number (`Step Number`); its efficiencies can be absurd
 * (1465 % in a first cycle) and are not read. Non-ASCII letters may be lost to `?`. BTS 5 to 7 quotes cells, puts a
 * TAB inside the quotes and writes `-` for missing values; only its title rows are documented, no file was at hand.
 * Summary rows are counted in the metadata, rows that fit no layer are rejected and listed.
 */
import type { Column } from '#core/dataset.ts';
import type { FileHead, FileInput, Format, ParseOutcome } from '#core/import/format.ts';
import { signCurrentBySteps } from '#core/import/formats/neware/currentSign.ts';
import { NEWARE_TITLES } from '#core/import/formats/neware/newareTitles.ts';
import { englishStepType } from '#core/import/formats/neware/stepType.ts';
import { parseHeaderTitle } from '#core/import/headerTitle.ts';
import { cyclingOutcome } from '#core/import/tableOutcome.ts';
import { createLineReader } from '#core/import/text/lineReader.ts';
import { scanGeneralRow } from '#core/import/text/scanGeneralRow.ts';
import { splitCells } from '#core/import/text/splitCells.ts';
import {
  createTableBuilder,
  finishTable,
  growTable,
  rejectLine,
  type TableBuilder,
} from '#core/import/text/tableBuilder.ts';
import { headLines, type TextLine } from '#core/import/text/textLines.ts';
import { findRule } from '#core/import/titleRules.ts';
import { layoutOf, noRows, splitTitleRow, type TitledTable } from '#core/import/titledTable.ts';
import type { Problem } from '#core/problem.ts';

interface Layers {
  readonly delimiter: string;
  readonly cycleWidth: number;
  /** Positions of step index, running step number and step type among the cells of a step row; -1 if missing. */
  readonly stepAt: { readonly step: number; readonly stepCount: number; readonly stepType: number };
  readonly stepWidth: number;
  readonly records: TitledTable;
}

const SAMPLE_LINES = 200;
const LEAD_LINES = 8;

/** Titles of a row without the empty ones in front, if there are exactly `depth` of those. */
function titlesAtDepth(line: TextLine | undefined, depth: number): readonly string[] | undefined {
  const row = line && splitTitleRow(line.text);
  if (row?.cells.findIndex((cell) => cell !== '') !== depth) return undefined;
  return row.cells.slice(depth, row.cells.findLastIndex((cell) => cell !== '') + 1);
}

function coreNames(titles: readonly string[]): readonly (string | null | undefined)[] {
  return titles.map((title) => findRule(parseHeaderTitle(title), NEWARE_TITLES)?.name);
}

/** The layers, below at most LEAD_LINES lines that someone put above them; blank lines do not count. */
function findLayers(head: FileHead): Layers | undefined {
  if (head.encoding === 'binary') return undefined;
  const lines = headLines(head, 2 * SAMPLE_LINES).filter(({ text }) => text.trim() !== '');
  for (let above = 0; above <= LEAD_LINES; above++) {
    const layers = layersOf(lines.slice(above));
    if (layers) return layers;
  }
  return undefined;
}

function layersOf(lines: readonly TextLine[]): Layers | undefined {
  const [cycleTitles, stepTitles, recordTitles] = [0, 1, 2].map((depth) =>
    titlesAtDepth(lines[depth], depth),
  );
  const titleLine = lines[2];
  const delimiter = titleLine && splitTitleRow(titleLine.text)?.delimiter;
  if (!cycleTitles || !stepTitles || !recordTitles || !titleLine || !delimiter) return undefined;
  const steps = coreNames(stepTitles);
  if (coreNames(cycleTitles)[0] !== 'cycle' || steps[0] !== 'step') return undefined;
  if (coreNames(recordTitles)[0] !== 'record') return undefined;
  return {
    delimiter,
    cycleWidth: cycleTitles.length,
    stepAt: {
      step: 0,
      stepCount: steps.indexOf('stepCount'),
      stepType: steps.indexOf('stepType'),
    },
    stepWidth: stepTitles.length,
    records: {
      titles: recordTitles,
      delimiter,
      titleLine,
      sampleLines: sampleRecords(lines.slice(3), delimiter),
    },
  };
}

function sampleRecords(lines: readonly TextLine[], delimiter: string): readonly string[] {
  return lines
    .filter((line) => line.closed)
    .map((line) => splitDepth(line.text, delimiter))
    .flatMap((row) => (row.depth === 2 ? [row.rest] : []));
}

/** The number of empty cells in front of a row, and the row without them. */
function splitDepth(text: string, delimiter: string): { readonly depth: number; readonly rest: string } {
  let depth = 0;
  let from = 0;
  for (;;) {
    const end = text.indexOf(delimiter, from);
    const cell = end < 0 ? 'last' : text.slice(from, end).trim();
    if (cell !== '' && !/^"\s*"$/u.test(cell)) return { depth, rest: text.slice(from) };
    depth++;
    from = end + 1;
  }
}

/** What the rows above say about the records that follow. */
interface Place {
  cycle: number;
  step: number;
  stepCount: number;
  /** Index into `stepTypes`. */
  stepType: number;
}

interface Reading {
  readonly layers: Layers;
  readonly table: TableBuilder;
  readonly place: Place;
  readonly stepTypes: string[];
  /** The place of every record, one growing column per field. */
  readonly places: { readonly [F in keyof Place]: number[] };
  cycleRows: number;
  stepRows: number;
}

function wholeNumber(cell: string | undefined): number | undefined {
  return cell !== undefined && /^\d+$/u.test(cell.trim()) ? Number(cell) : undefined;
}

/** Reads one line into the table; blank rows are passed over. */
function mutateByLine(reading: Reading, { text, closed }: TextLine): void {
  const { layers, table } = reading;
  const { depth, rest } = splitDepth(text, layers.delimiter);
  if (rest.trim() === '') return;
  if (depth === 2) readRecord(reading, rest, !closed);
  else if (depth > 2) rejectLine(table, 'no record number');
  else readSummary(reading, rest, depth);
}

function readRecord(reading: Reading, rest: string, cut: boolean): void {
  const { table, place, places } = reading;
  if (table.rows === table.capacity) growTable(table, table.rows + 1);
  const before = table.rows;
  scanGeneralRow(table, rest, cut);
  if (table.rows === before) return;
  places.cycle.push(place.cycle);
  places.step.push(place.step);
  places.stepCount.push(place.stepCount);
  places.stepType.push(place.stepType);
}

/** A cycle row, a step row, or a cycle row with a step row glued to it. */
function readSummary(reading: Reading, rest: string, depth: number): void {
  const { layers, table, place } = reading;
  const cells = splitCells(rest, layers.delimiter) ?? [];
  const cycle = depth === 0 ? wholeNumber(cells[0]) : place.cycle;
  const stepCells = depth === 0 ? cells.slice(layers.cycleWidth) : cells;
  const hasStep = stepCells.some((cell) => cell !== '');
  const step = hasStep ? wholeNumber(stepCells[layers.stepAt.step]) : place.step;
  if (cycle === undefined || step === undefined) {
    rejectLine(table, 'neither a cycle, a step nor a record');
    return;
  }
  place.cycle = cycle;
  if (depth === 0) reading.cycleRows++;
  if (hasStep) enterStep(reading, step, stepCells);
}

function enterStep(reading: Reading, step: number, cells: readonly string[]): void {
  const { place, stepTypes, layers } = reading;
  const type = englishStepType(cells[layers.stepAt.stepType] ?? '');
  const known = stepTypes.indexOf(type);
  place.step = step;
  place.stepCount = wholeNumber(cells[layers.stepAt.stepCount]) ?? Number.NaN;
  place.stepType = known < 0 ? stepTypes.push(type) - 1 : known;
  reading.stepRows++;
}

function startReading(layers: Layers, table: TableBuilder): Reading {
  return {
    layers,
    table,
    place: { cycle: Number.NaN, step: Number.NaN, stepCount: Number.NaN, stepType: -1 },
    stepTypes: [],
    places: { cycle: [], step: [], stepCount: [], stepType: [] },
    cycleRows: 0,
    stepRows: 0,
  };
}

async function readLines(input: FileInput, reading: Reading): Promise<Problem | undefined> {
  const { table } = reading;
  const reader = createLineReader(input.source, {
    encoding: input.head.encoding,
    start: table.layout.dataStart,
    firstLine: table.layout.firstLine,
    signal: input.signal,
    onBytes: input.onBytes,
  });
  for (;;) {
    const batch = await reader.next();
    if (!batch.ok) return batch.problem;
    if (batch.lines.length === 0) return undefined;
    for (const line of batch.lines) {
      table.line = line.line;
      mutateByLine(reading, line);
    }
  }
}

/** Columns that the records inherit; those that no step row has are left out. */
function inheritedColumns({ places, stepTypes }: Reading, found: readonly Column[]): readonly Column[] {
  const own = new Set(found.map((column) => column.name));
  const make = (name: keyof Place): Column => ({
    name,
    unit: '1',
    source: '',
    values: Float64Array.from(places[name]),
    derivedBy: `the ${name === 'cycle' ? 'cycle' : 'step'} row above the record`,
  });
  const stepType: Column = { ...make('stepType'), categories: stepTypes };
  const columns = [
    make('cycle'),
    make('step'),
    make('stepCount'),
    ...(stepTypes.length > 0 ? [stepType] : []),
  ];
  return columns.filter((column) => !own.has(column.name) && !column.values.every(Number.isNaN));
}

export const newareLayered: Format = {
  id: 'neware-layered-csv',
  label: 'Neware cycle, step and record layers in one table',
  vendor: 'Neware',
  extensions: ['csv', 'txt'],
  techniques: 'cycling',
  parserVersion: 1,
  recognise: (head) => findLayers(head) !== undefined,
  async parse(input): Promise<ParseOutcome> {
    const layers = findLayers(input.head);
    if (!layers) return { ok: false, problem: { code: 'malformed', what: 'its title rows cannot be read' } };
    const plan = layoutOf(layers.records, NEWARE_TITLES, input.head);
    if (!plan.ok) return plan;
    const reading = startReading(layers, createTableBuilder(plan.layout, 1024));
    const problem = await readLines(input, reading);
    if (problem) return { ok: false, problem };
    const table = finishTable(reading.table);
    if (table.rows === 0) return { ok: false, problem: noRows(table) };
    const { columns, signRule, warnings } = signCurrentBySteps([
      ...table.columns,
      ...inheritedColumns(reading, table.columns),
    ]);
    const { cycleRows, stepRows } = reading;
    return cyclingOutcome({ ...plan, table, delimiter: layers.delimiter }, columns, {
      head: input.head,
      signRule,
      warnings,
      metadata: { cycleSummaryRows: cycleRows, stepSummaryRows: stepRows },
    });
  },
};
