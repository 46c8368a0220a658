/**
 * Arbin CSV: MITS 8 and 10 exports (`Test Time (s)`, UTF-8 with byte order mark), MITS 7 names (`Test_Time(s)`), and
 * dumps of the results database without units (`Test_Time`, always s, A, V, Ah, Wh, ohm; `DateTime` in seconds since
 * 1970). Any subset of columns with a time and current or voltage is read.
 *
 * `Date Time` is US (month first) with a TAB in front, or ISO in older files. Indexes may be written `0.0`. Current is
 * signed, charge > 0. Capacity counters start again wherever the schedule says so, or never; they are kept as they
 * are. Pairs of rows half a millisecond apart are normal. Known from MITS 8, MITS 10 and database files.
 */
import type { FileHead, Format, ParseOutcome } from '#core/import/format.ts';
import { ARBIN_TITLES } from '#core/import/formats/arbin/arbinTitles.ts';
import type { HeaderTitle } from '#core/import/headerTitle.ts';
import { cyclingOutcome } from '#core/import/tableOutcome.ts';
import { findTitledTable, readTitledTable, type TitledTable } from '#core/import/titledTable.ts';

const SIGN_RULE = 'Arbin: signed in the file, charge > 0, taken as oxidation at the working electrode';
const TIMES = ['testtime', 'datetime'];
const OWN = ['datapoint', 'datetime', 'steptime', 'stepindex', 'cycleindex', 'chargecapacity', 'tccounter1'];
/** `Test Time (s)` and `Test_Time`, but not `test_time_second` or `Test Time / s`. */
const SPELLING = /^(?:Test[ _]Time|Date[ _]?Time)(?:\s*\(|$)/u;

function isArbinTitles(titles: readonly HeaderTitle[]): boolean {
  const skeletons = new Set(titles.map((title) => title.skeleton));
  const has = (skeleton: string): boolean => skeletons.has(skeleton);
  return (
    TIMES.some(has) &&
    (has('current') || has('voltage')) &&
    OWN.some(has) &&
    titles.some((title) => SPELLING.test(title.source)) &&
    // Maccor's CSV has `Test Time (sec)` and `Rec`; Neware's step type has no counterpart here.
    !has('rec') &&
    !has('steptype')
  );
}

function findTable(head: FileHead): TitledTable | undefined {
  return findTitledTable(head, isArbinTitles);
}

export const arbinCsv: Format = {
  id: 'arbin-csv',
  label: 'Arbin MITS or database CSV',
  vendor: 'Arbin',
  extensions: ['csv'],
  techniques: 'cycling',
  parserVersion: 1,
  recognise: (head) => findTable(head) !== undefined,
  async parse(input): Promise<ParseOutcome> {
    const read = await readTitledTable(input, findTable(input.head), ARBIN_TITLES);
    if (!read.ok) return read;
    return cyclingOutcome(read, read.table.columns, { head: input.head, signRule: SIGN_RULE });
  },
};
