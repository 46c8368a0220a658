import { capacityProfile } from '#core/cycling/capacityProfile.ts';
import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import type { CyclingRun } from '#core/cycling/summariseCycling.ts';

export interface FullCellHalf {
  readonly capacity_mAh: number;
  readonly energy_mWh: number;
  /** Energy over capacity. */
  readonly averageVoltage_V: number;
  /** The voltage when half of the capacity has passed; differs from the average on a curve with steps. */
  readonly halfCapacityVoltage_V: number;
}

/** One charge or discharge: E dQ by trapezoids between the rows, NaN where no charge passed. */
export function fullCellHalf(run: CyclingRun, halfCycle: HalfCycle): FullCellHalf {
  const profile = capacityProfile(run, halfCycle, 'absolute', { area_cm2: null, mass_mg: null });
  if (!profile.ok) throw new Error('an absolute capacity needs neither area nor mass');
  const { capacity, voltage_V } = profile;
  const capacity_mAh = capacity.at(-1) ?? NaN;
  const energy_mWh = energyOf(capacity, voltage_V);
  return {
    capacity_mAh,
    energy_mWh,
    averageVoltage_V: capacity_mAh > 0 ? energy_mWh / capacity_mAh : NaN,
    halfCapacityVoltage_V: voltageAt(capacity_mAh / 2, capacity, voltage_V),
  };
}

function energyOf(capacity: Float64Array, voltage_V: Float64Array): number {
  let energy = (capacity[0] ?? NaN) * (voltage_V[0] ?? NaN);
  for (let i = 1; i < capacity.length; i += 1) {
    const passed = (capacity[i] ?? NaN) - (capacity[i - 1] ?? NaN);
    energy += (passed * ((voltage_V[i] ?? NaN) + (voltage_V[i - 1] ?? NaN))) / 2;
  }
  return energy;
}

function voltageAt(wanted: number, capacity: Float64Array, voltage_V: Float64Array): number {
  const i = capacity.findIndex((passed) => passed >= wanted);
  if (i < 1) return NaN;
  const [before, now] = [capacity[i - 1] ?? NaN, capacity[i] ?? NaN];
  const from_V = voltage_V[i - 1] ?? NaN;
  return from_V + (((voltage_V[i] ?? NaN) - from_V) * (wanted - before)) / (now - before);
}
