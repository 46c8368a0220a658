export interface IncrementalCapacity {
  /**
   * Middles of the bins: multiples of their width. Voltages are written in round steps, which would else lie on the ends of bins
   * and fall to either side.
   */
  readonly voltage_V: Float64Array;
  readonly dQdV_mAhPerV: Float64Array;
  /**
   * How far apart in voltage the rows lie whose charge is in the bin: mean by charge, rows in one bin counting as 0. Where it is
   * wider than a bin the rows resolve less than the bins.
   */
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
  const perVolt = 1 / bin_V;
  const first = Math.round(low * perVolt);
  const bins = low <= high ? Math.round(high * perVolt) - first + 1 : 0;
  const charge = new Float64Array(bins);
  const sums = { charge, moment: new Float64Array(bins) };
  let before = 0;
  let from = 0;
  let bin = -1;
  for (let i = 0; i < voltage_V.length; i += 1) {
    const now = capacity_mAh[i] ?? NaN;
    const to = (voltage_V[i] ?? NaN) * perVolt - first + 0.5;
    // Whole numbers kept as such: this line is passed once a row. A row without a voltage breaks the curve.
    const next = to >= 0 && to < bins ? to | 0 : -1;
    if (next === bin && bin >= 0) charge[next] = (charge[next] ?? 0) + (now - before);
    else if (next >= 0 && bin >= 0) spread(sums, now - before, from, to);
    before = now;
    from = to;
    bin = next;
  }
  return described(sums, first, bin_V);
}

interface Sums {
  readonly charge: Float64Array;
  /** Charge times the distance of its rows in bins. */
  readonly moment: Float64Array;
}

function described({ charge, moment }: Sums, first: number, bin_V: number): IncrementalCapacity {
  const bins = charge.length;
  const voltage_V = new Float64Array(bins);
  const dQdV_mAhPerV = new Float64Array(bins);
  const rowSpacing_V = new Float64Array(bins);
  for (let k = 0; k < bins; k += 1) {
    const passed = charge[k] ?? NaN;
    voltage_V[k] = (first + k) * bin_V;
    dQdV_mAhPerV[k] = passed / bin_V;
    rowSpacing_V[k] = passed === 0 ? 0 : ((moment[k] ?? NaN) * bin_V) / passed;
  }
  return { voltage_V, dQdV_mAhPerV, rowSpacing_V };
}

function extremes(values: Float64Array): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? NaN;
    if (value < low && value !== -Infinity) low = value;
    if (value > high && value !== Infinity) high = value;
  }
  return [low, high];
}

/** Between two places in bins, either way round. */
function spread({ charge, moment }: Sums, passed: number, a: number, b: number): void {
  const from = Math.min(a, b);
  const to = Math.max(a, b);
  const width = to - from;
  for (let k = Math.floor(from); k <= to && k < charge.length; k += 1) {
    const share = (Math.min(to, k + 1) - Math.max(from, k)) / width;
    charge[k] = (charge[k] ?? 0) + passed * share;
    moment[k] = (moment[k] ?? 0) + passed * share * width;
  }
}
