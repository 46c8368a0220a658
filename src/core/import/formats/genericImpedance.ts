/**
 * A spectrum in a table of no known vendor, under any usual titles or, with three number columns, under none. Units
 * that the titles do not name are taken as Hz, ohm and degree, and the receipt says so. The sign of Z'' follows the
 * title, then the phase, and is asked for where neither tells (settleImpedanceSign).
 */
import { COLUMNS } from '#core/columns.ts';
import type { FileHead, FileInput, Format, ParseOutcome } from '#core/import/format.ts';
import { parseHeaderTitle } from '#core/import/headerTitle.ts';
import { impedanceAndCyclingOutcome } from '#core/import/impedanceTable.ts';
import { IMPEDANCE_TITLES, understandImpedanceTitle } from '#core/import/impedanceTitles.ts';
import { RUN_TITLES } from '#core/import/runTitles.ts';
import { splitCells } from '#core/import/text/splitCells.ts';
import { headLines, type TextLine } from '#core/import/text/textLines.ts';
import { findRule, type TitleRule } from '#core/import/titleRules.ts';
import { MAX_COLUMNS, readTitledTable, type TitledTable } from '#core/import/titledTable.ts';
import { findUntitledSpectrum, UNTITLED_COLUMNS } from '#core/import/untitledSpectrum.ts';
import type { Warning } from '#core/problem.ts';

const SIGN_RULE = 'table without a vendor: signs as in the file, those of the titles followed';
const TITLE_LINES = 12;
const SAMPLE_LINES = 200;
const DELIMITERS = ['\t', ';', ',', ' '];

interface Found {
  readonly table: TitledTable;
  readonly rules: readonly TitleRule[];
  readonly warnings: readonly Warning[];
}

/** A frequency and one of the forms of an impedance. */
function isSpectrumRow(cells: readonly string[]): boolean {
  const names = new Set(cells.map((cell) => understandImpedanceTitle(cell)?.name));
  const has = (...wanted: (typeof COLUMNS extends Record<infer N, unknown> ? N : never)[]): boolean =>
    wanted.every((name) => names.has(name));
  return (
    has('frequency_Hz') &&
    (has('zRe_ohm', 'zIm_ohm') ||
      has('zModulus_ohm', 'zPhase_deg') ||
      has('yRe_S', 'yIm_S') ||
      has('yModulus_S', 'yPhase_deg'))
  );
}

function titleCells(line: TextLine): { cells: readonly string[]; delimiter: string } | undefined {
  // numpy and others put a comment mark in front of the titles.
  const text = line.text.replace(/^\s*[#%]+/u, '');
  for (const delimiter of DELIMITERS) {
    const cells = (splitCells(text, delimiter) ?? []).slice(0, MAX_COLUMNS + 1);
    if (cells.length >= 3 && isSpectrumRow(cells)) return { cells, delimiter };
  }
  return undefined;
}

function findTable(head: FileHead): Found | undefined {
  if (head.encoding === 'binary') return undefined;
  const lines = headLines(head, TITLE_LINES + SAMPLE_LINES);
  for (const [index, titleLine] of lines.slice(0, TITLE_LINES).entries()) {
    const row = titleCells(titleLine);
    if (!row) continue;
    const below = lines.slice(index + 1).filter((line) => line.closed || line.nextByte === head.size);
    return titledTable(row, titleLine, below);
  }
  return untitledTable(head);
}

function titledTable(
  { cells, delimiter }: { readonly cells: readonly string[]; readonly delimiter: string },
  titleLine: TextLine,
  below: readonly TextLine[],
): Found {
  const understood = cells.map(understandImpedanceTitle);
  const titles = cells.map((cell, i) => understood[i]?.title ?? cell);
  const assumed = understood.flatMap((title, i) =>
    title?.unitAssumed ? [`${cells[i] ?? ''} in ${/\(([^)]*)\)$/u.exec(title.title)?.[1] ?? ''}`] : [],
  );
  const table = { titles, sources: cells, delimiter, titleLine, sampleLines: below.map(({ text }) => text) };
  const unknown = unitless(cells.filter((_, i) => !understood[i]));
  return {
    table,
    rules: [...IMPEDANCE_TITLES, ...unknown.rules, ...RUN_TITLES],
    warnings: [
      ...(assumed.length > 0 ? [{ code: 'units-assumed', detail: assumed.join(', ') } as const] : []),
      ...unknown.warnings,
    ],
  };
}

/** A time or a current without a unit is kept under its title: the spectrum can do without it. */
function unitless(titles: readonly string[]): { rules: TitleRule[]; warnings: Warning[] } {
  const named = titles.map(parseHeaderTitle).filter((title) => {
    const name = findRule(title, RUN_TITLES)?.name;
    return title.unit === null && name !== undefined && name !== null && COLUMNS[name].unit !== '1';
  });
  return {
    rules: named.map(({ skeleton }) => ({ titles: [skeleton], name: null })),
    warnings: named.map(({ source }) => ({ code: 'unknown-column', column: source })),
  };
}

function untitledTable(head: FileHead): Found | undefined {
  const found = findUntitledSpectrum(head);
  if (!found) return undefined;
  const detail = `frequency in Hz, Z' in ohm and Z'' in ohm, in this order`;
  return { table: found, rules: IMPEDANCE_TITLES, warnings: [{ code: 'titles-assumed', detail }] };
}

async function parse(input: FileInput): Promise<ParseOutcome> {
  const found = findTable(input.head);
  if (!found) return { ok: false, problem: { code: 'malformed', what: 'its title row cannot be read' } };
  const read = await readTitledTable(input, found.table, found.rules);
  if (!read.ok) return read;
  return impedanceAndCyclingOutcome(read, {
    head: input.head,
    signRule: SIGN_RULE,
    sign: 'ask',
    warnings: found.warnings,
    metadata: found.table.titles === UNTITLED_COLUMNS ? { titles: 'none in the file' } : {},
  });
}

export const genericImpedance: Format = {
  id: 'generic-impedance',
  label: 'Table with a frequency and an impedance, any usual titles or none',
  vendor: 'any',
  extensions: ['csv', 'txt', 'tsv', 'dat'],
  techniques: 'impedance',
  parserVersion: 1,
  recognise: (head) => findTable(head) !== undefined,
  parse,
};
