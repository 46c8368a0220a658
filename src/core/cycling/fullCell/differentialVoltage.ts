export interface DifferentialVoltage {
  /** Where one bin of capacity ends and the next begins. */
  readonly capacity_mAh: Float64Array;
  /** Signed: positive where the voltage rises. */
  readonly dVdQ_VPerMAh: Float64Array;
}

/**
 * dV/dQ: the average voltage of one bin of capacity minus that of the bin before, over the width of a bin. An average over
 * all rows of a bin keeps the noise of single rows out; on a straight line it is exact. Capacities must not fall; rows without
 * a voltage are passed over.
 */
export function differentialVoltage(
  capacity_mAh: Float64Array,
  voltage_V: Float64Array,
  bin_mAh: number,
): DifferentialVoltage {
  const energies = energyAtBins(capacity_mAh, voltage_V, bin_mAh);
  const count = Math.max(0, energies.length - 2);
  const dVdQ_VPerMAh = new Float64Array(count);
  for (let k = 0; k < count; k += 1) {
    const [a, b, c] = [energies[k] ?? NaN, energies[k + 1] ?? NaN, energies[k + 2] ?? NaN];
    dVdQ_VPerMAh[k] = (c - 2 * b + a) / (bin_mAh * bin_mAh);
  }
  const start_mAh = capacity_mAh[0] ?? NaN;
  return { capacity_mAh: dVdQ_VPerMAh.map((_, k) => start_mAh + (k + 1) * bin_mAh), dVdQ_VPerMAh };
}

/** ∫V dQ from the first row to the end of each whole bin, mWh. */
function energyAtBins(capacity_mAh: Float64Array, voltage_V: Float64Array, bin_mAh: number): Float64Array {
  const start = capacity_mAh[0] ?? NaN;
  const bins = Math.floor(((capacity_mAh.at(-1) ?? NaN) - start) / bin_mAh + 1e-9);
  const energies = new Float64Array(bins > 0 ? bins + 1 : 0);
  let voltage = voltage_V.find(Number.isFinite) ?? NaN;
  let energy = 0;
  let charge = start;
  let k = 1;
  let edge = start + bin_mAh;
  for (let i = 0; i < voltage_V.length; i += 1) {
    const next = capacity_mAh[i] ?? NaN;
    const next_V = voltage_V[i] ?? NaN;
    if (!(Math.abs(next_V) < Infinity)) continue;
    for (; edge <= next; k += 1, edge = start + k * bin_mAh) {
      const part = edge - charge;
      const slope = part > 0 ? (next_V - voltage) / (next - charge) : 0;
      energies[k] = energy + part * (voltage + (slope * part) / 2);
    }
    energy += ((next - charge) * (next_V + voltage)) / 2;
    charge = next;
    voltage = next_V;
  }
  return energies.subarray(0, k);
}
