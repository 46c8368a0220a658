import type { CyclingTrace } from '#core/cycling/cyclingTrace.ts';
import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import { shareWindow, type RowWindow } from '#core/cycling/shareWindow.ts';
import { medianOf, medianSizeWithin, medianWithin } from '#core/numeric/quantile.ts';

const WINDOW = [0.4, 0.6] as const;

export interface Polarisation {
  /** Median of |E| over the window: the one-sided polarisation. */
  readonly polarisation_V: number;
  /** Median of E over the window, signed. */
  readonly middleVoltage_V: number;
  /** Median of I over the window, signed. */
  readonly current_A: number;
  /** Rows with current in the window; 0 means interpolated between the rows around its middle. */
  readonly samples: number;
}

/**
 * The one-sided polarisation of a half cycle: the median of |E| between 40 and 60 % of its duration, rows at rest left
 * out. A logger triggered by voltage may have no row there; then E is interpolated at 50 %.
 */
export function polarisation(
  trace: CyclingTrace,
  halfCycle: HalfCycle,
  restThreshold_A: number,
): Polarisation {
  const window = shareWindow(trace, halfCycle, ...WINDOW);
  if (trace.timeIsSorted && halfCycle.samples === halfCycle.endRow - halfCycle.firstRow)
    return within(trace, halfCycle, window);
  const rows = rowsWithCurrent(trace, window, restThreshold_A);
  if (rows.length === 0) return interpolated(trace, halfCycle);
  const voltages = valuesAt(trace.voltage_V, rows);
  return {
    polarisation_V: medianSizeWithin(voltages, 0, voltages.length),
    middleVoltage_V: medianOf(voltages),
    current_A: medianOf(valuesAt(trace.current_A, rows)),
    samples: rows.length,
  };
}

/** Where time never falls and current flows in every row, the window's rows are those meant. */
function within(trace: CyclingTrace, halfCycle: HalfCycle, { firstRow, endRow }: RowWindow): Polarisation {
  if (endRow <= firstRow) return interpolated(trace, halfCycle);
  const { voltage_V } = trace;
  const middleVoltage_V = medianWithin(voltage_V, firstRow, endRow);
  return {
    // The median of sizes is the size of the median where no voltage has the other sign: nearly everywhere.
    polarisation_V: keepsSign(voltage_V, firstRow, endRow)
      ? Math.abs(middleVoltage_V)
      : medianSizeWithin(voltage_V, firstRow, endRow),
    middleVoltage_V,
    current_A: medianWithin(trace.current_A, firstRow, endRow),
    samples: endRow - firstRow,
  };
}

function keepsSign(values: Float64Array, from: number, to: number): boolean {
  let [hasPositive, hasNegative] = [false, false];
  for (let i = from; i < to; i += 1) {
    const value = values[i] ?? NaN;
    if (value > 0) hasPositive = true;
    else if (value < 0) hasNegative = true;
  }
  return !(hasPositive && hasNegative);
}

function rowsWithCurrent(trace: CyclingTrace, window: RowWindow, restThreshold_A: number): Uint32Array {
  const { time_s, current_A } = trace;
  const { firstRow, endRow, from_s, to_s } = window;
  const rows = new Uint32Array(endRow - firstRow);
  let count = 0;
  for (let i = firstRow; i < endRow; i += 1) {
    const now_s = time_s[i] ?? NaN;
    if (now_s >= from_s && now_s <= to_s && Math.abs(current_A[i] ?? NaN) >= restThreshold_A)
      rows[count++] = i;
  }
  return rows.subarray(0, count);
}

function valuesAt(column: Float64Array, rows: Uint32Array): Float64Array {
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i += 1) values[i] = column[rows[i] ?? 0] ?? NaN;
  return values;
}

function interpolated(trace: CyclingTrace, halfCycle: HalfCycle): Polarisation {
  const time_s = halfCycle.startTime_s + 0.5 * halfCycle.duration_s;
  let after = halfCycle.firstRow;
  while (after < halfCycle.endRow - 1 && (trace.time_s[after] ?? NaN) < time_s) after += 1;
  const before = Math.max(halfCycle.firstRow, after - 1);
  const t0 = trace.time_s[before] ?? NaN;
  const t1 = trace.time_s[after] ?? NaN;
  const share = t1 > t0 ? Math.min(1, Math.max(0, (time_s - t0) / (t1 - t0))) : 0;
  const between = (column: Float64Array) =>
    (1 - share) * (column[before] ?? NaN) + share * (column[after] ?? NaN);
  const middleVoltage_V = between(trace.voltage_V);
  const polarisation_V = Math.abs(middleVoltage_V);
  return { polarisation_V, middleVoltage_V, current_A: between(trace.current_A), samples: 0 };
}
