/** Background as a polynomial through the points that are no peaks. Lieber and Mahadevan-Jansen, Appl. Spectrosc. 57 (2003) 1363. */
import { linearLeastSquares } from '#core/numeric/linearLeastSquares.ts';

const ROUNDS = 60;
/** Share of the range of the values below which a round has changed nothing. */
const SETTLED = 1e-6;

/**
 * A polynomial of that degree in Chebyshev's form, weighted by 1/σ; after each round what stands above the curve by
 * more than its error is cut down to it. Degree 5 suits most patterns; a halo needs more, or a component of its own.
 */
export function polynomialBackground(
  twoTheta_deg: Float64Array,
  values: Float64Array,
  { sigma, degree = 5 }: { readonly sigma: Float64Array; readonly degree?: number },
): Float64Array {
  const columns = chebyshevColumns(twoTheta_deg, degree);
  const weighted = columns.map((value, i) => value / (sigma[i % values.length] ?? NaN));
  let cut = values.slice();
  let background: Float64Array = values.slice();
  const range = Math.max(...extremes(values)) - Math.min(...extremes(values));
  for (let round = 0; round < ROUNDS; round += 1) {
    const coefficients = linearLeastSquares(
      weighted,
      cut.map((value, i) => value / (sigma[i] ?? NaN)),
    );
    const next = combined(columns, coefficients, values.length);
    const change = next.reduce(
      (most, value, i) => Math.max(most, Math.abs(value - (background[i] ?? NaN))),
      0,
    );
    background = next;
    if (change <= SETTLED * range) break;
    cut = values.map((value, i) => Math.min(value, (next[i] ?? NaN) + (sigma[i] ?? NaN)));
  }
  return background;
}

function extremes(values: Float64Array): [number, number] {
  return values.reduce<[number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
}

/** T₀ … T_degree on the range of the angles, column by column. */
function chebyshevColumns(angles: Float64Array, degree: number): Float64Array {
  const [least, most] = extremes(angles);
  const n = angles.length;
  const columns = new Float64Array(n * (degree + 1));
  for (let i = 0; i < n; i += 1) {
    const u = most > least ? (2 * ((angles[i] ?? NaN) - least)) / (most - least) - 1 : 0;
    let [before, here] = [u, 1];
    for (let k = 0; k <= degree; k += 1) {
      columns[k * n + i] = here;
      [before, here] = [here, k === 0 ? u : 2 * u * here - before];
    }
  }
  return columns;
}

function combined(columns: Float64Array, coefficients: Float64Array, n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) =>
    coefficients.reduce((sum, coefficient, k) => sum + coefficient * (columns[k * n + i] ?? NaN), 0),
  );
}
