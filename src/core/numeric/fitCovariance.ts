/** Covariance of fitted coordinates, s²(JᵀWJ)⁻¹, from the Jacobian of the weighted residuals at the minimum. */
import { mutateToTriangle } from '#core/numeric/triangularise.ts';

/** A scaled column that adds less than this to those before it counts as dependent on them. */
const SMALLEST_DIAGONAL = 1e-9;

export interface FitCovariance {
  /** Row-major; parameters outside `moving` have zeros. */
  readonly matrix: Float64Array;
  readonly isSingular: boolean;
}

/** `moving`: the coordinates that no limit holds. `variance`: s². */
export function fitCovariance(
  jacobian: Float64Array,
  { coordinates, moving, variance }: { coordinates: number; moving: readonly number[]; variance: number },
): FitCovariance {
  const rows = jacobian.length / coordinates;
  const m = moving.length;
  const columns = new Float64Array(rows * m);
  const scale = moving.map((j, a) => {
    const column = jacobian.subarray(j * rows, (j + 1) * rows);
    const length = Math.sqrt(column.reduce((sum, value) => sum + value * value, 0)) || Number.MIN_VALUE;
    columns.set(
      column.map((value) => value / length),
      a * rows,
    );
    return length;
  });
  mutateToTriangle(columns, rows, m);
  const { inverse, isSingular } = invertTriangle(columns, rows, m);
  const matrix = new Float64Array(coordinates * coordinates);
  moving.forEach((i, a) => {
    moving.forEach((j, b) => {
      let sum = 0;
      for (let k = Math.max(a, b); k < m; k += 1)
        sum += (inverse[a * m + k] ?? 0) * (inverse[b * m + k] ?? 0);
      matrix[i * coordinates + j] = (variance * sum) / ((scale[a] ?? NaN) * (scale[b] ?? NaN));
    });
  });
  return { matrix, isSingular };
}

/** R⁻¹, upper triangular, row-major, of a triangle whose columns are `rows` apart. */
function invertTriangle(
  triangle: Float64Array,
  rows: number,
  m: number,
): { readonly inverse: Float64Array; readonly isSingular: boolean } {
  const inverse = new Float64Array(m * m);
  let isSingular = false;
  for (let j = 0; j < m; j += 1) {
    const diagonal = triangle[j * rows + j] ?? NaN;
    const isSmall = Math.abs(diagonal) < SMALLEST_DIAGONAL;
    isSingular ||= isSmall;
    inverse[j * m + j] = 1 / (isSmall ? SMALLEST_DIAGONAL : diagonal);
    for (let i = j - 1; i >= 0; i -= 1) {
      let sum = 0;
      for (let k = i + 1; k <= j; k += 1)
        sum += (triangle[k * rows + i] ?? NaN) * (inverse[k * m + j] ?? NaN);
      inverse[i * m + j] = -sum * (inverse[i * m + i] ?? NaN);
    }
  }
  return { inverse, isSingular };
}
