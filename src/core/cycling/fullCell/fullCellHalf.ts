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
  let energy_mWh = (capacity[0] ?? NaN) * (voltage_V[0] ?? NaN);
  let halfCapacityVoltage_V = NaN;
  for (let i = 1; i < capacity.length; i += 1) {
    const [before, now] = [capacity[i - 1] ?? NaN, capacity[i] ?? NaN];
    const [from_V, to_V] = [voltage_V[i - 1] ?? NaN, voltage_V[i] ?? NaN];
    energy_mWh += ((now - before) * (from_V + to_V)) / 2;
    const half = capacity_mAh / 2;
    if (before < half && now >= half)
      halfCapacityVoltage_V = from_V + ((to_V - from_V) * (half - before)) / (now - before);
  }
  const averageVoltage_V = capacity_mAh > 0 ? energy_mWh / capacity_mAh : NaN;
  return { capacity_mAh, energy_mWh, averageVoltage_V, halfCapacityVoltage_V };
}
