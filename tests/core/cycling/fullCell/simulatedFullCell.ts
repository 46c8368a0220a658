/** A simulated cell between two cut-off voltages, row by row; imports nothing of core. */

export interface SimulatedHalf {
  /** Signed as the file shall have it. */
  readonly current_mA: number;
  readonly capacity_mAh: number;
  /** Voltage when the share 0..1 of this half cycle's capacity has passed. */
  readonly voltage_V: (share: number) => number;
  /** Constant-voltage tail: so many rows at the last voltage while the current falls to a twentieth. */
  readonly tailRows?: number;
}

export interface SimulatedRows {
  readonly time_s: number[];
  readonly current_A: number[];
  readonly voltage_V: number[];
}

/** Rows at the beginning of their intervals, so many a half cycle and a rest row after each: charges are exact. */
export function simulateHalves(halves: readonly SimulatedHalf[], rowsPerHalf = 40): SimulatedRows {
  const rows: SimulatedRows = { time_s: [], current_A: [], voltage_V: [] };
  let time_s = 0;
  const push = (current_A: number, voltage_V: number, lasts_s: number) => {
    rows.time_s.push(time_s);
    rows.current_A.push(current_A);
    rows.voltage_V.push(voltage_V);
    time_s += lasts_s;
  };
  for (const { current_mA, capacity_mAh, voltage_V, tailRows = 0 } of halves) {
    const interval_s = ((capacity_mAh / Math.abs(current_mA)) * 3600) / rowsPerHalf;
    for (let k = 0; k < rowsPerHalf; k += 1) push(current_mA / 1000, voltage_V(k / rowsPerHalf), interval_s);
    for (let k = 1; k <= tailRows; k += 1)
      push((current_mA / 1000) * 20 ** (-k / tailRows), voltage_V(1), interval_s);
    push(0, voltage_V(1), 60);
  }
  return rows;
}

/** A voltage that rises with charge and falls with discharge between 3 and 4 V, 50 mV of polarisation each way. */
export const RISING = (share: number): number => 3.05 + 0.95 * share;
export const FALLING = (share: number): number => 3.95 - 0.95 * share;

/** A charge and a discharge of given capacities at one current. */
export function cycleOf(charge_mAh: number, discharge_mAh: number, current_mA = 10): SimulatedHalf[] {
  return [
    { current_mA, capacity_mAh: charge_mAh, voltage_V: RISING },
    { current_mA: -current_mA, capacity_mAh: discharge_mAh, voltage_V: FALLING },
  ];
}

export interface Reaction {
  readonly at_V: number;
  /** Charge and width of a logistic step: dQ/dV has its peak charge/(4 width) there. */
  readonly charge_mAh: number;
  readonly width_V: number;
}

/** The charge taken up below a voltage by reactions Q = q/(1 + exp(−(V − V0)/w)). */
export function chargeBelow(reactions: readonly Reaction[], voltage_V: number): number {
  return reactions.reduce(
    (sum, { at_V, charge_mAh, width_V }) => sum + charge_mAh / (1 + Math.exp(-(voltage_V - at_V) / width_V)),
    0,
  );
}

/** The charge between the cut-off voltages of such reactions, and the voltage at a share of it, by bisection. */
export function reactionCurve(reactions: readonly Reaction[], [low_V, high_V]: readonly [number, number]) {
  const start = chargeBelow(reactions, low_V);
  const capacity_mAh = chargeBelow(reactions, high_V) - start;
  const voltage_V = (share: number): number => {
    let [low, high] = [low_V, high_V];
    for (let round = 0; round < 50; round += 1) {
      const middle = (low + high) / 2;
      if (chargeBelow(reactions, middle) - start < share * capacity_mAh) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  return { capacity_mAh, voltage_V };
}
