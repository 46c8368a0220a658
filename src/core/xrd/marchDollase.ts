/** Preferred orientation. Dollase, J. Appl. Cryst. 19 (1986) 267. */
import { differentRotations, type SymmetryOperation } from '#core/xrd/symmetryOperations.ts';
import type { CellGeometry } from '#core/xrd/unitCellGeometry.ts';
import { inverseSquareSpacing } from '#core/xrd/unitCellGeometry.ts';

export type Indices = readonly [number, number, number];

export interface Texture {
  readonly axis: Indices;
  /** r: below 1 plates that lie flat on (hkl) of the axis, above 1 needles along it; 1 = none. */
  readonly march: number;
}

/**
 * The factor of a line: the mean over its equivalent reflections of (r² cos²α + sin²α/r)^(−3/2), α the angle between
 * the reflection and the axis in reciprocal space.
 */
export function marchDollase(
  indices: Indices,
  { axis, march }: Texture,
  {
    geometry,
    operations,
  }: { readonly geometry: CellGeometry; readonly operations: readonly SymmetryOperation[] },
): number {
  const images = imagesOf(indices, operations);
  const sum = images.reduce((total, image) => {
    const square = cosineSquare(geometry, image, axis);
    return total + (march * march * square + (1 - square) / march) ** -1.5;
  }, 0);
  return sum / images.length;
}

/** hR for every rotation of the group; repeats weigh alike, so they may stay. */
function imagesOf([h, k, l]: Indices, operations: readonly SymmetryOperation[]): Indices[] {
  return differentRotations(operations).map((r): Indices => {
    const component = (column: number) =>
      h * (r[column] ?? 0) + k * (r[column + 3] ?? 0) + l * (r[column + 6] ?? 0);
    return [component(0), component(1), component(2)];
  });
}

/** cos²α = (a·b)²/(a² b²) in the reciprocal metric. */
function cosineSquare(geometry: CellGeometry, [h, k, l]: Indices, [u, v, w]: Indices): number {
  const sum = inverseSquareSpacing(geometry, h + u, k + v, l + w);
  const [first, second] = [inverseSquareSpacing(geometry, h, k, l), inverseSquareSpacing(geometry, u, v, w)];
  const dot = (sum - first - second) / 2;
  return Math.min(1, (dot * dot) / (first * second));
}
