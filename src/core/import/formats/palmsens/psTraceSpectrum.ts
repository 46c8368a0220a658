/** One impedance table of a PSTrace CSV. */
import { findColumn, type Column } from '#core/dataset.ts';
import type { FileInput, ParseOutcome } from '#core/import/format.ts';
import { impedanceAndCyclingOutcome } from '#core/import/impedanceTable.ts';
import type { TableSection } from '#core/import/tableSections.ts';
import type { TitleRule } from '#core/import/titleRules.ts';
import { readTitledTable } from '#core/import/titledTable.ts';

const SIGN_RULE = "PSTrace: Z'' and the phase are stored negated, whatever the title of Z'' says";

const RULES: readonly TitleRule[] = [
  { titles: ['freq'], name: 'frequency_Hz' },
  { titles: ['negphase', 'phase'], name: 'zPhase_deg', factor: -1, only: /^(?:neg\.?|-)\s*Phase$/iu },
  { titles: ['phase'], name: 'zPhase_deg' },
  { titles: ['z'], name: 'zRe_ohm', only: /^Z'$/u },
  // PSTrace writes −Z'' under both titles, the older Z'' and the newer -Z''.
  { titles: ['z'], name: 'zIm_ohm', factor: -1, only: /^-?Z''$/u },
  { titles: ['z'], name: 'zModulus_ohm', only: /^Z$/u },
  { titles: ['idc'], name: 'current_A' },
  { titles: ['edc'], name: 'voltage_V' },
  { titles: ['time'], name: 'time_s' },
  { titles: ['cs'], name: 'seriesCapacitance_F' },
];

export interface SpectrumPlace {
  readonly index: number;
  readonly count: number;
  readonly date: string | null;
}

export async function readPsTraceSpectrum(
  input: FileInput,
  section: TableSection,
  { index, count, date }: SpectrumPlace,
): Promise<ParseOutcome> {
  const read = await readTitledTable(input, section, RULES);
  if (!read.ok) return read;
  const columns = read.table.columns.map((column) =>
    column.name === 'seriesCapacitance_F' ? capacitance(column, read.table.columns) : column,
  );
  return impedanceAndCyclingOutcome(
    { ...read, table: { ...read.table, columns } },
    {
      head: input.head,
      signRule: SIGN_RULE,
      metadata: { date, description: section.name || null },
      label: count === 1 ? 'Impedance' : `Spectrum ${index + 1} of ${count}`,
    },
  );
}

/** Agreement that tells a value from its reciprocal; both are far apart unless they are near one farad. */
const AGREES = 0.05;

/** `Cs / F` holds 1/C in the files seen; Z'' tells, as C = −1 / (2π f Z''). When neither fits, the name is left open. */
function capacitance(column: Column, columns: readonly Column[]): Column {
  const frequency = findColumn({ columns }, 'frequency_Hz')?.values ?? new Float64Array(0);
  const im = findColumn({ columns }, 'zIm_ohm')?.values ?? new Float64Array(0);
  const elastance = (row: number): number => -2 * Math.PI * (frequency[row] ?? NaN) * (im[row] ?? NaN);
  const share = (expected: (row: number) => number): number =>
    column.values.filter((value, row) => Math.abs(value / expected(row) - 1) < AGREES).length /
    column.values.length;
  if (share((row) => 1 / elastance(row)) > 0.5) return column;
  if (share(elastance) <= 0.5) return { ...column, name: column.source };
  return {
    ...column,
    values: column.values.map((value) => 1 / value),
    derivedBy: 'reciprocal of the cell: the file writes 1/C under this title',
  };
}
