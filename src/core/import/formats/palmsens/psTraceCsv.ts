/**
 * PSTrace CSV of PalmSens, mostly UTF-16: below lines such as `Measurement:` and `Notes:` stand impedance tables
 * (`freq / Hz,neg. Phase / °,…`), one below the other, and blocks of curves side by side under one row of units.
 * Version-control programs may have doubled its line ends; blank lines mean nothing.
 */
import type { FileHead, FileInput, Format, ParseOutcome } from '#core/import/format.ts';
import { readPsTraceBlocks } from '#core/import/formats/palmsens/psTraceBlocks.ts';
import { readPsTraceSpectrum } from '#core/import/formats/palmsens/psTraceSpectrum.ts';
import { joinOutcomes, type Parsed } from '#core/import/joinOutcomes.ts';
import { createSectionCollector, type SectionCollector } from '#core/import/tableSections.ts';
import { parseNumber } from '#core/import/text/parseNumber.ts';
import { splitCells } from '#core/import/text/splitCells.ts';
import { headLines, type TextLine } from '#core/import/text/textLines.ts';
import { visitLines } from '#core/import/text/visitLines.ts';
import type { Problem, Warning } from '#core/problem.ts';

const SPECTRUM_TITLES = /^"?freq\s*\/\s*Hz"?\s*[,;\t]/iu;
const BLOCK_DATES = /^"?Date and time measurement:/iu;
const DATE = /^"?(?:File date|Date and time):"?[,;\t]\s*(.+?)[,;\s]*$/iu;
const FREQUENCIES = /\bfreqs?\b/iu;

interface Contents {
  readonly spectra: SectionCollector;
  readonly blocks: SectionCollector;
  date: string | null;
}

/** The separator that most lists of a file use. */
function delimiterOf(text: string): string {
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: text.split(mark).length }));
  return counts.reduce((a, b) => (b.count > a.count ? b : a)).mark;
}

function isNumberRow(text: string, delimiter: string): boolean {
  const cells = splitCells(text, delimiter) ?? [];
  const mark = delimiter === ',' ? '.' : ',';
  return (
    cells.some((cell) => cell !== '') &&
    cells.every((cell) => (parseNumber(cell, '.') ?? parseNumber(cell, mark)) !== undefined)
  );
}

interface Place {
  /** The line above, blank ones left out. */
  before: string;
  /** Titles of the curves whose units come next. */
  curveTitles: string | undefined;
  delimiter: string;
}

function createVisitor(contents: Contents): (line: TextLine) => void {
  const { spectra, blocks } = contents;
  const place: Place = { before: '', curveTitles: undefined, delimiter: ',' };
  return (line) => {
    if (line.text.trim() === '') return;
    const open = [spectra, blocks].find((each) => each.isOpen());
    if (open && isNumberRow(line.text, place.delimiter)) {
      open.add(line);
      return;
    }
    spectra.close();
    blocks.close();
    visitHeader(contents, place, line);
    place.before = line.text;
  };
}

/** A line between the tables, which may open one. */
function visitHeader(contents: Contents, place: Place, titleLine: TextLine): void {
  const { text } = titleLine;
  const { before, curveTitles } = place;
  if (SPECTRUM_TITLES.test(text) || curveTitles !== undefined) place.delimiter = delimiterOf(text);
  const { delimiter } = place;
  const cells = (row: string): readonly string[] => splitCells(row, delimiter) ?? [];
  if (SPECTRUM_TITLES.test(text)) {
    const name = FREQUENCIES.test(before) ? (cells(before)[0] ?? '') : '';
    contents.spectra.open({ name, titles: cells(text), delimiter, titleLine });
  } else if (curveTitles !== undefined) {
    const sources = cells(curveTitles);
    contents.blocks.open({ name: 'curves', titles: cells(text), sources, delimiter, titleLine });
  } else {
    contents.date ??= DATE.exec(text)?.[1] ?? null;
  }
  place.curveTitles = BLOCK_DATES.test(text) ? before : undefined;
}

function refused(skipped: readonly Warning[]): Problem {
  const [first] = skipped;
  if (first?.code !== 'table-skipped') return { code: 'no-data-rows' };
  return {
    code: 'known-unsupported',
    format: `a PalmSens CSV without a spectrum or a run over time; ${first.table}: ${first.reason}`,
    holds: 'measurement',
    advice: 'Impedance, and curves against time, are read from PSTrace CSV files.',
  };
}

async function parse(input: FileInput): Promise<ParseOutcome> {
  const contents: Contents = {
    spectra: createSectionCollector(),
    blocks: createSectionCollector(),
    date: null,
  };
  const stopped = await visitLines(input, createVisitor(contents));
  if (stopped) return { ok: false, problem: stopped };
  const { spectra, blocks, date } = contents;
  spectra.close();
  blocks.close();
  const skipped: Warning[] = [];
  const parts: Parsed[] = [];
  for (const section of blocks.sections) {
    const outcome = await readPsTraceBlocks(input, section, { date });
    if (!outcome.ok) return outcome;
    skipped.push(...outcome.skipped);
    if (outcome.parsed) parts.push(outcome.parsed);
  }
  for (const [index, section] of spectra.sections.entries()) {
    const place = { index, count: spectra.sections.length, date };
    const outcome = await readPsTraceSpectrum(input, section, place);
    if (!outcome.ok) return outcome;
    parts.push(outcome);
  }
  return parts.length > 0 ? joinOutcomes(parts, skipped) : { ok: false, problem: refused(skipped) };
}

const FIRST_LINE = /^"?(?:File date|Date and time|Measurement):"?[,;\t]/iu;

function recognise(head: FileHead): boolean {
  if (head.encoding === 'binary') return false;
  const lines = headLines(head, 60).map(({ text }) => text.replace(/^\uFEFF/u, ''));
  const first = lines.find((text) => text.trim() !== '') ?? '';
  const tables = lines.some((text) => SPECTRUM_TITLES.test(text) || BLOCK_DATES.test(text));
  return FIRST_LINE.test(first) && (tables || lines.some((text) => /^"?(?:Measurement|Notes):/iu.test(text)));
}

export const psTraceCsv: Format = {
  id: 'pstrace-csv',
  label: 'PalmSens PSTrace CSV',
  vendor: 'PalmSens',
  extensions: ['csv'],
  techniques: 'impedance, chronomethods',
  parserVersion: 1,
  recognise,
  parse,
};
