/** Weighted smoothing by penalised second differences: min Σ w(y − z)² + λ Σ(Δ²z)². Eilers, Anal. Chem. 75 (2003) 3631. */

/**
 * z for the weights; λ > 0 in units of the weights. The matrix W + λ DᵀD has five diagonals and is solved by LDLᵀ in
 * one pass down and one up.
 */
export function whittakerSmooth(values: Float64Array, weights: Float64Array, lambda: number): Float64Array {
  const n = values.length;
  if (n < 3) return values.slice();
  const diagonal = new Float64Array(n);
  const first = new Float64Array(n);
  const second = new Float64Array(n);
  const z = values.map((value, i) => value * (weights[i] ?? 0));
  for (let i = 0; i < n; i += 1) {
    const [d1, e1] = i > 0 ? [diagonal[i - 1] ?? 0, first[i - 1] ?? 0] : [0, 0];
    const [d2, e2] = i > 1 ? [diagonal[i - 2] ?? 0, second[i - 2] ?? 0] : [0, 0];
    const pivot = (weights[i] ?? 0) + lambda * mainDiagonal(i, n) - e1 * e1 * d1 - e2 * e2 * d2;
    diagonal[i] = pivot;
    const before = i > 0 ? (second[i - 1] ?? 0) : 0;
    first[i] = i + 1 < n ? (lambda * nextDiagonal(i, n) - e1 * before * d1) / pivot : 0;
    second[i] = i + 2 < n ? lambda / pivot : 0;
    z[i] = (z[i] ?? 0) - e1 * (z[i - 1] ?? 0) - e2 * (z[i - 2] ?? 0);
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    const above = (first[i] ?? 0) * (z[i + 1] ?? 0) + (second[i] ?? 0) * (z[i + 2] ?? 0);
    z[i] = (z[i] ?? 0) / (diagonal[i] ?? NaN) - above;
  }
  return z;
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
