import { continuedFraction } from '#core/numeric/continuedFraction.ts';
import { logGamma } from '#core/numeric/logGamma.ts';

/** Q(a, x) = Γ(a, x)/Γ(a), regularised, for a > 0 and x ≥ 0 (DLMF 8.11.4 below a + 1, 8.9.2 above). */
export function upperIncompleteGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - front * lowerSeries(a, x) : front / upperFraction(a, x);
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; term > sum * Number.EPSILON; k += 1) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

function upperFraction(a: number, x: number): number {
  return continuedFraction(x + 1 - a, (k) => ({
    numerator: -k * (k - a),
    denominator: x + 2 * k + 1 - a,
  }));
}
