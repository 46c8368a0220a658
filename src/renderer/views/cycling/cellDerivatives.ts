/** dQ/dV or dV/dQ of the chosen cycles of the shown full cells, for the figure. */
import { capacityFactor, type CapacityBasis, type Normalisation } from '#core/cycling/capacityProfile.ts';
import { differentialVoltage } from '#core/cycling/fullCell/differentialVoltage.ts';
import type { FullCellSide } from '#core/cycling/fullCell/fullCellCycles.ts';
import { galvanostaticCurve, placeFor } from '#core/cycling/fullCell/galvanostaticCurve.ts';
import { incrementalCapacity } from '#core/cycling/fullCell/incrementalCapacity.ts';
import { BIN_V } from '#core/cycling/fullCell/peakTracks.ts';
import type { CyclingRun } from '#core/cycling/summariseCycling.ts';
import type { CellDerivative, Derivative, DerivativeCurve } from '#figures/incrementalCapacityFigure.ts';
import { cellIdentity } from '../../app/cellIdentity.ts';
import type { StudyContents } from '../../store/studyStore.ts';
import { fullCellOf } from './cellCycles.ts';
import type { AnalysedRun } from './useFullCells.ts';

/** Rows to a bin that show all that bins can show. */
const BIN_ROWS = 5;
/** Of each curve, for dV/dQ. */
export const CAPACITY_BINS = 200;

interface Wanted {
  readonly derivative: Derivative;
  readonly sign: 1 | -1;
  /** mAh to the unit of the basis. */
  readonly factor: number;
}

function curveOf(run: CyclingRun, side: FullCellSide, wanted: Wanted): DerivativeCurve | null {
  const halfCycle = run.halfCycles[side.halfCycle - 1];
  if (!halfCycle) return null;
  const place = placeFor(halfCycle.endRow - halfCycle.firstRow);
  const options = { place, nearer_V: BIN_V / BIN_ROWS };
  const { capacity_mAh, voltage_V } = galvanostaticCurve(run, halfCycle, side.current_mA, options);
  const { derivative, sign, factor } = wanted;
  if (derivative === 'dQdV') {
    const { voltage_V: x, dQdV_mAhPerV } = incrementalCapacity(capacity_mAh, voltage_V, BIN_V);
    return { x, y: dQdV_mAhPerV.map((value) => sign * factor * value) };
  }
  const passed_mAh = capacity_mAh.at(-1) ?? 0;
  if (!(passed_mAh > 0)) return null;
  const curve = differentialVoltage(capacity_mAh, voltage_V, passed_mAh / CAPACITY_BINS);
  return {
    x: curve.capacity_mAh.map((value) => factor * value),
    y: curve.dVdQ_VPerMAh.map((value) => value / factor),
  };
}

export interface DerivativeRequest {
  readonly derivative: Derivative;
  readonly basis: CapacityBasis;
  readonly cycles: ReadonlySet<number>;
}

function curvesOf(
  run: AnalysedRun,
  { derivative, basis, cycles }: DerivativeRequest,
): readonly DerivativeCurve[] {
  const summary = fullCellOf(run);
  if (!summary || !run.outcome?.ok || !run.outcome.value.ok) return [];
  const { run: measured, summary: facts } = run.outcome.value;
  const normalisation: Normalisation = { area_cm2: facts.area_cm2, mass_mg: facts.mass_mg };
  const perAh = capacityFactor(basis, normalisation);
  if (perAh === null) return [];
  const factor = perAh / 1000;
  return summary.cycles
    .filter(({ cycle }) => cycles.has(cycle))
    .flatMap(({ charge, discharge }) => [
      charge && curveOf(measured, charge, { derivative, factor, sign: 1 }),
      discharge && curveOf(measured, discharge, { derivative, factor, sign: -1 }),
    ])
    .filter((curve) => curve !== null);
}

export function cellDerivatives(
  contents: StudyContents,
  runs: readonly AnalysedRun[],
  request: DerivativeRequest,
): readonly CellDerivative[] {
  return runs.flatMap((run) => {
    const curves = curvesOf(run, request);
    return curves.length === 0 ? [] : [{ ...cellIdentity(contents, run), curves }];
  });
}
