/** Voltage of one measurement against time, and between which values it moves. */
import type { MinMaxPyramid } from '#core/numeric/minMaxPyramid.ts';
import { rangeExtremes } from '#core/numeric/rangeExtremes.ts';
import { searchAbove, searchSorted } from '#core/numeric/searchSorted.ts';
import type { CellIdentity } from '#figures/cellTrace.ts';
import type { EventMark } from '#figures/eventMarks.ts';

export const SECONDS_PER_HOUR = 3600;

export interface CellVoltage extends CellIdentity {
  readonly time_s: Float64Array;
  readonly voltage_V: Float64Array;
  readonly pyramid: MinMaxPyramid;
  readonly timeIsSorted: boolean;
  readonly timeZero_s: number;
  readonly trimFrom_s: number | null;
  readonly trimTo_s: number | null;
  /** What happened to the cell, in s of its file and V. */
  readonly events?: readonly EventMark[];
}

export type Limits = readonly [number, number];

function join(limits: readonly Limits[]): Limits | null {
  const min = Math.min(...limits.map(([low]) => low));
  const max = Math.max(...limits.map(([, high]) => high));
  return max >= min ? [min, max] : null;
}

/** First and last time on the axis, in h, of what is shown of the cells; null when nothing is. */
export function timeLimits(cells: readonly CellVoltage[]): Limits | null {
  return join(
    cells.flatMap(({ time_s, timeZero_s, trimFrom_s, trimTo_s }) => {
      const from = Math.max(time_s[0] ?? Infinity, trimFrom_s ?? -Infinity);
      const to = Math.min(time_s[time_s.length - 1] ?? -Infinity, trimTo_s ?? Infinity);
      if (!(from <= to)) return [];
      return [[(from - timeZero_s) / SECONDS_PER_HOUR, (to - timeZero_s) / SECONDS_PER_HOUR] as const];
    }),
  );
}

function limitsOf(cell: CellVoltage, window_h: Limits | null): readonly Limits[] {
  const { time_s, voltage_V, pyramid, timeIsSorted, timeZero_s, trimFrom_s, trimTo_s } = cell;
  const [from, to] = (window_h ?? [-Infinity, Infinity]).map((h) => h * SECONDS_PER_HOUR + timeZero_s);
  const first = timeIsSorted ? searchSorted(time_s, Math.max(from ?? -Infinity, trimFrom_s ?? -Infinity)) : 0;
  const last = timeIsSorted
    ? searchAbove(time_s, Math.min(to ?? Infinity, trimTo_s ?? Infinity))
    : time_s.length;
  if (first >= last) return [];
  const { minAt, maxAt } = rangeExtremes(voltage_V, pyramid, first, last);
  const [min, max] = [voltage_V[minAt], voltage_V[maxAt]];
  return min === undefined || max === undefined ? [] : [[min, max]];
}

/** Smallest and largest voltage, in V, of what is shown of the cells within a stretch of the axis; null when nothing is. */
export function voltageLimits(cells: readonly CellVoltage[], window_h: Limits | null = null): Limits | null {
  return join(cells.flatMap((cell) => limitsOf(cell, window_h)));
}
