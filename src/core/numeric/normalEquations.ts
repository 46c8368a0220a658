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
    for (; j + 3 < columns; j += 4) fillFour(matrix, i * rows, j * rows, { rows, gram, at: i * width + j });
    for (; j < columns; j += 1)
      gram[i * width + j] = product(matrix, i * rows, matrix, { from: j * rows, rows });
    gram[i * width + columns] = product(matrix, i * rows, last, { from: 0, rows });
  }
  gram[columns * width + columns] = product(last, 0, last, { from: 0, rows });
}

/** Four products at once: each value of the left column is read once, and no sum waits for the one before it. */
function fillFour(
  matrix: Float64Array,
  left: number,
  right: number,
  { rows, gram, at }: { readonly rows: number; readonly gram: Float64Array; readonly at: number },
): void {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let k = 0; k < rows; k += 1) {
    const value = matrix[left + k] ?? NaN;
    first += value * (matrix[right + k] ?? NaN);
    second += value * (matrix[right + rows + k] ?? NaN);
    third += value * (matrix[right + 2 * rows + k] ?? NaN);
    fourth += value * (matrix[right + 3 * rows + k] ?? NaN);
  }
  gram[at] = first;
  gram[at + 1] = second;
  gram[at + 2] = third;
  gram[at + 3] = fourth;
}

function product(
  a: Float64Array,
  start: number,
  b: Float64Array,
  { from, rows }: { readonly from: number; readonly rows: number },
): number {
  let even = 0;
  let odd = 0;
  let k = 0;
  for (; k + 1 < rows; k += 2) {
    even += (a[start + k] ?? NaN) * (b[from + k] ?? NaN);
    odd += (a[start + k + 1] ?? NaN) * (b[from + k + 1] ?? NaN);
  }
  return k < rows ? even + odd + (a[start + k] ?? NaN) * (b[from + k] ?? NaN) : even + odd;
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
