export interface IncrementalCapacity {
  /** Middles of the bins. */
  readonly voltage_V: Float64Array;
  readonly dQdV_mAhPerV: Float64Array;
}

/**
 * dQ/dV as a histogram: the charge between two rows is spread evenly over the voltages between them and counted in bins
 * of one width. Nothing is smoothed, so no peak is shifted by more than half a bin; a plateau stays finite.
 */
export function incrementalCapacity(
  capacity_mAh: Float64Array,
  voltage_V: Float64Array,
  bin_V: number,
): IncrementalCapacity {
  const finite = voltage_V.filter(Number.isFinite);
  const low = finite.reduce((a, b) => Math.min(a, b), Infinity);
  const high = finite.reduce((a, b) => Math.max(a, b), -Infinity);
  const first = Math.floor(low / bin_V);
  const bins = finite.length === 0 ? 0 : Math.floor(high / bin_V) - first + 1;
  const charge = new Float64Array(bins);
  for (let i = 1; i < voltage_V.length; i += 1) {
    const passed = (capacity_mAh[i] ?? NaN) - (capacity_mAh[i - 1] ?? NaN);
    const [a, b] = [voltage_V[i - 1] ?? NaN, voltage_V[i] ?? NaN];
    if (Number.isFinite(passed + a + b)) spread(charge, passed, [a / bin_V - first, b / bin_V - first]);
  }
  return {
    voltage_V: charge.map((_, k) => (first + k + 0.5) * bin_V),
    dQdV_mAhPerV: charge.map((passed) => passed / bin_V),
  };
}

function spread(charge: Float64Array, passed: number, ends: readonly [number, number]): void {
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  for (let k = Math.floor(from); k <= Math.floor(to) && k < charge.length; k += 1) {
    const share = to > from ? (Math.min(to, k + 1) - Math.max(from, k)) / (to - from) : 1;
    charge[k] = (charge[k] ?? 0) + passed * share;
  }
}
