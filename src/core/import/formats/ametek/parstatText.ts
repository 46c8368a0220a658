/**
 * Text that PowerSuite and VersaStudio write for Parstat instruments: one table with units in brackets, in which rows
 * without a frequency are direct current.
 */
import type { FileHead, Format, ParseOutcome } from '#core/import/format.ts';
import { PARSTAT_TITLES } from '#core/import/formats/ametek/ametekTitles.ts';
import type { HeaderTitle } from '#core/import/headerTitle.ts';
import { impedanceAndCyclingOutcome } from '#core/import/impedanceTable.ts';
import { findTitledTable, readTitledTable, type TitledTable } from '#core/import/titledTable.ts';

const SIGN_RULE = "Parstat: sign of the current as in the file; Z'' with its true sign";

const TITLES = ['Potential (V)', 'Elapsed Time (s)', 'Frequency (Hz)', 'Zre (ohms)', 'Zim (ohms)'];

function isParstatTitles(titles: readonly HeaderTitle[]): boolean {
  return TITLES.every((title) => titles.some(({ source }) => source === title));
}

function findTable(head: FileHead): TitledTable | undefined {
  return findTitledTable(head, isParstatTitles, { searchLines: 4 });
}

export const parstatText: Format = {
  id: 'parstat-text',
  label: 'Parstat text',
  vendor: 'Ametek',
  extensions: ['txt'],
  techniques: 'impedance, cycling',
  parserVersion: 1,
  recognise: (head) => findTable(head) !== undefined,
  async parse(input): Promise<ParseOutcome> {
    const read = await readTitledTable(input, findTable(input.head), PARSTAT_TITLES);
    return read.ok ? impedanceAndCyclingOutcome(read, { head: input.head, signRule: SIGN_RULE }) : read;
  },
};
