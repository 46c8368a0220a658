/**
 * Direct-current and impedance rows of one table, told apart and, for the impedance, cut into sweeps. Instruments
 * write several sweeps, loops and rests into one table; a spectrum is only valid within one sweep.
 */
import type { ColumnValues } from '#core/columnValues.ts';
import type { Column } from '#core/dataset.ts';

export interface Table {
  readonly rows: number;
  readonly columns: readonly Column[];
}

export interface Sweep extends Table {
  /** Row of the original table at which the sweep begins. */
  readonly firstRow: number;
}

export interface ImpedanceSplit {
  /** The rows without a frequency; null when there are none. */
  readonly dc: Table | null;
  readonly sweeps: readonly Sweep[];
}

export interface SplitOptions {
  /** Columns (vendor cycle, loop, sequence) whose change begins a new sweep. */
  readonly segmentColumns?: readonly string[];
  /** Rows at which the file says that a loop begins. */
  readonly segmentStarts?: readonly number[];
}

const IMPEDANCE_COLUMN = /^(frequency_Hz|[zy]\w*_(ohm|S|deg))$/;

/** Whether a column only has a meaning at a frequency. */
export function isImpedanceColumn(name: string): boolean {
  return IMPEDANCE_COLUMN.test(name);
}

function gather(columns: readonly Column[], rows: readonly number[]): Column[] {
  return columns.map((column) => {
    const values = new Float64Array(rows.length);
    for (const [i, row] of rows.entries()) values[i] = column.values[row] ?? NaN;
    return { ...column, values };
  });
}

/**
 * True if the step from `previous` to `next` returns over more than half of the range swept so far: a new sweep.
 * A sweep that turns round point by point stays one.
 */
function jumpsBack(
  range: { first: number; low: number; high: number },
  previous: number,
  next: number,
): boolean {
  const span = Math.log(range.high / range.low);
  if (span === 0) return false;
  const down = previous < range.first;
  const back = down ? Math.log(next / previous) : Math.log(previous / next);
  return back > span / 2;
}

/** Row indexes of each sweep. */
function findSweeps(
  frequency: ColumnValues,
  startsSegment: (from: number, to: number) => boolean,
): number[][] {
  const sweeps: number[][] = [];
  let current: number[] = [];
  let range = { first: 0, low: 0, high: 0 };
  for (let row = 0; row < frequency.length; row++) {
    const value = frequency[row] ?? NaN;
    if (!(value > 0)) continue;
    const previous = current.at(-1);
    const isNew =
      previous === undefined ||
      startsSegment(previous, row) ||
      jumpsBack(range, frequency[previous] ?? NaN, value);
    if (isNew) {
      current = [];
      sweeps.push(current);
      range = { first: value, low: value, high: value };
    }
    current.push(row);
    range = { first: range.first, low: Math.min(range.low, value), high: Math.max(range.high, value) };
  }
  return sweeps;
}

function segmentTest(
  columns: readonly Column[],
  options: SplitOptions,
): (from: number, to: number) => boolean {
  const keys = columns.filter(({ name }) => options.segmentColumns?.includes(name));
  const starts = options.segmentStarts ?? [];
  return (from, to) =>
    keys.some(({ values }) => values[from] !== values[to]) ||
    starts.some((start) => start > from && start <= to);
}

function directCurrent(columns: readonly Column[], frequency: ColumnValues): Table | null {
  const rows: number[] = [];
  for (let row = 0; row < frequency.length; row++) if (!((frequency[row] ?? NaN) > 0)) rows.push(row);
  if (rows.length === 0) return null;
  const kept = columns.filter(({ name }) => !isImpedanceColumn(name));
  return { rows: rows.length, columns: rows.length === frequency.length ? kept : gather(kept, rows) };
}

/**
 * Splits a table by its `frequency_Hz` column (rows with a frequency > 0 are impedance). Sweeps begin where a segment
 * column changes, where the file says that a loop begins, and where the frequency jumps back.
 */
export function splitImpedance(table: Table, options: SplitOptions = {}): ImpedanceSplit {
  const frequency = table.columns.find(({ name }) => name === 'frequency_Hz')?.values;
  if (!frequency) return { dc: table, sweeps: [] };
  const sweeps = findSweeps(frequency, segmentTest(table.columns, options));
  return {
    dc: directCurrent(table.columns, frequency),
    sweeps: sweeps.map((rows) => ({
      firstRow: rows[0] ?? 0,
      rows: rows.length,
      columns: gather(table.columns, rows),
    })),
  };
}
