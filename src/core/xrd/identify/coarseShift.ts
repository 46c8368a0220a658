/** The shift of all lines to a tenth of a degree, from broad lines on the measured grid. */
import { addLines, UNSTRAINED, type Instrument } from '#core/xrd/identify/lineModel.ts';
import type { CandidatePhase } from '#core/xrd/identify/candidatePhases.ts';
import { columnSystem, fitColumns } from '#core/xrd/identify/columnFit.ts';
import type { WorkingGrid } from '#core/xrd/identify/workingGrid.ts';

/** Shifts that are tried on both sides, and how much broader than the measured lines the tried ones are. */
const MOST_SHIFT_DEG = 0.3;
const SHIFT_STEP_DEG = 0.05;
const BROADER = 1.6;

/**
 * The shift with which the phases explain the pattern best, in degrees. `background` is an estimate; a pattern without
 * lines gives 0.
 */
export function coarseShift_deg(
  fine: WorkingGrid,
  background: Float64Array,
  crystals: readonly CandidatePhase[],
  instrument: Instrument,
): number {
  const merged = Math.max(1, Math.round(SHIFT_STEP_DEG / fine.step_deg));
  const grid = coarser(fine, merged);
  const broad = { ...instrument, gauss_deg: BROADER * grid.fwhm_deg };
  const columns = crystals.map(({ lines }) => {
    const column = new Float64Array(grid.intensity.length);
    addLines(column, lines, lines.area, { grid, instrument: broad, state: UNSTRAINED });
    return column;
  });
  const under = means(background, merged);
  const net = grid.intensity.map((value, i) => value - (under[i] ?? NaN));
  // Strong lines must not decide alone: their shape is not known yet.
  const variance = grid.variance.map((value, i) => value + (0.2 * Math.max(0, net[i] ?? 0)) ** 2);
  let likely = new Set(crystals.keys());
  const tried = (shift: number) => {
    const moved = columns.map((column) => shifted(column, shift));
    const { chiSquare, amounts } = fitColumns(
      columnSystem(moved, net, variance),
      () => true,
      (k) => likely.has(k),
    );
    likely = new Set([...crystals.keys()].filter((k) => (amounts[k] ?? 0) > 0));
    return { shift, chiSquare };
  };
  const most = Math.ceil(MOST_SHIFT_DEG / grid.step_deg / 2);
  const coarse = Array.from({ length: 2 * most + 1 }, (_, k) => tried(2 * (k - most)));
  const { shift } = lowest(coarse);
  return lowest([...coarse, tried(shift - 1), tried(shift + 1)]).shift * grid.step_deg;
}

interface Tried {
  readonly shift: number;
  readonly chiSquare: number;
}

function lowest(tried: readonly Tried[]): Tried {
  const none = { shift: 0, chiSquare: Infinity };
  return tried.reduce((best, one) => (one.chiSquare < best.chiSquare ? one : best), none);
}

/** Cells as wide as the steps of the shift. */
function coarser(grid: WorkingGrid, merged: number): WorkingGrid {
  return {
    ...grid,
    start_deg: grid.start_deg + ((merged - 1) / 2) * grid.step_deg,
    step_deg: merged * grid.step_deg,
    intensity: means(grid.intensity, merged),
    variance: means(grid.variance, merged).map((value) => value / merged),
  };
}

/** Of so many values at a time; a rest at the end is left out. */
function means(values: Float64Array, merged: number): Float64Array {
  return Float64Array.from({ length: Math.floor(values.length / merged) }, (_, k) => {
    let sum = 0;
    for (let i = k * merged; i < (k + 1) * merged; i += 1) sum += values[i] ?? NaN;
    return sum / merged;
  });
}

function shifted(column: Float64Array, by: number): Float64Array {
  const result = new Float64Array(column.length);
  if (by >= 0) result.set(column.subarray(0, column.length - by), by);
  else result.set(column.subarray(-by), 0);
  return result;
}
