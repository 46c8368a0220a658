import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import type { CyclingRun } from '#core/cycling/summariseCycling.ts';

export interface GalvanostaticCurve {
  /** Charge passed between rows at the one current, from 0; it never falls but by noise of the current. */
  readonly capacity_mAh: Float64Array;
  readonly voltage_V: Float64Array;
}

export interface CurveOptions {
  /** Where the curve lies, so that one curve after the other can use the same room. */
  readonly place: GalvanostaticCurve;
  /** A row nearer to the row before than this in voltage, and than a thousandth of the capacity, is passed over. */
  readonly nearer_V: number;
}

/** Room for the curve of so many rows. */
export function placeFor(rows: number): GalvanostaticCurve {
  return { capacity_mAh: new Float64Array(rows), voltage_V: new Float64Array(rows) };
}

/** As flat as a level of the current is for a rate step. */
const FLAT = 0.02;
const NEARER_SHARE = 1e-3;

/**
 * The rows of a half cycle at one current (within 2 %), and the charge that passed between neighbours among them. What
 * flows in a constant-voltage step, or at another rate, would pile up where it is no property of the electrodes.
 */
export function galvanostaticCurve(
  run: CyclingRun,
  { firstRow, endRow, direction, capacity_Ah }: HalfCycle,
  current_mA: number,
  { place, nearer_V }: CurveOptions,
): GalvanostaticCurve {
  const { current_A, voltage_V } = run.trace;
  const { charge_Ah } = run.integral;
  const sign = direction === 'positive' ? 1000 : -1000;
  const wanted_A = current_mA / 1000;
  const tolerance_A = Math.abs(wanted_A) * FLAT;
  const nearer_mAh = 1000 * capacity_Ah * NEARER_SHARE;
  const { capacity_mAh: capacity, voltage_V: voltage } = place;
  let count = 0;
  let passed = 0;
  let before = -2;
  let before_Ah = 0;
  let kept_V = Infinity;
  let kept = 0;
  for (let i = firstRow; i < endRow; i += 1) {
    const here_V = voltage_V[i] ?? NaN;
    if (!(Math.abs((current_A[i] ?? NaN) - wanted_A) <= tolerance_A && here_V < Infinity)) continue;
    const here_Ah = charge_Ah[i] ?? NaN;
    if (before === i - 1) passed += sign * (here_Ah - before_Ah);
    before = i;
    before_Ah = here_Ah;
    if (Math.abs(here_V - kept_V) < nearer_V && passed - kept < nearer_mAh) continue;
    kept_V = here_V;
    kept = passed;
    capacity[count] = passed;
    voltage[count] = here_V;
    count += 1;
  }
  return { capacity_mAh: capacity.subarray(0, count), voltage_V: voltage.subarray(0, count) };
}
