/**
 * Orthogonal reduction of least-squares problems to a triangle, which keeps the digits that the normal equations would
 * lose: Householder reflections (Golub and Van Loan, Matrix Computations, 5.2) for the matrix, Givens rotations for a
 * damping added to it afterwards (Moré, Lect. Notes Math. 630 (1978) 105). Columns of a tall matrix are contiguous.
 */

/**
 * Overwrites the first `columns` columns of a matrix of `rows` ≥ `columns` rows with R on and above the diagonal (what
 * is below is of no use) and applies the same reflections to all columns behind them.
 */
export function mutateToTriangle(matrix: Float64Array, rows: number, columns: number): void {
  for (let k = 0; k < columns; k += 1) {
    const pivot = k * rows + k;
    const count = rows - k;
    const length = Math.sqrt(product(matrix, pivot, pivot, count));
    if (length === 0) continue;
    const head = matrix[pivot] ?? NaN;
    const diagonal = head > 0 ? -length : length;
    // Scaled so that the reflection of c is c − v (v·c).
    const factor = 1 / Math.sqrt(diagonal * (diagonal - head));
    matrix[pivot] = head - diagonal;
    for (let i = pivot; i < pivot + count; i += 1) matrix[i] = (matrix[i] ?? NaN) * factor;
    for (let column = pivot + rows; column < matrix.length; column += rows)
      reflect(matrix, pivot, column, count);
    matrix[pivot] = diagonal;
  }
}

function reflect(matrix: Float64Array, mirror: number, column: number, count: number): void {
  const share = product(matrix, mirror, column, count);
  for (let i = 0; i < count; i += 1)
    matrix[column + i] = (matrix[column + i] ?? NaN) - share * (matrix[mirror + i] ?? NaN);
}

/** Sum of the products of `count` values behind two offsets. */
function product(matrix: Float64Array, a: number, b: number, count: number): number {
  let even = 0;
  let odd = 0;
  let i = 0;
  for (; i + 1 < count; i += 2) {
    even += (matrix[a + i] ?? NaN) * (matrix[b + i] ?? NaN);
    odd += (matrix[a + i + 1] ?? NaN) * (matrix[b + i + 1] ?? NaN);
  }
  return i < count ? even + odd + (matrix[a + i] ?? NaN) * (matrix[b + i] ?? NaN) : even + odd;
}

/**
 * Solves min |R x + q|² + λ|x|² in place: `triangle` is n × (n + 1), row-major, R with q as its last column, and is
 * overwritten; `x` receives the solution. `row` is room for n + 1 values.
 */
export function fillDampedSolution(
  triangle: Float64Array,
  damping: number,
  { x, row }: { readonly x: Float64Array; readonly row: Float64Array },
): void {
  const n = row.length - 1;
  for (let j = 0; j < n; j += 1) {
    row.fill(0, j);
    row[j] = Math.sqrt(damping);
    for (let k = j; k < n; k += 1) rotate(triangle, row, k);
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    const start = i * (n + 1);
    let sum = -(triangle[start + n] ?? NaN);
    for (let k = i + 1; k < n; k += 1) sum -= (triangle[start + k] ?? NaN) * (x[k] ?? NaN);
    x[i] = sum / (triangle[start + i] ?? NaN);
  }
}

/** Turns row k of the triangle and the further row so that the latter's element k vanishes. */
function rotate(triangle: Float64Array, row: Float64Array, k: number): void {
  const width = row.length;
  const start = k * width;
  const a = triangle[start + k] ?? NaN;
  const b = row[k] ?? NaN;
  if (b === 0) return;
  const length = Math.sqrt(a * a + b * b);
  const cosine = a / length;
  const sine = b / length;
  for (let i = k; i < width; i += 1) {
    const upper = triangle[start + i] ?? NaN;
    const lower = row[i] ?? NaN;
    triangle[start + i] = cosine * upper + sine * lower;
    row[i] = cosine * lower - sine * upper;
  }
}

/** |R⁻ᵀ x|² for the triangle that fillDampedSolution left. */
export function inverseTransposedSquare(triangle: Float64Array, x: Float64Array): number {
  const width = x.length + 1;
  const w = new Float64Array(x.length);
  let square = 0;
  for (let i = 0; i < x.length; i += 1) {
    let sum = x[i] ?? NaN;
    for (let k = 0; k < i; k += 1) sum -= (triangle[k * width + i] ?? NaN) * (w[k] ?? NaN);
    w[i] = sum / (triangle[i * width + i] ?? NaN);
    square += (w[i] ?? NaN) ** 2;
  }
  return square;
}
