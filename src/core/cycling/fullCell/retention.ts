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
