/** Cholesky factors of symmetric positive definite matrices, row-major in a Float64Array; A = L Lᵀ. */

/** A pivot below this share of its diagonal element counts as dependent on the rows before it. */
const SMALLEST_PIVOT = 1e-14;

/**
 * Overwrites the lower triangle of the n × n matrix with L (the upper triangle is left as it was).
 * Returns -1, or the first row that depends on the rows before it, where it stopped.
 */
export function mutateToCholesky(matrix: Float64Array, n: number): number {
  for (let i = 0; i < n; i += 1) {
    const row = i * n;
    for (let j = 0; j < i; j += 1) {
      const value = (matrix[row + j] ?? NaN) - dotOfRows(matrix, row, j * n, j);
      matrix[row + j] = value / (matrix[j * n + j] ?? NaN);
    }
    const diagonal = matrix[row + i] ?? NaN;
    const pivot = diagonal - dotOfRows(matrix, row, row, i);
    if (!(pivot > SMALLEST_PIVOT * diagonal)) return i;
    matrix[row + i] = Math.sqrt(pivot);
  }
  return -1;
}

/** Sum of the products of the first `count` values behind two offsets. */
function dotOfRows(matrix: Float64Array, a: number, b: number, count: number): number {
  let even = 0;
  let odd = 0;
  let k = 0;
  for (; k + 1 < count; k += 2) {
    even += (matrix[a + k] ?? NaN) * (matrix[b + k] ?? NaN);
    odd += (matrix[a + k + 1] ?? NaN) * (matrix[b + k + 1] ?? NaN);
  }
  return k < count ? even + odd + (matrix[a + k] ?? NaN) * (matrix[b + k] ?? NaN) : even + odd;
}

/** Solves L Lᵀ x = b; `vector` holds b and then x. */
export function mutateToSolution(factor: Float64Array, n: number, vector: Float64Array): void {
  substituteForwards(factor, n, vector);
  substituteBackwards(factor, n, vector);
}

function substituteForwards(factor: Float64Array, n: number, vector: Float64Array): void {
  for (let i = 0; i < n; i += 1) {
    let sum = vector[i] ?? NaN;
    for (let k = 0; k < i; k += 1) sum -= (factor[i * n + k] ?? NaN) * (vector[k] ?? NaN);
    vector[i] = sum / (factor[i * n + i] ?? NaN);
  }
}

function substituteBackwards(factor: Float64Array, n: number, vector: Float64Array): void {
  for (let i = n - 1; i >= 0; i -= 1) {
    const value = (vector[i] ?? NaN) / (factor[i * n + i] ?? NaN);
    vector[i] = value;
    for (let k = 0; k < i; k += 1) vector[k] = (vector[k] ?? NaN) - (factor[i * n + k] ?? NaN) * value;
  }
}

/** Transposed inverse of L: row k holds column k of L⁻¹, so that (A⁻¹)ij is the product of rows i and j. */
export function inverseTransposed(factor: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  for (let k = 0; k < n; k += 1) {
    inverse[k * n + k] = 1 / (factor[k * n + k] ?? NaN);
    for (let i = k + 1; i < n; i += 1) {
      let sum = 0;
      for (let j = k; j < i; j += 1) sum -= (factor[i * n + j] ?? NaN) * (inverse[k * n + j] ?? NaN);
      inverse[k * n + i] = sum / (factor[i * n + i] ?? NaN);
    }
  }
  return inverse;
}

/** (A⁻¹)ij from the transposed inverse of L. */
export function inverseElement(transposed: Float64Array, n: number, i: number, j: number): number {
  let sum = 0;
  for (let k = Math.max(i, j); k < n; k += 1)
    sum += (transposed[i * n + k] ?? NaN) * (transposed[j * n + k] ?? NaN);
  return sum;
}
