/** Tables that may hold impedance: rows with a frequency become spectra, the others stay a run. */
import { findColumn, type Column, type Dataset } from '#core/dataset.ts';
import type { ParseOutcome } from '#core/import/format.ts';
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
  const frequency = findColumn({ columns }, 'frequency_Hz')?.values;
  const complete = findColumn({ columns }, 'zRe_ohm') && findColumn({ columns }, 'zIm_ohm');
  if (!frequency || !complete) return cyclingOutcome(read, columns, options);
  const sweeps = sweepsOf(frequency);
  const spectra = sweeps.map((rows, index) => spectrum(columns, rows, labelOf(index, sweeps.length)));
  const others = [...frequency.keys()].filter((row) => !((frequency[row] ?? 0) > 0));
  if (others.length === 0) {
    const warnings = [...tableWarnings(read), ...(options.warnings ?? [])];
    return { ok: true, datasets: spectra, facts: factsOf(read, options.head, options.signRule), warnings };
  }
  const run = cyclingOutcome(read, takeRows(columns, others), options);
  return run.ok ? { ...run, datasets: [...run.datasets, ...spectra] } : run;
}

function labelOf(index: number, count: number): string {
  return count === 1 ? 'Impedance' : `Impedance ${index + 1} of ${count}`;
}

function spectrum(columns: readonly Column[], rows: readonly number[], label: string): Dataset {
  return { kind: 'impedance', label, rows: rows.length, columns: takeRows(columns, rows), metadata: {} };
}

function takeRows(columns: readonly Column[], rows: readonly number[]): readonly Column[] {
  return columns.map((column) => ({
    ...column,
    values: Float64Array.from(rows, (row) => column.values[row] ?? Number.NaN),
  }));
}

/** Row numbers of each sweep: a new one begins where the frequency turns against the direction of the sweep. */
function sweepsOf(frequency_Hz: Float64Array): readonly (readonly number[])[] {
  const sweeps: number[][] = [];
  let direction = 0;
  let last_Hz = Number.NaN;
  for (const [row, value_Hz] of frequency_Hz.entries()) {
    if (!(value_Hz > 0)) continue;
    const change = Math.sign(value_Hz - last_Hz) || 0;
    const turns = direction !== 0 && change === -direction;
    if (sweeps.length === 0 || turns) sweeps.push([]);
    direction = turns ? 0 : direction || change;
    sweeps.at(-1)?.push(row);
    last_Hz = value_Hz;
  }
  return sweeps;
}
