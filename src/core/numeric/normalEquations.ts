/**
 * The triangle of a least-squares problem from its normal equations: AᵀA = RᵀR by Cholesky. It costs a quarter of an
 * orthogonal reduction and loses half of the digits that the condition of A leaves (Golub and Van Loan, Matrix
 * Computations, 5.3), so the caller is told where that is too many.
 */

/** A column that adds a smaller share than this (squared) to those before it has lost about half of its digits. */
const SMALLEST_PIVOT = 1e-7;

/**
 * Writes the products of all columns with each other, and with the last one: `columns` of `rows` values behind one
 * another in `matrix`, then `last`. `gram` is (columns + 1)², row-major, of which the part on and above the diagonal
 * is written.
 */
export function fillGram(
  matrix: Float64Array,
  last: Float64Array,
  columns: number,
  gram: Float64Array,
): void {
  const rows = last.length;
  const width = columns + 1;
  for (let i = 0; i < columns; i += 1) {
    let j = i;
    for (; j + 1 < columns; j += 2) fillPair(matrix, i * rows, j * rows, { rows, gram, at: i * width + j });
    if (j < columns) gram[i * width + j] = product(matrix, i * rows, matrix, { from: j * rows, rows });
    gram[i * width + columns] = product(matrix, i * rows, last, { from: 0, rows });
  }
  gram[columns * width + columns] = product(last, 0, last, { from: 0, rows });
}

/** Two products at once: each value of the left column is read once for both. */
function fillPair(
  matrix: Float64Array,
  left: number,
  right: number,
  { rows, gram, at }: { readonly rows: number; readonly gram: Float64Array; readonly at: number },
): void {
  const next = right + rows;
  let first = 0;
  let second = 0;
  for (let k = 0; k < rows; k += 1) {
    const value = matrix[left + k] ?? NaN;
    first += value * (matrix[right + k] ?? NaN);
    second += value * (matrix[next + k] ?? NaN);
  }
  gram[at] = first;
  gram[at + 1] = second;
}

function product(
  a: Float64Array,
  start: number,
  b: Float64Array,
  { from, rows }: { readonly from: number; readonly rows: number },
): number {
  let sum = 0;
  for (let k = 0; k < rows; k += 1) sum += (a[start + k] ?? NaN) * (b[from + k] ?? NaN);
  return sum;
}

/**
 * Turns AᵀA, row-major with Aᵀr as its last column (n × (n + 1)), into R with q = R⁻ᵀAᵀr as its last column; what is
 * below the diagonal stays. False where a pivot is too small to be trusted: the content is then of no use.
 */
export function mutateGramToTriangle(gram: Float64Array, n: number): boolean {
  const width = n + 1;
  for (let i = 0; i < n; i += 1) {
    const row = i * width;
    const own = gram[row + i] ?? NaN;
    for (let k = 0; k < i; k += 1) {
      const above = k * width;
      const factor = gram[above + i] ?? NaN;
      for (let j = i; j < width; j += 1)
        gram[row + j] = (gram[row + j] ?? NaN) - factor * (gram[above + j] ?? NaN);
    }
    const pivot = gram[row + i] ?? NaN;
    if (!(pivot > SMALLEST_PIVOT * own)) return false;
    const perPivot = 1 / Math.sqrt(pivot);
    for (let j = i; j < width; j += 1) gram[row + j] = (gram[row + j] ?? NaN) * perPivot;
  }
  return true;
}
