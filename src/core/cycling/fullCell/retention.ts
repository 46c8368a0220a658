import { isSameCurrent } from '#core/cycling/sameCurrent.ts';

export interface Retention {
  readonly referenceCycle: number;
  readonly reference_mAh: number;
  /** Capacity over that of the reference cycle, in the order given. */
  readonly retention: readonly number[];
}

/** Retention Q_n/Q_ref against the cycle the user names; null when that cycle has no capacity. */
export function retention(
  cycles: readonly { readonly cycle: number; readonly capacity_mAh: number }[],
  referenceCycle: number,
): Retention | null {
  const reference_mAh = cycles.find(({ cycle }) => cycle === referenceCycle)?.capacity_mAh ?? NaN;
  if (!(reference_mAh > 0)) return null;
  return { referenceCycle, reference_mAh, retention: cycles.map((c) => c.capacity_mAh / reference_mAh) };
}

/** What a mean coulombic efficiency would leave of the capacity after n cycles without excess metal: CE^n. */
export function retentionFromEfficiency(coulombicEfficiency: number, cycles: number): number {
  return coulombicEfficiency ** cycles;
}

export interface DischargedCycle {
  readonly cycle: number;
  readonly discharge: { readonly capacity_mAh: number; readonly current_mA: number } | null;
  readonly leftOut: string | null;
}

export interface RetainedCapacity {
  readonly referenceCycle: number;
  readonly isGiven: boolean;
  readonly reference_mAh: number;
  readonly reference_mA: number;
  /** The last cycle without a flaw at the current of the reference cycle (10 %), itself not the reference. */
  readonly last: {
    readonly cycle: number;
    readonly capacity_mAh: number;
    readonly retention: number;
  } | null;
}

/** The discharge capacities at the two ends; null when the cycle that was named has no discharge, or every cycle has a flaw. */
export function retainedCapacity(
  cycles: readonly DischargedCycle[],
  given: number | null,
): RetainedCapacity | null {
  const discharged = cycles.flatMap(({ cycle, discharge, leftOut }) =>
    discharge && discharge.capacity_mAh > 0 ? [{ cycle, leftOut, ...discharge }] : [],
  );
  const reference = discharged.find(({ cycle, leftOut }) =>
    given === null ? leftOut === null : cycle === given,
  );
  if (!reference) return null;
  const last = discharged.findLast(
    ({ cycle, leftOut, current_mA }) =>
      leftOut === null && cycle > reference.cycle && isSameCurrent(current_mA, reference.current_mA),
  );
  return {
    referenceCycle: reference.cycle,
    isGiven: given !== null,
    reference_mAh: reference.capacity_mAh,
    reference_mA: reference.current_mA,
    last: last
      ? {
          cycle: last.cycle,
          capacity_mAh: last.capacity_mAh,
          retention: last.capacity_mAh / reference.capacity_mAh,
        }
      : null,
  };
}
