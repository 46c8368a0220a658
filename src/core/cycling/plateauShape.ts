/**
 * The shape of a half cycle's voltage from three points: |E| at its first 2 %, the lowest |E| between 10 and 60 %, and
 * |E| at its last 2 %. Flat: first and last differ by less than 5 % of the lowest. Arching: the end lies more than
 * 20 % above the lowest and the start does not lie above it by 5 %. Peaking: both ends lie 5 % above the lowest (Wood
 * et al. 2016; thresholds of this program, margins added because a minimum always lies below its neighbours). A step
 * inside (innerStep.ts) goes before all of them.
 */
import type { CyclingTrace } from '#core/cycling/cyclingTrace.ts';
import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import { shareWindow, type RowWindow } from '#core/cycling/shareWindow.ts';
import { medianSizeWithin } from '#core/numeric/quantile.ts';

export type PlateauShape = 'flat' | 'peaking' | 'arching' | 'sloping' | 'step';

const FLAT = 0.05;
const ABOVE = 0.05;
const ARCH = 0.2;

/** The shape, or null when a part of the half cycle has no row. */
export function plateauShape(trace: CyclingTrace, halfCycle: HalfCycle): PlateauShape | null {
  const initial = medianSize(trace, shareWindow(trace, halfCycle, 0, 0.02));
  const lowest = smallestSize(trace, shareWindow(trace, halfCycle, 0.1, 0.6));
  const end = medianSize(trace, shareWindow(trace, halfCycle, 0.98, 1));
  return shapeOf(initial, lowest, end);
}

/** The shape by |E| at the begin, at its lowest, and at the end; null without one of them. */
export function shapeOf(initial: number, lowest: number, end: number): PlateauShape | null {
  if (!Number.isFinite(initial + lowest + end) || lowest === 0) return null;
  if (Math.abs(initial - end) / lowest < FLAT) return initial > lowest * (1 + ABOVE) ? 'peaking' : 'flat';
  const startsAbove = initial > lowest * (1 + ABOVE);
  if (startsAbove && end > lowest * (1 + ABOVE)) return 'peaking';
  return !startsAbove && (end - lowest) / lowest > ARCH ? 'arching' : 'sloping';
}

function medianSize({ time_s, timeIsSorted, voltage_V }: CyclingTrace, window: RowWindow): number {
  const { firstRow, endRow } = window;
  if (timeIsSorted) return medianSizeWithin(voltage_V, firstRow, endRow);
  const rows = voltage_V.subarray(firstRow, endRow);
  const inside = rows.filter((_, i) => isInside(time_s[firstRow + i] ?? NaN, window));
  return medianSizeWithin(inside, 0, inside.length);
}

/** NaN where a voltage is missing. */
function smallestSize({ time_s, timeIsSorted, voltage_V }: CyclingTrace, window: RowWindow): number {
  let least = Infinity;
  for (let i = window.firstRow; i < window.endRow; i += 1) {
    const size = Math.abs(voltage_V[i] ?? NaN);
    if (!(size >= least) && (timeIsSorted || isInside(time_s[i] ?? NaN, window))) least = size;
    if (Number.isNaN(least)) return NaN;
  }
  return least;
}

function isInside(time_s: number, { from_s, to_s }: RowWindow): boolean {
  return time_s >= from_s && time_s <= to_s;
}
