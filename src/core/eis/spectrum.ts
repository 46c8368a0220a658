/** One impedance spectrum as every computation takes it: finite points with a frequency above zero. */
import type { ColumnValues } from '#core/columnValues.ts';
import { findColumn, type Dataset } from '#core/dataset.ts';

export interface Spectrum {
  readonly frequency_Hz: Float64Array;
  readonly zRe_ohm: Float64Array;
  /** True sign: negative for a capacitor. */
  readonly zIm_ohm: Float64Array;
}

export interface UsableSpectrum {
  readonly spectrum: Spectrum;
  /** Row of the dataset that each point came from. */
  readonly rows: Int32Array;
  /** Rows without a finite impedance or without a frequency above zero. */
  readonly skippedRows: number;
}

function isUsable(frequency_Hz: number, re: number, im: number): boolean {
  return frequency_Hz > 0 && Number.isFinite(frequency_Hz) && Number.isFinite(re) && Number.isFinite(im);
}

/**
 * The usable points of an impedance dataset in the order of its rows, leaving out `excludedRows`.
 * Null when the dataset lacks frequency, Z' or Z''.
 */
export function spectrumOf(
  dataset: Pick<Dataset, 'rows' | 'columns'>,
  excludedRows: ReadonlySet<number> = new Set(),
): UsableSpectrum | null {
  const frequency = findColumn(dataset, 'frequency_Hz')?.values;
  const re = findColumn(dataset, 'zRe_ohm')?.values;
  const im = findColumn(dataset, 'zIm_ohm')?.values;
  if (!frequency || !re || !im) return null;
  const usable = Array.from(frequency.keys()).filter((row) =>
    isUsable(frequency[row] ?? NaN, re[row] ?? NaN, im[row] ?? NaN),
  );
  const kept = Int32Array.from(usable.filter((row) => !excludedRows.has(row)));
  const pick = (values: ColumnValues) => Float64Array.from(kept, (row) => values[row] ?? NaN);
  return {
    spectrum: { frequency_Hz: pick(frequency), zRe_ohm: pick(re), zIm_ohm: pick(im) },
    rows: kept,
    skippedRows: dataset.rows - usable.length,
  };
}
