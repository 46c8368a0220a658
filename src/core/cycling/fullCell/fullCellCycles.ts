import { capacityFactor, type Normalisation } from '#core/cycling/capacityProfile.ts';
import { computeCycles, type Cycle } from '#core/cycling/cycles.ts';
import { fullCellHalf, type FullCellHalf } from '#core/cycling/fullCell/fullCellHalf.ts';
import type { CyclingRun } from '#core/cycling/summariseCycling.ts';

export interface FullCellSide extends FullCellHalf {
  /** Null where the area or the mass is not known. */
  readonly capacity_mAhPerCm2: number | null;
  readonly capacity_mAhPerG: number | null;
}

export interface FullCellCycle {
  readonly cycle: number;
  /** Positive current at the working electrode. */
  readonly charge: FullCellSide | null;
  readonly discharge: FullCellSide | null;
  /** Discharge over charge, 1 = equal. */
  readonly coulombicEfficiency: number | null;
  readonly energyEfficiency: number | null;
  /** Average discharge voltage over average charge voltage. */
  readonly voltageEfficiency: number | null;
  /** Why the cycle is left out of means; null = it counts. */
  readonly leftOut: 'incomplete' | 'interrupted' | null;
}

/** The cycles of a full cell, or null when charge and discharge do not keep one sign of the voltage (a symmetric cell). */
export function fullCellCycles(run: CyclingRun, normalisation: Normalisation): FullCellCycle[] | null {
  const cycles = computeCycles(run.halfCycles).map((cycle) => describe(run, cycle, normalisation));
  const voltages = cycles.flatMap(({ charge, discharge }) =>
    [charge, discharge].flatMap((side) => (side ? [side.averageVoltage_V] : [])),
  );
  const oneSign = voltages.every((v) => v > 0) || voltages.every((v) => v < 0);
  const twoSided = cycles.some(({ charge, discharge }) => charge && discharge);
  return oneSign && twoSided ? cycles : null;
}

function describe(run: CyclingRun, cycle: Cycle, normalisation: Normalisation): FullCellCycle {
  const halves = [cycle.first, cycle.second].flatMap((half) => (half ? [half] : []));
  const side = (direction: 'positive' | 'negative'): FullCellSide | null => {
    const half = halves.find((candidate) => candidate.direction === direction);
    if (!half) return null;
    const values = fullCellHalf(run, half);
    const per = (basis: 'perArea' | 'perMass') => {
      const factor = capacityFactor(basis, normalisation);
      return factor === null ? null : (factor * values.capacity_mAh) / 1000;
    };
    return { ...values, capacity_mAhPerCm2: per('perArea'), capacity_mAhPerG: per('perMass') };
  };
  const [charge, discharge] = [side('positive'), side('negative')];
  const paused = halves.some(({ firstRow, endRow }) =>
    run.trace.breaks.some((row) => row > firstRow && row < endRow),
  );
  return {
    cycle: cycle.cycle,
    charge,
    discharge,
    coulombicEfficiency: ratio(discharge?.capacity_mAh, charge?.capacity_mAh),
    energyEfficiency: ratio(discharge?.energy_mWh, charge?.energy_mWh),
    voltageEfficiency: ratio(discharge?.averageVoltage_V, charge?.averageVoltage_V),
    leftOut: halves.length < 2 ? 'incomplete' : paused ? 'interrupted' : null,
  };
}

function ratio(above: number | undefined, below: number | undefined): number | null {
  const value = (above ?? NaN) / (below ?? NaN);
  return Number.isFinite(value) ? value : null;
}
