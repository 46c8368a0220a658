/** Scatter of a few neighbouring readings about a parabola through them. */
import { linearLeastSquares } from '#core/numeric/linearLeastSquares.ts';

const UNKNOWNS = 3;

/** Standard deviation of the readings about their parabola; null where fewer than two are left to judge by. */
export function scatterAlong(x: Float64Array, y: Float64Array): number | null {
  const degrees = y.length - UNKNOWNS;
  if (degrees < 2) return null;
  const middle = x[x.length >> 1] ?? NaN;
  const powers = Array.from({ length: UNKNOWNS }, (_, power) => x.map((value) => (value - middle) ** power));
  const columns = Float64Array.from(powers.flatMap((column) => [...column]));
  const [a = NaN, b = NaN, c = NaN] = linearLeastSquares(columns, y);
  const squares = y.reduce((sum, value, k) => {
    const distance = (x[k] ?? NaN) - middle;
    return sum + (value - a - b * distance - c * distance ** 2) ** 2;
  }, 0);
  return Math.sqrt(squares / degrees);
}
