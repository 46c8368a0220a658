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
  grid: WorkingGrid,
  background: Float64Array,
  crystals: readonly CandidatePhase[],
  instrument: Instrument,
): number {
  const broad = { ...instrument, gauss_deg: BROADER * grid.fwhm_deg };
  const columns = crystals.map(({ lines }) => {
    const column = new Float64Array(grid.intensity.length);
    addLines(column, lines, lines.area, { grid, instrument: broad, state: UNSTRAINED });
    return column;
  });
  const net = grid.intensity.map((value, i) => value - (background[i] ?? NaN));
  // Strong lines must not decide alone: their shape is not known yet.
  const variance = grid.variance.map((value, i) => value + (0.2 * Math.max(0, net[i] ?? 0)) ** 2);
  const step = Math.max(1, Math.round(SHIFT_STEP_DEG / grid.step_deg));
  const most = Math.ceil(MOST_SHIFT_DEG / grid.step_deg / step);
  let best = { shift: 0, chiSquare: Infinity };
  for (let k = -most; k <= most; k += 1) {
    const moved = columns.map((column) => shifted(column, k * step));
    const { chiSquare } = fitColumns(columnSystem(moved, net, variance), () => true);
    if (chiSquare < best.chiSquare) best = { shift: k * step * grid.step_deg, chiSquare };
  }
  return best.shift;
}

function shifted(column: Float64Array, by: number): Float64Array {
  const result = new Float64Array(column.length);
  if (by >= 0) result.set(column.subarray(0, column.length - by), by);
  else result.set(column.subarray(-by), 0);
  return result;
}
