/** dQ/dV against voltage, or dV/dQ against capacity, of single charges and discharges of a full cell. */
import { differentialVoltage } from '#core/cycling/fullCell/differentialVoltage.ts';
import type { FullCellCycle } from '#core/cycling/fullCell/fullCellCycles.ts';
import { galvanostaticCurve, placeFor } from '#core/cycling/fullCell/galvanostaticCurve.ts';
import { incrementalCapacity } from '#core/cycling/fullCell/incrementalCapacity.ts';
import { BIN_V } from '#core/cycling/fullCell/peakTracks.ts';
import type { CyclingRun } from '#core/cycling/summariseCycling.ts';

export type Derivative = 'dQdV' | 'dVdQ';

/** A half cycle of a cycle, by its number in the run, from 1. */
export interface DerivedSide {
  readonly cycle: number;
  readonly direction: 'charge' | 'discharge';
  readonly halfCycle: number;
  readonly current_mA: number;
}

export interface DerivativeCurve {
  readonly cycle: number;
  readonly direction: 'charge' | 'discharge';
  /** V for dQ/dV, mAh for dV/dQ. */
  readonly x: Float64Array;
  /** mAh/V, not below 0; or V/mAh with its sign. */
  readonly y: Float64Array;
}

export interface DerivativeRequest {
  readonly run: CyclingRun;
  readonly sides: readonly DerivedSide[];
  readonly derivative: Derivative;
}

/** Rows to a bin that show all that bins can show. */
const BIN_ROWS = 5;
/** Of each curve, for dV/dQ. */
export const CAPACITY_BINS = 200;

/** The two sides of the cycles of which `isWanted` holds. */
export function derivedSides(
  cycles: readonly FullCellCycle[],
  isWanted: (cycle: number) => boolean,
): readonly DerivedSide[] {
  return cycles
    .filter(({ cycle }) => isWanted(cycle))
    .flatMap((each) =>
      (['charge', 'discharge'] as const).flatMap((direction) => {
        const side = each[direction];
        if (!side) return [];
        const { halfCycle, current_mA } = side;
        return [{ cycle: each.cycle, direction, halfCycle, current_mA }];
      }),
    );
}

/** Sides through which no charge passed at their current have no curve. */
export function derivativeCurves({ run, sides, derivative }: DerivativeRequest): DerivativeCurve[] {
  return sides.flatMap((side) => curveOf(run, side, derivative) ?? []);
}

function curveOf(run: CyclingRun, side: DerivedSide, derivative: Derivative): DerivativeCurve | null {
  const halfCycle = run.halfCycles[side.halfCycle - 1];
  if (!halfCycle) return null;
  const place = placeFor(halfCycle.endRow - halfCycle.firstRow);
  const options = { place, nearer_V: BIN_V / BIN_ROWS };
  const { capacity_mAh, voltage_V } = galvanostaticCurve(run, halfCycle, side.current_mA, options);
  const passed_mAh = capacity_mAh.at(-1) ?? 0;
  if (!(passed_mAh > 0)) return null;
  const { cycle, direction } = side;
  if (derivative === 'dQdV') {
    const { voltage_V: x, dQdV_mAhPerV: y } = incrementalCapacity(capacity_mAh, voltage_V, BIN_V);
    return { cycle, direction, x, y };
  }
  const curve = differentialVoltage(capacity_mAh, voltage_V, passed_mAh / CAPACITY_BINS);
  return { cycle, direction, x: curve.capacity_mAh, y: curve.dVdQ_VPerMAh };
}
