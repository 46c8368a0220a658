import { combinations, numberOfCombinations } from '#core/numeric/combinations.ts';
import { seededRandom } from '#core/numeric/seededRandom.ts';

/** Every regrouping is counted up to here, ten cells against ten; beyond, so many are drawn. */
const MOST_COUNTED = 184_756;
const DRAWN = 50_000;
const SEED = 20240920;

export interface RegroupingShare {
  /** Share of the regroupings at least as extreme as the one observed, which is one of them. */
  readonly p: number;
  /** How many regroupings were looked at. */
  readonly regroupings: number;
  /** All of them, rather than a seeded draw. */
  readonly isExact: boolean;
}

/**
 * How often `total` cells, of which any `size` could have been the first group, give a statistic at least as large as the
 * one `observed`. Values a rounding apart count as equal.
 */
export function shareOfRegroupings(
  total: number,
  size: number,
  statistic: (first: readonly number[]) => number,
): RegroupingShare {
  const observed = statistic(Array.from({ length: size }, (_, i) => i));
  const enough = observed - 1e-9 * Math.abs(observed);
  const isExact = numberOfCombinations(total, size) <= MOST_COUNTED;
  let regroupings = 0;
  let extreme = 0;
  for (const first of isExact ? combinations(total, size) : drawn(total, size)) {
    regroupings += 1;
    if (statistic(first) >= enough) extreme += 1;
  }
  // The observed grouping counts among the drawn ones (Phipson and Smyth, Stat. Appl. Genet. Mol. Biol. 9 (2010) 39).
  return { p: isExact ? extreme / regroupings : (extreme + 1) / (regroupings + 1), regroupings, isExact };
}

function* drawn(total: number, size: number): Generator<readonly number[]> {
  const random = seededRandom(SEED);
  const order = Array.from({ length: total }, (_, i) => i);
  for (let round = 0; round < DRAWN; round += 1) {
    for (let i = 0; i < size; i += 1) {
      const other = i + Math.floor(random.uniform() * (total - i));
      [order[i], order[other]] = [order[other] ?? 0, order[i] ?? 0];
    }
    yield order.slice(0, size);
  }
}
