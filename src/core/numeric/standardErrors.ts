/** Standard errors of fitted parameters at unit variance, from the Jacobian of the weighted residuals at the minimum. */
import { inverseElement, inverseTransposed, mutateToCholesky } from '#core/numeric/cholesky.ts';
import { fillGram } from '#core/numeric/normalEquations.ts';

/**
 * √diag((JᵀJ)⁻¹), `count` columns behind one another; NaN throughout where a column depends on the others. By the normal
 * equations, for well-conditioned problems of many points; numeric/fitCovariance.ts takes the safer and slower way.
 */
export function standardErrors(jacobian: Float64Array, residual: Float64Array, count: number): Float64Array {
  const width = count + 1;
  const gram = new Float64Array(width * width);
  fillGram(jacobian, residual, count, gram);
  const matrix = new Float64Array(count * count);
  for (let i = 0; i < count; i += 1)
    for (let j = i; j < count; j += 1) matrix[j * count + i] = gram[i * width + j] ?? NaN;
  if (mutateToCholesky(matrix, count) !== -1) return new Float64Array(count).fill(NaN);
  const inverse = inverseTransposed(matrix, count);
  return Float64Array.from({ length: count }, (_, i) => Math.sqrt(inverseElement(inverse, count, i, i)));
}
