import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import type { CyclingRun } from '#core/cycling/summariseCycling.ts';

export interface GalvanostaticCurve {
  /** Charge passed between rows at the one current, from 0; it never falls but by noise of the current. */
  readonly capacity_mAh: Float64Array;
  readonly voltage_V: Float64Array;
}

/** Room for the curve of so many rows, to be used for one curve after the other. */
export function placeFor(rows: number): GalvanostaticCurve {
  return { capacity_mAh: new Float64Array(rows), voltage_V: new Float64Array(rows) };
}

/** As flat as a level of the current is for a rate step. */
const FLAT = 0.02;

/**
 * The rows of a half cycle at one current (within 2 %), and the charge that passed between neighbours among them. What
 * flows in a constant-voltage step, or at another rate, would pile up where it is no property of the electrodes. The curve
 * lies in `place`.
 */
export function galvanostaticCurve(
  run: CyclingRun,
  { firstRow, endRow, direction }: HalfCycle,
  current_mA: number,
  place: GalvanostaticCurve = placeFor(endRow - firstRow),
): GalvanostaticCurve {
  const { current_A, voltage_V } = run.trace;
  const { charge_Ah } = run.integral;
  const sign = direction === 'positive' ? 1000 : -1000;
  const wanted_A = current_mA / 1000;
  const tolerance_A = Math.abs(wanted_A) * FLAT;
  const { capacity_mAh: capacity, voltage_V: voltage } = place;
  let count = 0;
  let passed = 0;
  let before = -1;
  let before_Ah = NaN;
  for (let i = firstRow; i < endRow; i += 1) {
    const here_V = voltage_V[i] ?? NaN;
    if (!(Math.abs((current_A[i] ?? NaN) - wanted_A) <= tolerance_A && here_V < Infinity)) continue;
    const here_Ah = charge_Ah[i] ?? NaN;
    if (before === i - 1 && count > 0) passed += sign * (here_Ah - before_Ah);
    before = i;
    before_Ah = here_Ah;
    capacity[count] = passed;
    voltage[count] = here_V;
    count += 1;
  }
  return { capacity_mAh: capacity.subarray(0, count), voltage_V: voltage.subarray(0, count) };
}
