/** PowerSuite's three-column text: `Frequency Zre Zimg` without units (Hz and ohm), lines ending in CR CR LF. */
import type { FileHead, Format, ParseOutcome } from '#core/import/format.ts';
import type { HeaderTitle } from '#core/import/headerTitle.ts';
import { impedanceAndCyclingOutcome } from '#core/import/impedanceTable.ts';
import type { TitleRule } from '#core/import/titleRules.ts';
import { findTitledTable, readTitledTable, type TitledTable } from '#core/import/titledTable.ts';

const SIGN_RULE = "PowerSuite: Z'' with its true sign; no direct current in the file";

const RULES: readonly TitleRule[] = [
  { titles: ['frequency'], name: 'frequency_Hz', defaultUnit: 'Hz' },
  { titles: ['zre'], name: 'zRe_ohm', defaultUnit: 'ohm' },
  { titles: ['zimg'], name: 'zIm_ohm', defaultUnit: 'ohm' },
];

function isPowerSuiteTitles(titles: readonly HeaderTitle[]): boolean {
  return titles.length === 3 && titles.map(({ source }) => source).join(' ') === 'Frequency Zre Zimg';
}

function findTable(head: FileHead): TitledTable | undefined {
  return findTitledTable(head, isPowerSuiteTitles, { searchLines: 1 });
}

export const powerSuiteText: Format = {
  id: 'powersuite-text',
  label: 'PowerSuite text',
  vendor: 'Ametek',
  extensions: ['txt'],
  techniques: 'impedance',
  parserVersion: 1,
  recognise: (head) => findTable(head) !== undefined,
  async parse(input): Promise<ParseOutcome> {
    const read = await readTitledTable(input, findTable(input.head), RULES);
    return read.ok ? impedanceAndCyclingOutcome(read, { head: input.head, signRule: SIGN_RULE }) : read;
  },
};
