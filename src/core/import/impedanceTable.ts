/** Tables that may hold impedance: rows with a frequency become spectra, the others stay a run. */
import { findColumn, type Dataset } from '#core/dataset.ts';
import type { ParseOutcome } from '#core/import/format.ts';
import { splitImpedance, type Sweep } from '#core/import/splitImpedance.ts';
import {
  cyclingOutcome,
  factsOf,
  tableWarnings,
  type OutcomeOptions,
  type ReadTable,
} from '#core/import/tableOutcome.ts';

/**
 * Cycling for tables without frequency and impedance; else one spectrum per sweep and, if there are rows without
 * frequency, the run they belong to.
 */
export function impedanceAndCyclingOutcome(read: ReadTable, options: OutcomeOptions): ParseOutcome {
  const { columns } = read.table;
  const complete = ['frequency_Hz', 'zRe_ohm', 'zIm_ohm'].every((name) => findColumn({ columns }, name));
  if (!complete) return cyclingOutcome(read, columns, options);
  const { dc, sweeps } = splitImpedance(read.table);
  const spectra = sweeps.map((sweep, index) => spectrum(sweep, labelOf(index, sweeps.length)));
  if (!dc) {
    const warnings = [...tableWarnings(read), ...(options.warnings ?? [])];
    return { ok: true, datasets: spectra, facts: factsOf(read, options.head, options.signRule), warnings };
  }
  const run = cyclingOutcome(read, dc.columns, options);
  return run.ok ? { ...run, datasets: [...run.datasets, ...spectra] } : run;
}

function labelOf(index: number, count: number): string {
  return count === 1 ? 'Impedance' : `Impedance ${index + 1} of ${count}`;
}

function spectrum({ rows, columns }: Sweep, label: string): Dataset {
  return { kind: 'impedance', label, rows, columns, metadata: {} };
}
