/** The reflections of a cell and its symmetry, one of each set of equivalent ones. */
import { cellGeometry, inverseSquareSpacing } from '#core/xrd/unitCellGeometry.ts';
import type { CellGeometry } from '#core/xrd/unitCellGeometry.ts';
import type { UnitCell } from '#core/xrd/crystalPhase.ts';
import { differentRotations, type SymmetryOperation } from '#core/xrd/symmetryOperations.ts';

export interface Reflection {
  readonly h: number;
  readonly k: number;
  readonly l: number;
  readonly d_A: number;
  /** How many equivalent reflections there are, Friedel's included. */
  readonly multiplicity: number;
}

/** More would be a cell or a range that was mistyped. */
const MOST_INDICES = 4_000_000;

/**
 * All reflections with spacings from `dMin_A` to `dMax_A` that symmetry does not extinguish, in the order of falling
 * spacing. Of equivalent ones that with the greatest h, then k, then l stands for all. Throws for a range of more than
 * four million indices.
 */
export function reflectionsOf(
  cell: UnitCell,
  operations: readonly SymmetryOperation[],
  { dMin_A, dMax_A = Infinity }: { readonly dMin_A: number; readonly dMax_A?: number },
): Reflection[] {
  const geometry = cellGeometry(cell);
  const limits = { least: 1 / (dMax_A * dMax_A), most: 1 / (dMin_A * dMin_A) };
  const rotations = laueRotations(operations);
  const found: Reflection[] = [];
  const edge = indexLimits(geometry, dMin_A);
  for (let h = 0; h <= edge[0]; h += 1) {
    for (let k = -edge[1]; k <= edge[1]; k += 1) {
      for (let l = -edge[2]; l <= edge[2]; l += 1) {
        const inverse = inverseSquareSpacing(geometry, h, k, l);
        if (inverse > limits.most || inverse < limits.least || inverse <= 0) continue;
        const multiplicity = multiplicityIfFirst(rotations, [h, k, l]);
        if (multiplicity === 0 || isExtinct(operations, [h, k, l])) continue;
        found.push({ h, k, l, d_A: 1 / Math.sqrt(inverse), multiplicity });
      }
    }
  }
  return found.sort((first, second) => second.d_A - first.d_A);
}

/** |h| ≤ a/d for the direct axis a, since h = a·(d*) and |d*| ≤ 1/d. */
function indexLimits({ reciprocal: r, volume_A3 }: CellGeometry, dMin_A: number): [number, number, number] {
  const axis = (one: number, other: number, mixed: number) =>
    Math.floor((Math.sqrt(one * other - mixed * mixed) * volume_A3) / dMin_A);
  const limits: [number, number, number] = [
    axis(r.bb, r.cc, r.bc),
    axis(r.aa, r.cc, r.ac),
    axis(r.aa, r.bb, r.ab),
  ];
  const [h, k, l] = limits;
  if (!((h + 1) * (2 * k + 1) * (2 * l + 1) < MOST_INDICES)) throw new Error('too many reflections');
  return limits;
}

/** The different rotations of the group, flat, nine numbers each: hR is the image of h. */
function laueRotations(operations: readonly SymmetryOperation[]): Int8Array {
  return Int8Array.from(differentRotations(operations).flat());
}

/**
 * How many images a reflection has, those of the opposite sign included; 0 when one of them comes before it. An image
 * that is met m times is met m times for every member of the set, so the count is the orbit's.
 */
function multiplicityIfFirst(rotations: Int8Array, indices: Indices): number {
  let same = 0;
  let opposite = 0;
  for (let at = 0; at < rotations.length; at += 9) {
    const order = compared(rotations, at, indices);
    if (order === COMES_BEFORE) return 0;
    if (order === SAME) same += 1;
    else if (order === OPPOSITE) opposite += 1;
  }
  return (rotations.length / 9 / same) * (opposite === 0 ? 2 : 1);
}

type Indices = readonly [number, number, number];

const COMES_BEFORE = 1;
const SAME = 2;
const OPPOSITE = 3;
const COMES_BEHIND = 4;

/** How the image of a reflection, or its opposite, stands to it in the order of h, then k, then l. */
function compared(rotations: ArrayLike<number>, at: number, indices: Indices): number {
  const [h, k, l] = indices;
  const x = imageIndex(rotations, at, indices);
  const y = imageIndex(rotations, at + 1, indices);
  const z = imageIndex(rotations, at + 2, indices);
  const straight = x - h || y - k || z - l;
  const reversed = -x - h || -y - k || -z - l;
  if (straight > 0 || reversed > 0) return COMES_BEFORE;
  return straight === 0 ? SAME : reversed === 0 ? OPPOSITE : COMES_BEHIND;
}

/** One index of hR: the product with a column of R, which begins at `at`. */
function imageIndex(rotations: ArrayLike<number>, at: number, [h, k, l]: Indices): number {
  return h * (rotations[at] ?? 0) + k * (rotations[at + 3] ?? 0) + l * (rotations[at + 6] ?? 0);
}

/** A reflection that an operation maps onto itself with another phase is extinct: F(hR) = F(h)·exp(−2πi h·t). */
function isExtinct(operations: readonly SymmetryOperation[], indices: Indices): boolean {
  const [h, k, l] = indices;
  return operations.some(({ rotation, translation: [x, y, z] }) => {
    const phase = h * x + k * y + l * z;
    return Math.abs(phase - Math.round(phase)) > 1e-3 && compared(rotation, 0, indices) === SAME;
  });
}
