/** dQ/dV or dV/dQ of the shown full cells with the peaks that were followed, in the units of the axes, for the figure. */
import { capacityFactor, type CapacityBasis } from '#core/cycling/capacityProfile.ts';
import type { Derivative, DerivativeCurve } from '#core/cycling/fullCell/derivativeCurves.ts';
import type { PeakTrack } from '#core/cycling/fullCell/peakTracks.ts';
import type { FullCellSummary } from '#core/cycling/fullCell/summariseFullCell.ts';
import { searchSorted } from '#core/numeric/searchSorted.ts';
import { peakWords } from '#core/text/peakWords.ts';
import type { CellDerivative, DrawnCurve, DrawnPeak } from '#figures/incrementalCapacityFigure.ts';
import { cellIdentity } from '../../app/cellIdentity.ts';
import type { StudyContents } from '../../store/studyStore.ts';
import { fullCellOf } from './cellCycles.ts';
import type { DrawnRun } from './useDerivatives.ts';

export interface DerivativeChoice {
  readonly derivative: Derivative;
  readonly basis: CapacityBasis;
  readonly cycles: ReadonlySet<number>;
}

/** Peaks seen in fewer cycles were not followed. */
const FEWEST_CYCLES = 3;
/** Points of a curve on either side of a peak among which its own is looked for. */
const BESIDE = 3;

/** Of dQ/dV a discharge is drawn below 0. */
const signOf = (direction: 'charge' | 'discharge'): number => (direction === 'charge' ? 1 : -1);

/** mAh to the unit of the basis; null where the area or mass is not known. */
function factorOf({ outcome }: DrawnRun, basis: CapacityBasis): number | null {
  if (!outcome?.ok || !outcome.value.ok) return null;
  const { area_cm2, mass_mg } = outcome.value.summary;
  const perAh = capacityFactor(basis, { area_cm2, mass_mg });
  return perAh === null ? null : perAh / 1000;
}

function curvesOf({ derivatives }: DrawnRun, derivative: Derivative, factor: number): readonly DrawnCurve[] {
  if (!derivatives?.ok) return [];
  return derivatives.value.map(({ direction, x, y }) =>
    derivative === 'dQdV'
      ? { x, y: y.map((value) => signOf(direction) * factor * value) }
      : { x: x.map((value) => factor * value), y: y.map((value) => value / factor) },
  );
}

/** Points of those of enough cycles that are drawn. */
function shownPoints<P extends { readonly cycle: number }>(
  tracks: readonly PeakTrack<P>[],
  cycles: ReadonlySet<number>,
) {
  return tracks
    .filter(({ points }) => points.length >= FEWEST_CYCLES)
    .flatMap(({ direction, points }) => points.map((peak) => ({ direction, peak })))
    .filter(({ peak }) => cycles.has(peak.cycle));
}

function capacityPeaksOf(
  { peaks }: FullCellSummary,
  cycles: ReadonlySet<number>,
  factor: number,
): readonly DrawnPeak[] {
  return shownPoints(peaks.dQdV, cycles).map(({ direction, peak }) => ({
    x: peak.position_V,
    y: signOf(direction) * factor * peak.height_mAhPerV,
  }));
}

/**
 * Peaks of dV/dQ were sought in bins of the first cycle, curves have bins of their own: the mark stands on the steepest drawn
 * point beside the place of its peak.
 */
function voltagePeaksOf(
  { peaks }: FullCellSummary,
  { derivatives }: DrawnRun,
  { cycles, factor }: { readonly cycles: ReadonlySet<number>; readonly factor: number },
): readonly DrawnPeak[] {
  const curves = derivatives?.ok ? derivatives.value : [];
  return shownPoints(peaks.dVdQ, cycles).flatMap(({ direction, peak }) => {
    const curve = curves.find((each) => each.cycle === peak.cycle && each.direction === direction);
    const at = curve ? steepestBeside(curve, peak.position_mAh) : -1;
    const [x, y] = [curve?.x[at], curve?.y[at]];
    return x === undefined || y === undefined ? [] : [{ x: factor * x, y: y / factor }];
  });
}

function steepestBeside({ x, y }: DerivativeCurve, capacity_mAh: number): number {
  const middle = searchSorted(x, capacity_mAh);
  let best = -1;
  for (let i = Math.max(0, middle - BESIDE); i <= middle + BESIDE && i < x.length; i += 1)
    if (best < 0 || Math.abs(y[i] ?? 0) > Math.abs(y[best] ?? 0)) best = i;
  return best;
}

export function cellDerivatives(
  contents: StudyContents,
  runs: readonly DrawnRun[],
  choice: DerivativeChoice,
): readonly CellDerivative[] {
  return runs.flatMap((run) => {
    const summary = fullCellOf(run);
    const factor = factorOf(run, choice.basis);
    if (!summary || factor === null) return [];
    const curves = curvesOf(run, choice.derivative, factor);
    if (curves.length === 0) return [];
    const { cycles } = choice;
    const peaks =
      choice.derivative === 'dQdV'
        ? capacityPeaksOf(summary, cycles, factor)
        : voltagePeaksOf(summary, run, { cycles, factor });
    return [{ ...cellIdentity(contents, run), curves, peaks }];
  });
}

/** How far the peaks of each cell moved. */
export function driftNotes(runs: readonly DrawnRun[], derivative: Derivative): readonly string[] {
  return runs.flatMap((run) => {
    const summary = fullCellOf(run);
    const name = run.cell?.name ?? run.dataset.fileName;
    return summary ? peakWords.drifts(summary.peaks, derivative).map((drift) => `${name}: ${drift}`) : [];
  });
}
