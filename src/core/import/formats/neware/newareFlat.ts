/**
 * Neware flat table: the "recording layer" CSV of BTSDA 8 and the `Record` sheets of older BTS saved as text.
 *
 * One title row, units in brackets as the user has set them (uA, mA, A; mV, V; mAs, mAh, Ah; mWs, mWh, Wh), a comma
 * (older: TAB) between cells, a trailing comma in newer versions, windows-1252 or UTF-8; Chinese titles in GB18030 or
 * UTF-8. `Time` counts from the start of the step, `Total Time` or `Cumulative Time` from the start of the test with
 * hours above 24. `Step Index` is the line of the protocol and repeats every cycle. Capacities and energies start
 * again at every step and carry no sign; the current has one (charge > 0). The lost micro sign of a title may stand
 * as `?`. Known from files of BTSDA 8 (two versions) and, for Chinese titles and older versions, from title lists.
 */
import type { Column } from '#core/dataset.ts';
import type { FileHead, Format, ParseOutcome } from '#core/import/format.ts';
import { signCurrentBySteps } from '#core/import/formats/neware/currentSign.ts';
import { NEWARE_TITLES } from '#core/import/formats/neware/newareTitles.ts';
import { englishStepType } from '#core/import/formats/neware/stepType.ts';
import type { HeaderTitle } from '#core/import/headerTitle.ts';
import { cyclingOutcome } from '#core/import/tableOutcome.ts';
import { findRule } from '#core/import/titleRules.ts';
import { findTitledTable, readTitledTable, type TitledTable } from '#core/import/titledTable.ts';

/** Titles that no other vendor uses, by letters and digits. */
const SIGNATURES = new Set([
  ...[
    'cumulativetime',
    'totaltime',
    'chgcap',
    'dchgcap',
    'chgspeccap',
    'contactresistance',
    'modulestartstopswitch',
  ],
  ...[
    'capacitancechg',
    'capacitancedchg',
    'engychg',
    'relativetime',
    'absolutetime',
    'realtime',
    'jumpto',
    'cur',
  ],
  ...['工步号', '工步类型', '工步', '步次', '工步序号', '循环号', '循环序号', '圈数', '数据序号', '绝对时间'],
]);
const RECORDS = new Set(['record', 'cycle', 'step', 'stepType']);

function isNewareTitles(titles: readonly HeaderTitle[]): boolean {
  const names = new Set(titles.map((title) => findRule(title, NEWARE_TITLES)?.name));
  const counts = [...RECORDS].some((name) => names.has(name as 'record'));
  const measures = names.has('current_A') || names.has('voltage_V');
  const signed = titles.some((title) => SIGNATURES.has(title.skeleton)) || names.has('stepType');
  // An empty title in front is the record layer of a table in three layers.
  if (titles[0]?.source === '') return false;
  return counts && measures && signed && !titles.some((title) => title.skeleton === 'datetime');
}

function findTable(head: FileHead): TitledTable | undefined {
  return findTitledTable(head, isNewareTitles);
}

/** The columns with step types in one spelling. */
function inEnglish(columns: readonly Column[]): readonly Column[] {
  return columns.map((column) => {
    if (column.name !== 'stepType' || !column.categories) return column;
    return { ...column, categories: column.categories.map(englishStepType) };
  });
}

export const newareFlat: Format = {
  id: 'neware-csv',
  label: 'Neware BTSDA or BTS table (recording layer)',
  vendor: 'Neware',
  extensions: ['csv', 'txt'],
  techniques: 'cycling',
  parserVersion: 1,
  recognise: (head) => findTable(head) !== undefined,
  async parse(input): Promise<ParseOutcome> {
    const read = await readTitledTable(input, findTable(input.head), NEWARE_TITLES);
    if (!read.ok) return read;
    const { columns, signRule, warnings } = signCurrentBySteps(inEnglish(read.table.columns));
    return cyclingOutcome(read, columns, { head: input.head, signRule, warnings });
  },
};
