/** What lets a long voltage trace be drawn at any zoom at once. */
import { findColumn, type Dataset } from '#core/dataset.ts';
import { minMaxPyramid, type MinMaxPyramid } from '#core/numeric/minMaxPyramid.ts';
import { isNonDecreasing } from '#core/numeric/searchSorted.ts';

export interface VoltageTrace {
  readonly pyramid: MinMaxPyramid;
  readonly timeIsSorted: boolean;
}

export interface TracedColumns {
  readonly time_s: Float64Array;
  readonly voltage_V: Float64Array;
}

/** Null for a dataset that is no cycling run, or whose columns are not kept as the doubles that are drawn. */
export function tracedColumns(dataset: Dataset): TracedColumns | null {
  if (dataset.kind !== 'cycling') return null;
  const time_s = findColumn(dataset, 'time_s')?.values;
  const voltage_V = findColumn(dataset, 'voltage_V')?.values;
  const areDoubles = time_s instanceof Float64Array && voltage_V instanceof Float64Array;
  return areDoubles ? { time_s, voltage_V } : null;
}

export function voltageTrace({ time_s, voltage_V }: TracedColumns): VoltageTrace {
  return { pyramid: minMaxPyramid(voltage_V), timeIsSorted: isNonDecreasing(time_s) };
}
