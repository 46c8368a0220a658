import { findColumn, type Dataset } from '#core/dataset.ts';

/**
 * The wall clock (s since 1970, local) at which a run's own time reads 0: its clock column less its time column, on
 * the first row that has both. Null when the file has no clock.
 */
export function runStart_s(dataset: Dataset): number | null {
  const clock = findColumn(dataset, 'clock_s');
  const time = findColumn(dataset, 'time_s');
  if (!clock || !time) return startedAt(dataset);
  const row = clock.values.findIndex((value, i) => Number.isFinite(value) && Number.isFinite(time.values[i]));
  return row < 0 ? startedAt(dataset) : (clock.values[row] ?? NaN) - (time.values[row] ?? NaN);
}

/** The wall clock of the first row: a later technique of a sequence keeps the time since the sequence began. */
export function firstRowClock_s(dataset: Dataset): number | null {
  const start_s = runStart_s(dataset);
  const first_s = findColumn(dataset, 'time_s')?.values.find((value) => Number.isFinite(value)) ?? 0;
  return start_s === null ? null : start_s + first_s;
}

/** Formats without a clock column keep the start as local ISO time; read as if it were UTC, as clocks are here. */
function startedAt({ metadata }: Dataset): number | null {
  const text = metadata['startedAt'];
  const start_s = typeof text === 'string' ? Date.parse(`${text.replace(/Z$/, '')}Z`) / 1000 : NaN;
  return Number.isFinite(start_s) ? start_s : null;
}
