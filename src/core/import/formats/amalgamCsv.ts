/**
 * CSV with this program's own column names, as `convert --to csv` writes it: one dataset, row 1 the names, no comment
 * lines, an empty cell = not recorded, canonical units, so nothing is scaled. Columns the core has no name for carry
 * the name they were given when they were first read.
 */
import type { CoreColumn } from '#core/columns.ts';
import { CORE_TITLES, withUnitOfName } from '#core/import/coreTitles.ts';
import type { FileHead, Format, ParseOutcome } from '#core/import/format.ts';
import type { HeaderTitle } from '#core/import/headerTitle.ts';
import { impedanceAndCyclingOutcome } from '#core/import/impedanceTable.ts';
import { findTitledTable, readTitledTable, type TitledTable } from '#core/import/titledTable.ts';

const SIGN_RULE = 'core: current > 0 = oxidation at the working electrode';

/** A time or a frequency and something measured, all in core's spelling. */
function isCoreTitles(titles: readonly HeaderTitle[]): boolean {
  const has = (name: CoreColumn): boolean => titles.some((title) => title.source === name);
  const run = has('time_s') && (has('voltage_V') || has('current_A'));
  return run || (has('frequency_Hz') && has('zRe_ohm') && has('zIm_ohm'));
}

function findTable(head: FileHead): TitledTable | undefined {
  return findTitledTable(head, isCoreTitles, { searchLines: 1 });
}

export const amalgamCsv: Format = {
  id: 'amalgam-csv',
  label: 'CSV with the column names of this program',
  vendor: 'Amalgam',
  extensions: ['csv'],
  techniques: 'cycling, impedance',
  parserVersion: 1,
  recognise: (head) => findTable(head) !== undefined,
  async parse(input): Promise<ParseOutcome> {
    const read = await readTitledTable(input, findTable(input.head), CORE_TITLES);
    if (!read.ok) return read;
    const table = { ...read.table, columns: read.table.columns.map(withUnitOfName) };
    return impedanceAndCyclingOutcome(
      { ...read, table, warnings: [] },
      { head: input.head, signRule: SIGN_RULE },
    );
  },
};
