/** The fitted pattern on the measured points; the fit itself works on a coarser grid. */
import { combinedColumns } from '#core/xrd/identify/columnFit.ts';
import { addLines, UNSTRAINED } from '#core/xrd/identify/lineModel.ts';
import { fittedAreas, type Column, type FittedModel } from '#core/xrd/identify/patternModel.ts';
import type { WorkingGrid } from '#core/xrd/identify/workingGrid.ts';

export interface FittedCurves {
  readonly background_counts: Float64Array;
  readonly halo_counts: Float64Array;
  readonly calculated_counts: Float64Array;
}

interface EvenCurve {
  readonly start_deg: number;
  readonly step_deg: number;
  readonly values: Float64Array;
}

/** What is smooth is interpolated, the lines are drawn anew. */
export function fittedCurves(fitted: FittedModel, twoTheta_deg: Float64Array): FittedCurves {
  const { grid } = fitted.model;
  const smooth = (kind: Column['kind']) =>
    interpolated({ ...grid, values: partOf(fitted, kind) }, twoTheta_deg);
  const [background_counts, halo_counts] = [smooth('background'), smooth('halo')];
  const lines = interpolated(drawnLines(fitted, twoTheta_deg), twoTheta_deg);
  const calculated_counts = lines.map(
    (value, i) => value + (background_counts[i] ?? 0) + (halo_counts[i] ?? 0),
  );
  return { background_counts, halo_counts, calculated_counts };
}

function partOf({ columns, fit, calculated }: FittedModel, kind: Column['kind']): Float64Array {
  const amounts = fit.amounts.map((amount, k) => (columns[k]?.kind === kind ? amount : 0));
  return combinedColumns(
    columns.map((column) => column.values),
    amounts,
    calculated.length,
  );
}

/** On an even grid with as many points as the pattern. */
function drawnLines(fitted: FittedModel, twoTheta_deg: Float64Array): EvenCurve {
  const { model, columns, fit } = fitted;
  const start_deg = twoTheta_deg[0] ?? NaN;
  const step_deg = ((twoTheta_deg.at(-1) ?? NaN) - start_deg) / (twoTheta_deg.length - 1);
  const values = new Float64Array(twoTheta_deg.length);
  const grid: WorkingGrid = { ...model.grid, start_deg, step_deg, intensity: values };
  const { instrument } = model;
  model.candidates.crystals.forEach(({ lines }, phase) => {
    const state = model.states[phase] ?? UNSTRAINED;
    addLines(values, lines, fittedAreas(fitted, phase), { grid, instrument, state });
  });
  columns.forEach(({ kind, index }, k) => {
    const lines = model.freePeaks[index];
    const amount = fit.amounts[k] ?? 0;
    if (kind !== 'peak' || !lines || amount === 0) return;
    const areas = lines.area.map((area) => amount * area);
    addLines(values, lines, areas, { grid, instrument, state: UNSTRAINED });
  });
  return { start_deg, step_deg, values };
}

/** Linear between the points of an even curve, constant beyond its ends. */
function interpolated({ start_deg, step_deg, values }: EvenCurve, twoTheta_deg: Float64Array): Float64Array {
  const last = values.length - 1;
  return twoTheta_deg.map((angle) => {
    const place = Math.min(Math.max((angle - start_deg) / step_deg, 0), last);
    const below = Math.min(Math.floor(place), last - 1);
    const share = place - below;
    return (1 - share) * (values[below] ?? 0) + share * (values[below + 1] ?? 0);
  });
}
