import { chargeAtStart } from '#core/cycling/capacityProfile.ts';
import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import type { CyclingRun } from '#core/cycling/summariseCycling.ts';

export interface FullCellHalf {
  readonly capacity_mAh: number;
  readonly energy_mWh: number;
  /** Energy over capacity. */
  readonly averageVoltage_V: number;
  /** The voltage when half of the capacity has passed; differs from the average on a curve with steps. */
  readonly halfCapacityVoltage_V: number;
  /** Signed, when half of the capacity has passed: the constant current where most of the charge flowed at it. */
  readonly current_mA: number;
  readonly endVoltage_V: number;
  /** Average voltage of the second half of the capacity minus that of the first. */
  readonly rise_V: number;
}

/**
 * One charge or discharge: ∫E dQ by trapezoids between the rows; the charge before the first row and after the last one
 * passes at their voltages. A row without a voltage is passed over. NaN where no charge passed.
 */
export function fullCellHalf(run: CyclingRun, halfCycle: HalfCycle): FullCellHalf {
  const { firstRow, endRow, direction, capacity_Ah } = halfCycle;
  const { voltage_V, current_A } = run.trace;
  const { charge_Ah } = run.integral;
  const sign = direction === 'positive' ? 1 : -1;
  const start_Ah = chargeAtStart(run.integral, firstRow);
  const middle = rowAtCharge(charge_Ah, sign, [firstRow, endRow], start_Ah + (sign * capacity_Ah) / 2);
  const passed = (row: number) => sign * ((charge_Ah[row] ?? NaN) - start_Ah);
  const [first, last] = recordedEnds(voltage_V, firstRow, endRow);
  const early_Wh =
    passed(first) * (voltage_V[first] ?? NaN) + sign * energy_Wh(charge_Ah, voltage_V, first, middle);
  const late_Wh =
    (capacity_Ah - passed(last)) * (voltage_V[last] ?? NaN) +
    sign * energy_Wh(charge_Ah, voltage_V, middle, last);
  const late_Ah = capacity_Ah - passed(middle);
  return {
    capacity_mAh: 1000 * capacity_Ah,
    energy_mWh: 1000 * (early_Wh + late_Wh),
    averageVoltage_V: capacity_Ah > 0 ? (early_Wh + late_Wh) / capacity_Ah : NaN,
    halfCapacityVoltage_V: voltageAt(passed, voltage_V, middle, capacity_Ah / 2),
    current_mA: 1000 * (current_A[middle] ?? NaN),
    endVoltage_V: voltage_V[last] ?? NaN,
    rise_V: late_Wh / late_Ah - early_Wh / passed(middle),
  };
}

/** The first row at which the integral has gone as far as `wanted` in the direction of `sign`; else the last row. */
function rowAtCharge(
  charge_Ah: Float64Array,
  sign: 1 | -1,
  [firstRow, endRow]: readonly [number, number],
  wanted_Ah: number,
): number {
  for (let i = firstRow; i < endRow; i += 1) if (sign * ((charge_Ah[i] ?? NaN) - wanted_Ah) >= 0) return i;
  return endRow - 1;
}

function recordedEnds(voltage_V: Float64Array, firstRow: number, endRow: number): readonly [number, number] {
  let first = firstRow;
  let last = endRow - 1;
  while (first < last && Number.isNaN(voltage_V[first])) first += 1;
  while (last > first && Number.isNaN(voltage_V[last])) last -= 1;
  return [first, last];
}

function energy_Wh(charge_Ah: Float64Array, voltage_V: Float64Array, from: number, to: number): number {
  let energy = 0;
  let charge = charge_Ah[from] ?? NaN;
  let voltage = voltage_V[from] ?? NaN;
  for (let i = from + 1; i <= to; i += 1) {
    const now_V = voltage_V[i] ?? NaN;
    if (Number.isNaN(now_V)) continue;
    const now_Ah = charge_Ah[i] ?? NaN;
    energy += ((now_Ah - charge) * (now_V + voltage)) / 2;
    charge = now_Ah;
    voltage = now_V;
  }
  return energy;
}

function voltageAt(
  passed: (row: number) => number,
  voltage_V: Float64Array,
  row: number,
  wanted_Ah: number,
): number {
  const [before, now] = [passed(row - 1), passed(row)];
  const from_V = voltage_V[row - 1] ?? NaN;
  const to_V = voltage_V[row] ?? NaN;
  return now > before ? from_V + ((to_V - from_V) * (wanted_Ah - before)) / (now - before) : NaN;
}
