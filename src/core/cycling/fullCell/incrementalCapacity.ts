export interface IncrementalCapacity {
  /** Middles of the bins. */
  readonly voltage_V: Float64Array;
  readonly dQdV_mAhPerV: Float64Array;
  /** How far apart in voltage the rows lie whose charge is in the bin (mean by charge): wider than a bin, the rows resolve less. */
  readonly rowSpacing_V: Float64Array;
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
  const [low, high] = extremes(voltage_V);
  const first = Math.floor(low / bin_V);
  const bins = low <= high ? Math.floor(high / bin_V) - first + 1 : 0;
  const sums: Sums = { charge: new Float64Array(bins), moment: new Float64Array(bins) };
  for (let i = 1; i < voltage_V.length; i += 1) {
    const passed = (capacity_mAh[i] ?? NaN) - (capacity_mAh[i - 1] ?? NaN);
    const a = (voltage_V[i - 1] ?? NaN) / bin_V - first;
    const b = (voltage_V[i] ?? NaN) / bin_V - first;
    if (Number.isFinite(passed + a + b)) spread(sums, passed, Math.min(a, b), Math.max(a, b));
  }
  const { charge, moment } = sums;
  return {
    voltage_V: charge.map((_, k) => (first + k + 0.5) * bin_V),
    dQdV_mAhPerV: charge.map((passed) => passed / bin_V),
    rowSpacing_V: moment.map((sum, k) => (charge[k] === 0 ? 0 : (sum * bin_V) / (charge[k] ?? NaN))),
  };
}

interface Sums {
  readonly charge: Float64Array;
  /** Charge times the distance of its rows in bins. */
  readonly moment: Float64Array;
}

function extremes(values: Float64Array): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? NaN;
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/** `from` and `to` in bins. */
function spread({ charge, moment }: Sums, passed: number, from: number, to: number): void {
  const width = to - from;
  for (let k = Math.floor(from); k <= to && k < charge.length; k += 1) {
    const share = width > 0 ? (Math.min(to, k + 1) - Math.max(from, k)) / width : 1;
    charge[k] = (charge[k] ?? 0) + passed * share;
    moment[k] = (moment[k] ?? 0) + passed * share * width;
  }
}
