/** Tables that may hold impedance: rows with a frequency become spectra, the others stay a run. */
import { findColumn, type Column, type Dataset, type Metadata } from '#core/dataset.ts';
import { completeImpedance } from '#core/import/completeImpedance.ts';
import type { ParseOutcome } from '#core/import/format.ts';
import { settleImpedanceSign, type SettledSign } from '#core/import/settleImpedanceSign.ts';
import { splitImpedance, type SplitOptions, type Sweep } from '#core/import/splitImpedance.ts';
import {
  cyclingOutcome,
  factsOf,
  tableWarnings,
  type OutcomeOptions,
  type ReadTable,
} from '#core/import/tableOutcome.ts';

export interface ImpedanceOptions extends OutcomeOptions {
  /** How its spectra are called; a number follows where there are several. */
  readonly label?: string;
  /** `ask`: the table's origin does not settle whether Z'' is stored with its true sign. */
  readonly sign?: 'known' | 'ask';
  readonly split?: SplitOptions;
}

/**
 * Cycling for tables without frequency and impedance; else one spectrum per sweep and, if there are rows without
 * frequency, the run they belong to.
 */
export function impedanceAndCyclingOutcome(read: ReadTable, options: ImpedanceOptions): ParseOutcome {
  const completed = completeImpedance(read.table.columns);
  if (!isSpectrum(completed)) return cyclingOutcome(read, read.table.columns, options);
  const { columns, zImSign, warnings } = signOf(read, completed, options.sign ?? 'known');
  const { dc, sweeps } = splitImpedance({ rows: read.table.rows, columns }, options.split);
  const metadata = { ...options.metadata, ...(zImSign !== '' && { zImSign }) };
  const spectra = spectraOf(sweeps, { label: options.label ?? 'Impedance', metadata });
  const told = [...(options.warnings ?? []), ...warnings];
  if (!dc) {
    const facts = factsOf(read, options.head, options.signRule);
    return { ok: true, datasets: spectra, facts, warnings: [...tableWarnings(read), ...told] };
  }
  const run = cyclingOutcome(read, dc.columns, { ...options, warnings: told });
  return run.ok ? { ...run, datasets: [...run.datasets, ...spectra] } : run;
}

/** True for columns that make a spectrum. */
export function isSpectrum(columns: readonly Column[]): boolean {
  return ['frequency_Hz', 'zRe_ohm', 'zIm_ohm'].every((name) => findColumn({ columns }, name));
}

function signOf(read: ReadTable, columns: readonly Column[], sign: 'known' | 'ask'): SettledSign {
  if (sign === 'known') return { columns, zImSign: '', warnings: [] };
  const stated = read.layout.columns.filter(({ factor }) => factor < 0).map(({ name }) => name);
  return settleImpedanceSign(columns, new Set(stated));
}

/** One dataset a sweep, in their order. */
export function spectraOf(
  sweeps: readonly Sweep[],
  { label, metadata }: { readonly label: string; readonly metadata: Metadata },
): Dataset[] {
  return sweeps.map((sweep, index) => ({
    kind: 'impedance',
    label: sweeps.length === 1 ? label : `${label} ${index + 1} of ${sweeps.length}`,
    rows: sweep.rows,
    columns: sweep.columns,
    metadata: { ...metadata, spectrum: index + 1, spectra: sweeps.length, ...timesOf(sweep) },
  }));
}

/** From when to when a sweep was measured, in test time. */
function timesOf({ columns, rows }: Sweep): Metadata {
  const time = findColumn({ columns }, 'time_s')?.values;
  return time ? { sweepStart_s: time[0] ?? null, sweepEnd_s: time[rows - 1] ?? null } : {};
}
