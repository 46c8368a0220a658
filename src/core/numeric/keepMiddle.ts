const BINS = 512;
const counts = new Uint32Array(BINS + 1);

/**
 * Moves those of the first `count` finite values that lie about the middle of their order to the front and says how many
 * they are and how many lie below them: the two middle values are among them. One look at every value to count it in a
 * bin and one to take it, where ordering them all would compare each several times.
 */
export function keepMiddle(values: Float64Array, count: number): { kept: number; below: number } {
  const { least, scale } = binning(values, count);
  if (!(scale > 0 && scale < Infinity)) return { kept: count, below: 0 };
  counts.fill(0);
  for (let i = 0; i < count; i += 1) {
    const bin = Math.trunc(((values[i] ?? NaN) - least) * scale);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const lower = binOfRank((count - 1) >> 1);
  const upper = binOfRank(count >> 1);
  const kept = takeBins(values, count, { least, scale, first: lower.bin, last: upper.bin });
  return { kept, below: lower.below };
}

function binning(values: Float64Array, count: number): { least: number; scale: number } {
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < count; i += 1) {
    const value = values[i] ?? NaN;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { least, scale: BINS / (most - least) };
}

/** In which bin the value of that rank lies, and how many lie in those before it. */
function binOfRank(rank: number): { bin: number; below: number } {
  let bin = 0;
  let below = 0;
  while (below + (counts[bin] ?? 0) <= rank) {
    below += counts[bin] ?? 0;
    bin += 1;
  }
  return { bin, below };
}

interface Bins {
  readonly least: number;
  readonly scale: number;
  readonly first: number;
  readonly last: number;
}

function takeBins(values: Float64Array, count: number, { least, scale, first, last }: Bins): number {
  let kept = 0;
  for (let i = 0; i < count; i += 1) {
    const value = values[i] ?? NaN;
    const bin = Math.trunc((value - least) * scale);
    // Written in any case and kept or not: a branch that cannot be foreseen costs more.
    values[kept] = value;
    kept += bin >= first && bin <= last ? 1 : 0;
  }
  return kept;
}
