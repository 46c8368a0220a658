const FALLS_TO = 0.4;
const LEAST_GAP_S = 1;
const DENSER = 10;

/**
 * Rows (from 0) at which the current must have been off just before, in a run that did not record it: |E| starts anew from
 * less than 0.4 of what it was, after at least a second without a row, and the logger then writes at least ten times as
 * densely, as it does when a step begins. A spectrum measured between two loops leaves this trace and no other.
 */
export function findInterruptions(time_s: Float64Array, voltage_V: Float64Array): number[] {
  const rows: number[] = [];
  for (let i = 1; i + 1 < time_s.length; i += 1) {
    const gap_s = (time_s[i] ?? NaN) - (time_s[i - 1] ?? NaN);
    const next_s = (time_s[i + 1] ?? NaN) - (time_s[i] ?? NaN);
    const fell = Math.abs(voltage_V[i] ?? NaN) < FALLS_TO * Math.abs(voltage_V[i - 1] ?? NaN);
    if (fell && gap_s >= LEAST_GAP_S && gap_s > DENSER * next_s) rows.push(i);
  }
  return rows;
}
