/** Voltage against the capacity passed since a half cycle began: what is overlaid to compare half cycles. */
import type { CyclingTrace } from '#core/cycling/cyclingTrace.ts';
import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import type { ChargeIntegral } from '#core/cycling/integrateCharge.ts';

export type CapacityBasis = 'absolute' | 'perArea' | 'perMass';

/** Null = not known, never a default. */
export interface Normalisation {
  readonly area_cm2: number | null;
  readonly mass_mg: number | null;
}

export const CAPACITY_UNITS: Readonly<Record<CapacityBasis, string>> = {
  absolute: 'mAh',
  perArea: 'mAh/cm2',
  perMass: 'mAh/g',
};

export type CapacityProfile =
  | {
      readonly ok: true;
      /** In CAPACITY_UNITS[basis], counted from 0 at the start of the half cycle. */
      readonly capacity: Float64Array;
      readonly voltage_V: Float64Array;
      readonly unit: string;
    }
  | { readonly ok: false; readonly missing: 'area_cm2' | 'mass_mg' };

/** The curve of one half cycle, one point a row; a basis whose area or mass is not known says which is missing. */
export function capacityProfile(
  run: { readonly trace: CyclingTrace; readonly integral: ChargeIntegral },
  halfCycle: HalfCycle,
  basis: CapacityBasis,
  normalisation: Normalisation,
): CapacityProfile {
  const factor = capacityFactor(basis, normalisation);
  if (factor === null) return { ok: false, missing: basis === 'perArea' ? 'area_cm2' : 'mass_mg' };
  const { firstRow, endRow } = halfCycle;
  const sign = halfCycle.direction === 'positive' ? factor : -factor;
  const charge_Ah = run.integral.charge_Ah.subarray(firstRow, endRow);
  const start_Ah = chargeAtStart(run.integral, firstRow);
  return {
    ok: true,
    capacity: charge_Ah.map((charge) => sign * (charge - start_Ah)),
    voltage_V: run.trace.voltage_V.slice(firstRow, endRow),
    unit: CAPACITY_UNITS[basis],
  };
}

/** Ah to the basis' unit, or null when what it divides by is not known. */
export function capacityFactor(basis: CapacityBasis, { area_cm2, mass_mg }: Normalisation): number | null {
  if (basis === 'absolute') return 1000;
  if (basis === 'perArea') return area_cm2 === null ? null : 1000 / area_cm2;
  return mass_mg === null ? null : 1e6 / mass_mg;
}

/** The integral when the current of a half cycle's first row began to flow, Ah. */
export function chargeAtStart(integral: ChargeIntegral, firstRow: number): number {
  if (firstRow === 0) return 0;
  return integral.charge_Ah[integral.carriesBefore[firstRow] === 1 ? firstRow - 1 : firstRow] ?? NaN;
}
