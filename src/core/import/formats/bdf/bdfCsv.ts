/**
 * Battery Data Format CSV: one title row, either machine names (`test_time_second, voltage_volt, current_ampere`) or
 * labels with the unit behind a slash (`Test Time / s`). The unit is part of the standard. Positive current charges.
 */
import { COLUMNS, type CoreColumn } from '#core/columns.ts';
import { CORE_TITLES } from '#core/import/coreTitles.ts';
import type { FileHead, Format, ParseOutcome } from '#core/import/format.ts';
import type { HeaderTitle } from '#core/import/headerTitle.ts';
import { skeletonOf } from '#core/import/headerTitle.ts';
import { impedanceAndCyclingOutcome } from '#core/import/impedanceTable.ts';
import type { TitleRule } from '#core/import/titleRules.ts';
import { findTitledTable, readTitledTable, type TitledTable } from '#core/import/titledTable.ts';

const SIGN_RULE = 'Battery Data Format: charge > 0, taken as oxidation at the working electrode';

/** Labels that differ from the machine name without its unit, and second spellings of machine names. */
const SYNONYMS: readonly (readonly [CoreColumn, readonly string[]])[] = [
  ['charge_Ah', ['net_capacity_ampere_hour']],
  ['chargeCapacity_Ah', ['charging_capacity_ampere_hour']],
  ['dischargeCapacity_Ah', ['discharging_capacity_ampere_hour']],
  ['chargeEnergy_Wh', ['charging_energy_watt_hour']],
  ['dischargeEnergy_Wh', ['discharging_energy_watt_hour']],
  ['temperature_degC', ['ambient_temperature_degc', 'ambient_temperature_celcius']],
  ['cycle', ['cycle_dimensionless']],
];

/** `Charging Capacity / Ah` is the label of `charging_capacity_ah`. */
function labelSkeleton(machineName: string): string {
  return skeletonOf(machineName.replace(/_(?:second|ampere|volt|ah|wh|watt|ohm|celsius|hertz)$/u, ''));
}

const BDF_TITLES: readonly TitleRule[] = (Object.keys(COLUMNS) as CoreColumn[]).flatMap((name) => {
  const definition = COLUMNS[name];
  if (!('bdf' in definition)) return [];
  const others = SYNONYMS.find(([core]) => core === name)?.[1] ?? [];
  const machine = [definition.bdf, ...others].map(skeletonOf);
  return [
    { titles: machine, name, defaultUnit: definition.unit },
    { titles: [labelSkeleton(definition.bdf)], name },
  ];
});

/** The standard's names first; columns it has no name for may stand beside them under the core's. */
const RULES = [...BDF_TITLES, ...CORE_TITLES];

function isBdfTitles(titles: readonly HeaderTitle[]): boolean {
  const sources = new Set(titles.map((title) => title.source));
  const machine = ['test_time_second', 'voltage_volt', 'current_ampere', 'frequency_hertz'].filter((name) =>
    sources.has(name),
  );
  const labels = ['Test Time / s', 'Voltage / V', 'Current / A', 'Frequency / Hz'].filter((name) =>
    sources.has(name),
  );
  return machine.length + labels.length >= 2 || (machine.length === 1 && sources.has('real_impedance_ohm'));
}

function findTable(head: FileHead): TitledTable | undefined {
  return findTitledTable(head, isBdfTitles);
}

export const bdfCsv: Format = {
  id: 'bdf-csv',
  label: 'Battery Data Format CSV',
  vendor: 'Battery Data Alliance',
  extensions: ['csv'],
  techniques: 'cycling, impedance',
  parserVersion: 1,
  recognise: (head) => findTable(head) !== undefined,
  async parse(input): Promise<ParseOutcome> {
    const read = await readTitledTable(input, findTable(input.head), RULES);
    if (!read.ok) return read;
    return impedanceAndCyclingOutcome(read, { head: input.head, signRule: SIGN_RULE });
  },
};
