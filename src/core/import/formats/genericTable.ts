/**
 * Any flat table whose titles name time, current and voltage (or frequency and impedance) with their units, in
 * brackets or behind a slash: `Time (s)`, `I /mA`, `Voltage [V]`, `freq/Hz`. A title without a unit is refused by
 * name, because s, min and h, or mA and A, cannot be told apart. What positive current means is not known here.
 */
import type { FileHead, Format, ParseOutcome } from '#core/import/format.ts';
import type { HeaderTitle } from '#core/import/headerTitle.ts';
import { impedanceAndCyclingOutcome } from '#core/import/impedanceTable.ts';
import { findRule, type TitleRule } from '#core/import/titleRules.ts';
import { findTitledTable, readTitledTable, type TitledTable } from '#core/import/titledTable.ts';

const SIGN_RULE = 'table without a vendor: sign of the current as in the file, charge > 0 assumed';

const RULES: readonly TitleRule[] = [
  {
    titles: ['time', 'testtime', 'totaltime', 'elapsedtime', 'runtime', 't'],
    name: 'time_s',
    kind: 'duration',
  },
  { titles: ['steptime'], name: 'stepTime_s', kind: 'duration' },
  { titles: ['date', 'datetime', 'timestamp'], name: 'clock_s', kind: 'date' },
  { titles: ['current', 'i', 'im', 'amps'], name: 'current_A' },
  {
    titles: ['voltage', 'potential', 'e', 'u', 'v', 'vf', 'ewe', 'ecell', 'cellvoltage', 'volts'],
    name: 'voltage_V',
  },
  { titles: ['capacity', 'q'], name: 'capacity_Ah' },
  { titles: ['chargecapacity', 'chargingcapacity'], name: 'chargeCapacity_Ah' },
  { titles: ['dischargecapacity', 'dischargingcapacity'], name: 'dischargeCapacity_Ah' },
  { titles: ['energy'], name: 'energy_Wh' },
  { titles: ['power'], name: 'power_W' },
  { titles: ['temperature'], name: 'temperature_degC' },
  { titles: ['cycle', 'cyclenumber', 'cycleindex', 'cyclecount'], name: 'cycle' },
  { titles: ['step', 'stepnumber', 'stepindex'], name: 'step' },
  { titles: ['frequency', 'freq', 'f'], name: 'frequency_Hz' },
  { titles: ['rez', 'zre', 'zreal'], name: 'zRe_ohm' },
  { titles: ['imz', 'zim', 'zimag'], name: 'zIm_ohm', factor: -1, only: /^\s*-/u },
  { titles: ['imz', 'zim', 'zimag'], name: 'zIm_ohm' },
  { titles: ['z'], name: 'zRe_ohm', only: /^\s*z\s*['’′]\s*$/iu },
  { titles: ['z'], name: 'zIm_ohm', factor: -1, only: /^\s*-\s*z\s*(?:['’′]{2}|["”″])\s*$/iu },
  { titles: ['z'], name: 'zIm_ohm', only: /^\s*z\s*(?:['’′]{2}|["”″])\s*$/iu },
  { titles: ['z', 'zmod'], name: 'zModulus_ohm', only: /^\|.*\||zmod/iu },
  { titles: ['phasez', 'phaseofz', 'zphz'], name: 'zPhase_deg' },
];

/** The quantities are named; whether their units are named too is judged while reading, to refuse with a reason. */
function isTableTitles(titles: readonly HeaderTitle[]): boolean {
  const names = new Set(titles.map((title) => findRule(title, RULES)?.name));
  const run = names.has('time_s') && names.has('current_A') && names.has('voltage_V');
  return run || (names.has('frequency_Hz') && names.has('zRe_ohm') && names.has('zIm_ohm'));
}

function findTable(head: FileHead): TitledTable | undefined {
  return findTitledTable(head, isTableTitles);
}

export const genericTable: Format = {
  id: 'generic-table',
  label: 'Table with time, current and voltage, units in its titles',
  vendor: 'any',
  extensions: ['csv', 'txt', 'tsv', 'dat'],
  techniques: 'cycling, impedance',
  parserVersion: 1,
  recognise: (head) => findTable(head) !== undefined,
  async parse(input): Promise<ParseOutcome> {
    const found = findTable(input.head);
    if (!found) return { ok: false, problem: { code: 'malformed', what: 'its title row cannot be read' } };
    const read = await readTitledTable(input, found, RULES);
    if (!read.ok) return read;
    return impedanceAndCyclingOutcome(read, { head: input.head, signRule: SIGN_RULE });
  },
};
