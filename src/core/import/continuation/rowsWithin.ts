import type { ColumnValues } from '#core/columnValues.ts';
import { findColumn, type Column, type Dataset } from '#core/dataset.ts';

/** The column by which rows are first looked for: measured, and different from row to row. */
const KEY = 'voltage_V';

/**
 * The row of `whole` at which the rows of `part` stand, equal in every measured column that both have except times
 * and cycle numbers (which a split file may count anew); -1 when they stand nowhere or nothing can be compared.
 */
export function rowsWithin(whole: Dataset, part: Dataset): number {
  const key = pairOf(whole, part, KEY);
  if (!key || part.rows === 0 || part.rows > whole.rows) return -1;
  const pairs = part.columns.flatMap(({ name }) => pairOf(whole, part, name) ?? []);
  for (let from = 0; from <= whole.rows - part.rows; from += 1) {
    if (standsAt(key, from) && pairs.every((pair) => standsAt(pair, from))) return from;
  }
  return -1;
}

interface Pair {
  readonly whole: ColumnValues;
  readonly part: ColumnValues;
}

/** Counters, times and cycle numbers may start again in a split file; what was measured does not change. */
const MEASURED = [
  'voltage_V',
  'current_A',
  'currentInstant_A',
  'controlCurrent_A',
  'temperature_degC',
  'counterVoltage_V',
];

function pairOf(whole: Dataset, part: Dataset, name: string): Pair | null {
  if (!MEASURED.includes(name)) return null;
  const [a, b] = [findColumn(whole, name), findColumn(part, name)];
  return isMeasured(a) && isMeasured(b) ? { whole: a.values, part: b.values } : null;
}

function isMeasured(column: Column | undefined): column is Column {
  return column !== undefined && column.derivedBy === undefined;
}

function standsAt({ whole, part }: Pair, from: number): boolean {
  for (let i = 0; i < part.length; i += 1) if (!Object.is(whole[from + i], part[i])) return false;
  return true;
}
