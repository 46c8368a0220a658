import type { FullCellCycle } from '#core/cycling/fullCell/fullCellCycles.ts';
import { describeSample } from '#core/statistics/describeSample.ts';

/** Over cycles of one cell: the spread is that of its cycles and says nothing of other cells. */
export interface CycleMean {
  readonly n: number;
  readonly mean: number;
  /** With n − 1; null below two cycles. */
  readonly sd: number | null;
}

/** Null where no cycle has the value. */
export interface CycleMeans {
  readonly coulombicEfficiency: CycleMean | null;
  readonly energyEfficiency: CycleMean | null;
  readonly voltageEfficiency: CycleMean | null;
  readonly chargeCapacity_mAh: CycleMean | null;
  readonly dischargeCapacity_mAh: CycleMean | null;
  readonly dischargeCapacity_mAhPerCm2: CycleMean | null;
  readonly dischargeCapacity_mAhPerG: CycleMean | null;
}

/** `capacities`: the cycles whose capacities count, where these are others than those whose efficiencies do. */
export function cycleMeans(
  counted: readonly FullCellCycle[],
  capacities: readonly FullCellCycle[] = counted,
): CycleMeans {
  return {
    coulombicEfficiency: meanBy(counted, (cycle) => cycle.coulombicEfficiency),
    energyEfficiency: meanBy(counted, (cycle) => cycle.energyEfficiency),
    voltageEfficiency: meanBy(counted, (cycle) => cycle.voltageEfficiency),
    chargeCapacity_mAh: meanBy(capacities, ({ charge }) => charge?.capacity_mAh),
    dischargeCapacity_mAh: meanBy(capacities, ({ discharge }) => discharge?.capacity_mAh),
    dischargeCapacity_mAhPerCm2: meanBy(capacities, ({ discharge }) => discharge?.capacity_mAhPerCm2),
    dischargeCapacity_mAhPerG: meanBy(capacities, ({ discharge }) => discharge?.capacity_mAhPerG),
  };
}

/** The mean of what the cycles have of a quantity; null and NaN = not there. */
export function meanBy<T>(items: readonly T[], valueOf: (item: T) => number | null | undefined) {
  const values = items.flatMap((item) => valueOf(item) ?? []).filter(Number.isFinite);
  if (values.length === 0) return null;
  const { n, mean, sd } = describeSample(values);
  return { n, mean, sd: n > 1 ? sd : null } satisfies CycleMean;
}
