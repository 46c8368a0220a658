/**
 * Autolab: the ASCII export of NOVA (`Frequency (Hz)`, `Z' (Ω)`, `-Z'' (Ω)`, `-Phase (°)`), and the `.P00` files of
 * the older GPES and FRA programs (five lines of header, a count of points, TABs). The minus signs are in the titles.
 */
import type { FileHead, FileInput, Format, ParseOutcome } from '#core/import/format.ts';
import type { HeaderTitle } from '#core/import/headerTitle.ts';
import { impedanceAndCyclingOutcome } from '#core/import/impedanceTable.ts';
import { headLines } from '#core/import/text/textLines.ts';
import type { TitleRule } from '#core/import/titleRules.ts';
import { findTitledTable, readTitledTable, type TitledTable } from '#core/import/titledTable.ts';
import type { Metadata } from '#core/dataset.ts';

const SIGN_RULE = "Autolab: −Z'' and −phase in the file; sign of the current as in the file";

const RULES: readonly TitleRule[] = [
  { titles: ['index'], name: 'record' },
  { titles: ['frequency', 'f'], name: 'frequency_Hz' },
  { titles: ['z'], name: 'zRe_ohm', only: /^Z['’′]$/u },
  { titles: ['z'], name: 'zIm_ohm', factor: -1, only: /^-Z(?:['’′]{2}|")$/u },
  { titles: ['z'], name: 'zModulus_ohm', only: /^\|?Z\|?$/u },
  { titles: ['phase'], name: 'zPhase_deg', factor: -1, only: /^-Phase$/u },
  { titles: ['time', 'timedomain'], name: 'time_s' },
  { titles: ['edc', 'potentialdc', 'potential', 'wepotential'], name: 'voltage_V' },
  { titles: ['idc', 'currentdc', 'current', 'wecurrent'], name: 'current_A' },
];

/** Autolab writes the frequency, Z' and −Z'', the last with its minus sign. */
function isAutolabTitles(titles: readonly HeaderTitle[]): boolean {
  const has = (pattern: RegExp): boolean => titles.some(({ source }) => pattern.test(source));
  const frequency = has(/^(?:Frequency \(Hz\)|f\/Hz)$/u);
  const marked = has(/^-Phase \(/u) || has(/^Edc\/V$/u);
  return frequency && has(/^Z['’′] ?(?:\(|\/Ohm)/u) && has(/^-Z(?:['’′]{2}|") ?(?:\(|\/Ohm)/u) && marked;
}

function findTable(head: FileHead): TitledTable | undefined {
  const found = findTitledTable(head, isAutolabTitles, { searchLines: 12 });
  const count = found?.sampleLines[0];
  if (!found || count === undefined || !/^\s*\d+\s*$/u.test(count)) return found;
  // The line below the titles of a .P00 file counts the points.
  const line = headLines(head, found.titleLine.line + 1).at(-1);
  if (!line) return found;
  const rows = { byte: line.nextByte, line: line.line + 1 };
  return { ...found, sampleLines: found.sampleLines.slice(1), rows };
}

function metadataOf(head: FileHead, titleLine: number): Metadata {
  const lines = headLines(head, titleLine - 1).map(({ text }) => text.trim());
  return { header: lines.filter((text) => text !== '').join(' | ') || null };
}

export const autolabText: Format = {
  id: 'autolab-text',
  label: 'Autolab NOVA text and P00',
  vendor: 'Metrohm Autolab',
  extensions: ['txt', 'csv', 'p00'],
  techniques: 'impedance',
  parserVersion: 1,
  recognise: (head) => findTable(head) !== undefined,
  async parse(input: FileInput): Promise<ParseOutcome> {
    const found = findTable(input.head);
    if (!found) return { ok: false, problem: { code: 'malformed', what: 'its title row cannot be read' } };
    const read = await readTitledTable(input, found, RULES);
    if (!read.ok) return read;
    const metadata = metadataOf(input.head, found.titleLine.line);
    return impedanceAndCyclingOutcome(read, { head: input.head, signRule: SIGN_RULE, metadata });
  },
};
