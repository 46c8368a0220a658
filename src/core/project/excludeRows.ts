/** Rows that the user left out of computations: they are points of spectra; nothing else is computed without rows. */
import type { Dataset } from '#core/dataset.ts';
import type { Warning } from '#core/problem.ts';

export interface ExcludedRows {
  /** Spectra without these rows, everything else as it is. */
  readonly datasets: readonly Dataset[];
  /** How many rows were left out, and how many were not though the study names them. */
  readonly warnings: readonly Warning[];
}

/** @param rowsOf rows from 0 on, of the dataset at that place of the list */
export function excludeRows(
  datasets: readonly Dataset[],
  rowsOf: (index: number) => readonly number[],
): ExcludedRows {
  const excluded = datasets.map(({ rows }, k) => new Set(rowsOf(k).filter((row) => row < rows)));
  const countOf = (isMeant: (dataset: Dataset) => boolean) =>
    datasets.reduce((sum, dataset, k) => sum + (isMeant(dataset) ? (excluded[k]?.size ?? 0) : 0), 0);
  const [count, kept] = [countOf(isSpectrum), countOf((dataset) => !isSpectrum(dataset))];
  return {
    datasets: datasets.map((dataset, k) => withoutRows(dataset, excluded[k] ?? new Set())),
    warnings: [
      ...(count > 0 ? [{ code: 'rows-left-out', count } as const] : []),
      ...(kept > 0 ? [{ code: 'rows-not-left-out', count: kept } as const] : []),
    ],
  };
}

function isSpectrum({ kind }: Dataset): boolean {
  return kind === 'impedance';
}

/** A spectrum without these rows; any other dataset as it is. */
export function withoutRows(dataset: Dataset, excluded: ReadonlySet<number>): Dataset {
  if (!isSpectrum(dataset) || excluded.size === 0) return dataset;
  const columns = dataset.columns.map((column) => ({
    ...column,
    values: column.values.filter((_value: number, row: number) => !excluded.has(row)),
  }));
  return { ...dataset, columns, rows: columns[0]?.values.length ?? 0 };
}
