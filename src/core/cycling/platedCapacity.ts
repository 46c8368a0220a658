import type { Failure } from '#core/cycling/events/timeToFailure.ts';
import type { HalfCycle } from '#core/cycling/halfCycles.ts';

const SECONDS_PER_HOUR = 3600;

/** Capacity plated in all half cycles that began before the cell failed, mAh. */
export interface PlatedCapacity {
  /** Current below zero. */
  readonly workingElectrode_mAh: number;
  readonly counterElectrode_mAh: number;
  /** Null where the area is not known. */
  readonly workingElectrode_mAhPerCm2: number | null;
  readonly counterElectrode_mAhPerCm2: number | null;
  /** h since the run began; null = to the end of the run, the cell having outlived it. */
  readonly until_h: number | null;
}

/** The cumulative plated capacity of a run: compares cells run at different currents better than hours do. */
export function platedCapacity(
  halfCycles: readonly HalfCycle[],
  failure: Failure,
  area_cm2: number | null,
): PlatedCapacity {
  const start_s = halfCycles[0]?.startTime_s ?? NaN;
  const end_s = failure.time_h === null ? Infinity : start_s + failure.time_h * SECONDS_PER_HOUR;
  const sum_mAh = (direction: HalfCycle['direction']) =>
    halfCycles
      .filter((half) => half.direction === direction && half.startTime_s < end_s)
      .reduce((sum, half) => sum + 1000 * half.capacity_Ah, 0);
  const [working, counter] = [sum_mAh('negative'), sum_mAh('positive')];
  return {
    workingElectrode_mAh: working,
    counterElectrode_mAh: counter,
    workingElectrode_mAhPerCm2: area_cm2 === null ? null : working / area_cm2,
    counterElectrode_mAhPerCm2: area_cm2 === null ? null : counter / area_cm2,
    until_h: failure.time_h,
  };
}
