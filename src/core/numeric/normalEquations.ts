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
 * is meant; what is below it is undefined.
 */
export function fillGram(
  matrix: Float64Array,
  last: Float64Array,
  columns: number,
  gram: Float64Array,
): void {
  const rows = last.length;
  const width = columns + 1;
  for (let i = 0; i < columns; i += 2) {
    const pair = Math.min(2, columns - i);
    let j = i;
    if (pair === 2) {
      for (; j + 3 < columns; j += 4)
        fillEight(matrix, i * rows, j * rows, { rows, gram, at: i * width + j, width });
    }
    for (let row = i; row < i + pair; row += 1) {
      for (let column = Math.max(row, j); column < columns; column += 1)
        gram[row * width + column] = product(matrix, row * rows, matrix, { from: column * rows, rows });
      gram[row * width + columns] = product(matrix, row * rows, last, { from: 0, rows });
    }
  }
  gram[columns * width + columns] = product(last, 0, last, { from: 0, rows });
}

interface Tile {
  readonly rows: number;
  readonly gram: Float64Array;
  /** Place of the first product, and from one row of products to the next. */
  readonly at: number;
  readonly width: number;
}

/** Eight products at once, of two columns with four: each value is read once for several, and no sum waits for another. */
function fillEight(matrix: Float64Array, left: number, right: number, { rows, gram, at, width }: Tile): void {
  let [a0, a1, a2, a3, b0, b1, b2, b3] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let k = 0; k < rows; k += 1) {
    const a = matrix[left + k] ?? NaN;
    const b = matrix[left + rows + k] ?? NaN;
    const first = matrix[right + k] ?? NaN;
    const second = matrix[right + rows + k] ?? NaN;
    const third = matrix[right + 2 * rows + k] ?? NaN;
    const fourth = matrix[right + 3 * rows + k] ?? NaN;
    a0 += a * first;
    a1 += a * second;
    a2 += a * third;
    a3 += a * fourth;
    b0 += b * first;
    b1 += b * second;
    b2 += b * third;
    b3 += b * fourth;
  }
  gram[at] = a0;
  gram[at + 1] = a1;
  gram[at + 2] = a2;
  gram[at + 3] = a3;
  gram[at + width] = b0;
  gram[at + width + 1] = b1;
  gram[at + width + 2] = b2;
  gram[at + width + 3] = b3;
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
