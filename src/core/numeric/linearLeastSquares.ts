/**
 * Linear least squares min ‖A x − b‖ by Householder reflections: the normal equations would square the condition
 * number, which is 1e8 and more for dense sets of RC elements.
 */
import { mutateToTriangle } from '#core/numeric/triangularise.ts';

/** `columns`: A column by column, as many values each as `b` has and at most as many columns; neither is changed. */
export function linearLeastSquares(columns: Float64Array, b: Float64Array): Float64Array {
  const rows = b.length;
  const count = columns.length / rows;
  const matrix = new Float64Array(columns.length + rows);
  matrix.set(columns);
  matrix.set(b, columns.length);
  mutateToTriangle(matrix, rows, count);
  return backSubstitute(matrix, rows, count);
}

/** Solves R x = Qᵀb, which stands in the last column; an unknown whose diagonal is zero is zero. */
function backSubstitute(matrix: Float64Array, rows: number, count: number): Float64Array {
  const x = matrix.slice(count * rows, count * rows + count);
  for (let j = count - 1; j >= 0; j -= 1) {
    const pivot = matrix[j * rows + j] ?? 0;
    const value = pivot === 0 ? 0 : (x[j] ?? NaN) / pivot;
    x[j] = value;
    for (let i = 0; i < j; i += 1) x[i] = (x[i] ?? NaN) - value * (matrix[j * rows + i] ?? NaN);
  }
  return x;
}
