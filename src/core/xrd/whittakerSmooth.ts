/** Weighted smoothing by penalised second differences: min Σ w(y − z)² + λ Σ(Δ²z)². Eilers, Anal. Chem. 75 (2003) 3631. */

/**
 * z for the weights; λ > 0 in units of the weights. The matrix W + λ DᵀD has five diagonals and is solved by LDLᵀ in
 * one pass down and one up.
 */
export function whittakerSmooth(values: Float64Array, weights: Float64Array, lambda: number): Float64Array {
  const n = values.length;
  if (n < 3) return values.slice();
  // Two places ahead of the first row stand for the rows that are not there.
  const diagonal = new Float64Array(n + 2);
  const first = new Float64Array(n + 2);
  const second = new Float64Array(n + 2);
  const z = new Float64Array(n + 2);
  const at = (array: Float64Array, i: number) => array[i + 2] ?? 0;
  for (let i = 0; i < n; i += 1) {
    const weight = weights[i] ?? 0;
    const [e1, e2] = [at(first, i - 1), at(second, i - 2)];
    const d1 = at(diagonal, i - 1);
    const pivot = weight + lambda * mainDiagonal(i, n) - e1 * e1 * d1 - e2 * e2 * at(diagonal, i - 2);
    diagonal[i + 2] = pivot;
    first[i + 2] = i + 1 < n ? (lambda * nextDiagonal(i, n) - e1 * at(second, i - 1) * d1) / pivot : 0;
    second[i + 2] = i + 2 < n ? lambda / pivot : 0;
    z[i + 2] = weight * (values[i] ?? 0) - e1 * at(z, i - 1) - e2 * at(z, i - 2);
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    const above = at(first, i) * at(z, i + 1) + at(second, i) * at(z, i + 2);
    z[i + 2] = at(z, i) / at(diagonal, i) - above;
  }
  return z.slice(2);
}

/** Of DᵀD: 1 5 6 … 6 5 1; shorter than four points the ends meet. */
function mainDiagonal(i: number, n: number): number {
  return [i < n - 2, i > 0 && i < n - 1, i > 1].reduce(
    (sum, there, at) => sum + (there ? ([1, 4, 1][at] ?? 0) : 0),
    0,
  );
}

/** Of DᵀD: −2 −4 … −4 −2. */
function nextDiagonal(i: number, n: number): number {
  return (i < n - 2 ? -2 : 0) + (i > 0 ? -2 : 0);
}
