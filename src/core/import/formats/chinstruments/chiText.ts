/**
 * Text files of CH Instruments: the date, the technique in line 2, settings, then a title row with units behind
 * slashes and a blank line before the rows. Z'' has its true sign. Current > 0 is cathodic in CHI's own convention
 * unless the user changed it, so that its sign is left as the file has it.
 */
import type { FileHead, Format, ParseOutcome } from '#core/import/format.ts';
import type { HeaderTitle } from '#core/import/headerTitle.ts';
import { impedanceAndCyclingOutcome } from '#core/import/impedanceTable.ts';
import { headLines } from '#core/import/text/textLines.ts';
import type { TitleRule } from '#core/import/titleRules.ts';
import { findTitledTable, readTitledTable, type TitledTable } from '#core/import/titledTable.ts';
import type { Metadata } from '#core/dataset.ts';

const SIGN_RULE =
  'CH Instruments: sign of the current as in the file; the program may show cathodic as positive';
const HEADER_LINES = 200;

const RULES: readonly TitleRule[] = [
  { titles: ['time'], name: 'time_s' },
  { titles: ['potential'], name: 'voltage_V' },
  { titles: ['current'], name: 'current_A' },
  { titles: ['charge'], name: 'charge_Ah' },
  { titles: ['freq'], name: 'frequency_Hz' },
  { titles: ['z'], name: 'zRe_ohm', only: /^Z'$/u },
  { titles: ['z'], name: 'zIm_ohm', only: /^Z(?:"|'')$/u },
  { titles: ['z'], name: 'zModulus_ohm', only: /^Z$/u },
  { titles: ['phase'], name: 'zPhase_deg' },
];

/** `Freq/Hz, Z'/ohm…`, `Potential/V, Current/A`, `Time/sec, Current/A`: every title has its unit. */
function isTitleRow(titles: readonly HeaderTitle[]): boolean {
  const first = titles[0];
  return (
    first !== undefined &&
    /^(?:freq|potential|time)$/u.test(first.skeleton) &&
    titles.every((t) => t.unit !== null)
  );
}

function findTable(head: FileHead): TitledTable | undefined {
  return findTitledTable(head, isTitleRow, { searchLines: HEADER_LINES });
}

function metadataOf(head: FileHead, titleLine: number): Metadata {
  const lines = headLines(head, titleLine - 1).map(({ text }) => text.trim());
  const settings = lines.flatMap((line) => {
    const match = /^([^=]+?)\s*=\s*(.+)$/u.exec(line);
    return match ? [[`setting ${match[1] ?? ''}`, match[2] ?? ''] as const] : [];
  });
  return { date: lines[0] ?? null, technique: lines[1] ?? null, ...Object.fromEntries(settings) };
}

export const chiText: Format = {
  id: 'chi-text',
  label: 'CH Instruments text',
  vendor: 'CH Instruments',
  extensions: ['txt', 'csv'],
  techniques: 'impedance, chronomethods',
  parserVersion: 1,
  recognise: (head) =>
    head.encoding !== 'binary' &&
    headLines(head, 12).some(({ text }) => /^Instrument Model:\s*CHI/u.test(text)),
  async parse(input): Promise<ParseOutcome> {
    const found = findTable(input.head);
    if (!found) {
      return { ok: false, problem: { code: 'truncated', what: 'the header, before its column titles' } };
    }
    const read = await readTitledTable(input, found, RULES);
    if (!read.ok) return read;
    const metadata = metadataOf(input.head, found.titleLine.line);
    return impedanceAndCyclingOutcome(read, { head: input.head, signRule: SIGN_RULE, metadata });
  },
};
