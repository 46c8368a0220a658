import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import type { CyclingRun } from '#core/cycling/summariseCycling.ts';

export interface GalvanostaticCurve {
  /** Charge passed between rows at the one current, from 0; it never falls but by noise of the current. */
  readonly capacity_mAh: Float64Array;
  readonly voltage_V: Float64Array;
}

/** As flat as a level of the current is for a rate step. */
const FLAT = 0.02;

/**
 * The rows of a half cycle at one current (within 2 %), and the charge that passed between neighbours among them. What
 * flows in a constant-voltage step, or at another rate, would pile up where it is no property of the electrodes.
 */
export function galvanostaticCurve(
  run: CyclingRun,
  { firstRow, endRow, direction }: HalfCycle,
  current_mA: number,
): GalvanostaticCurve {
  const { current_A, voltage_V } = run.trace;
  const { charge_Ah } = run.integral;
  const sign = direction === 'positive' ? 1000 : -1000;
  const wanted_A = current_mA / 1000;
  const tolerance_A = Math.abs(wanted_A) * FLAT;
  const capacity = new Float64Array(endRow - firstRow);
  const voltage = new Float64Array(endRow - firstRow);
  let count = 0;
  let passed = 0;
  let before = NaN;
  for (let i = firstRow; i < endRow; i += 1) {
    const here_V = voltage_V[i] ?? NaN;
    if (!(Math.abs((current_A[i] ?? NaN) - wanted_A) <= tolerance_A) || Number.isNaN(here_V)) continue;
    if (before === i - 1) passed += sign * ((charge_Ah[i] ?? NaN) - (charge_Ah[before] ?? NaN));
    before = i;
    capacity[count] = passed;
    voltage[count] = here_V;
    count += 1;
  }
  return { capacity_mAh: capacity.subarray(0, count), voltage_V: voltage.subarray(0, count) };
}
