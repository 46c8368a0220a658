/**
 * Any flat table whose titles name time, current and voltage with their units, in brackets or behind a slash:
 * `Time (s)`, `I /mA`, `Voltage [V]`. A title without a unit is refused by
 * name, because s, min and h, or mA and A, cannot be told apart. What positive current means is not known here.
 */
import type { FileHead, Format, ParseOutcome } from '#core/import/format.ts';
import type { HeaderTitle } from '#core/import/headerTitle.ts';
import { RUN_TITLES } from '#core/import/runTitles.ts';
import { cyclingOutcome } from '#core/import/tableOutcome.ts';
import { findRule } from '#core/import/titleRules.ts';
import { findTitledTable, readTitledTable, type TitledTable } from '#core/import/titledTable.ts';

const SIGN_RULE = 'table without a vendor: sign of the current as in the file, charge > 0 assumed';

/** The quantities are named; whether their units are named too is judged while reading, to refuse with a reason. */
function isTableTitles(titles: readonly HeaderTitle[]): boolean {
  const names = new Set(titles.map((title) => findRule(title, RUN_TITLES)?.name));
  return names.has('time_s') && names.has('current_A') && names.has('voltage_V');
}

function findTable(head: FileHead): TitledTable | undefined {
  return findTitledTable(head, isTableTitles);
}

export const genericTable: Format = {
  id: 'generic-table',
  label: 'Table with time, current and voltage, units in its titles',
  vendor: 'any',
  extensions: ['csv', 'txt', 'tsv', 'dat'],
  techniques: 'cycling',
  parserVersion: 2,
  recognise: (head) => findTable(head) !== undefined,
  async parse(input): Promise<ParseOutcome> {
    const read = await readTitledTable(input, findTable(input.head), RUN_TITLES);
    if (!read.ok) return read;
    return cyclingOutcome(read, read.table.columns, { head: input.head, signRule: SIGN_RULE });
  },
};
