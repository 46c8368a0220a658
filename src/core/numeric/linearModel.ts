/**
 * The linear model of a least-squares search: solved by the normal equations where the columns are independent enough,
 * and by orthogonal reduction in the narrow valleys of ill-conditioned models.
 */
import type { LeastSquaresSearch } from '#core/numeric/leastSquaresSearch.ts';
import { fillGram, mutateGramToTriangle } from '#core/numeric/normalEquations.ts';
import { mutateToTriangle } from '#core/numeric/triangularise.ts';

/** The angle between the residual and every column is a right one to this cosine. */
const SMALLEST_COSINE = 1e-14;

/** Gradient and scales at the present point, which parameters may move, and the triangle of their linear problem. */
export function linearise(search: LeastSquaresSearch): void {
  const { gradient, gram, scale, here, moving } = search;
  const n = gradient.length;
  fillGram(here.jacobian, here.residual, n, gram);
  search.movingCount = 0;
  for (let j = 0; j < n; j += 1) {
    gradient[j] = gram[j * (n + 1) + n] ?? NaN;
    scale[j] = Math.max(scale[j] ?? 0, Math.sqrt(gram[j * (n + 1) + j] ?? NaN)) || 1;
    if (!isHeldByLimit(search, j)) moving[search.movingCount++] = j;
  }
  gatherNormalEquations(search);
  if (!mutateGramToTriangle(search.triangle, search.movingCount)) reduceOrthogonally(search);
}

/** At a limit that the descent would cross. */
function isHeldByLimit({ here, gradient, lower, upper }: LeastSquaresSearch, j: number): boolean {
  const value = here.parameters[j] ?? NaN;
  const slope = gradient[j] ?? NaN;
  return (value <= (lower[j] ?? NaN) && slope > 0) || (value >= (upper[j] ?? NaN) && slope < 0);
}

/** Scaled products of the parameters that may move. */
function gatherNormalEquations({
  gram,
  gradient,
  scale,
  moving,
  movingCount: m,
  triangle,
}: LeastSquaresSearch): void {
  const width = gradient.length + 1;
  for (let a = 0; a < m; a += 1) {
    const i = moving[a] ?? 0;
    const factor = 1 / (scale[i] ?? NaN);
    for (let b = a; b < m; b += 1) {
      const j = moving[b] ?? 0;
      triangle[a * (m + 1) + b] = ((gram[i * width + j] ?? NaN) * factor) / (scale[j] ?? NaN);
    }
    triangle[a * (m + 1) + m] = (gradient[i] ?? NaN) * factor;
  }
}

function reduceOrthogonally({
  here,
  scale,
  moving,
  movingCount: m,
  columns,
  triangle,
}: LeastSquaresSearch): void {
  const rows = here.residual.length;
  for (let a = 0; a < m; a += 1) {
    const j = moving[a] ?? 0;
    const factor = 1 / (scale[j] ?? NaN);
    for (let i = 0; i < rows; i += 1) columns[a * rows + i] = (here.jacobian[j * rows + i] ?? NaN) * factor;
  }
  columns.set(here.residual, m * rows);
  mutateToTriangle(columns.subarray(0, (m + 1) * rows), rows, m);
  for (let i = 0; i < m; i += 1)
    for (let j = i; j <= m; j += 1) triangle[i * (m + 1) + j] = columns[j * rows + i] ?? NaN;
}

export function isStationary({ here, gradient, scale, moving, movingCount }: LeastSquaresSearch): boolean {
  if (here.cost === 0) return true;
  const length = Math.sqrt(2 * here.cost);
  for (let k = 0; k < movingCount; k += 1) {
    const j = moving[k] ?? 0;
    if (Math.abs(gradient[j] ?? NaN) > SMALLEST_COSINE * (scale[j] ?? NaN) * length) return false;
  }
  return true;
}
