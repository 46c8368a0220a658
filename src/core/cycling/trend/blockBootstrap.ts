/** Resampling of a series in blocks of neighbours (Künsch, Ann. Stat. 17 (1989) 1217), which keeps their likeness. */
import type { SeededRandom } from '#core/numeric/seededRandom.ts';

const LEAST_BLOCKS = 5;

/**
 * Neighbours that stay together: n^(1/3), or more where the series is correlated, by Carlstein's rule for a first-order
 * process, (√6 ρ/(1 − ρ²))^(2/3) n^(1/3) (Ann. Stat. 14 (1986) 1171); never fewer than five blocks.
 */
export function blockLengthFor(points: number, lag1: number): number {
  // Residuals of a fit look less correlated than the series is, by about (1 + 3ρ)/n.
  const rho = Math.min(0.9, Math.max(0, lag1 + (1 + 3 * lag1) / points));
  const likeness = ((Math.sqrt(6) * rho) / (1 - rho * rho)) ** (2 / 3);
  const wanted = Math.ceil(Math.max(1, likeness) * Math.cbrt(points));
  return Math.max(1, Math.min(wanted, Math.floor(points / LEAST_BLOCKS)));
}

/** As many values, in blocks that begin anywhere and run on from the end to the beginning. */
export function blockResample(values: Float64Array, blockLength: number, random: SeededRandom): Float64Array {
  const n = values.length;
  const drawn = new Float64Array(n);
  for (let i = 0; i < n; i += blockLength) {
    const start = Math.floor(random.uniform() * n);
    for (let k = 0; k < blockLength && i + k < n; k += 1) drawn[i + k] = values[(start + k) % n] ?? NaN;
  }
  return drawn;
}
