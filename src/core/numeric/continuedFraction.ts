const TINY = 1e-300;
const MOST_TERMS = 10_000;

/**
 * b₀ + a₁/(b₁ + a₂/(b₂ + …)) by the modified algorithm of Lentz (Thompson and Barnett, J. Comput. Phys. 64 (1986) 490).
 * `term(k)` gives a_k and b_k for k ≥ 1. Ends when a further term changes nothing a double can show.
 */
export function continuedFraction(
  first: number,
  term: (k: number) => { numerator: number; denominator: number },
): number {
  let value = first === 0 ? TINY : first;
  let c = value;
  let d = 0;
  for (let k = 1; k <= MOST_TERMS; k += 1) {
    const { numerator, denominator } = term(k);
    d = 1 / awayFromZero(denominator + numerator * d);
    c = awayFromZero(denominator + numerator / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < Number.EPSILON) return value;
  }
  return value;
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
