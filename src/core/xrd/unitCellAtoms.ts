/** The atoms of the whole cell: every site with all its images, those that fall together counted once. */
import type { AtomSite, UnitCell } from '#core/xrd/crystalPhase.ts';
import { transformed, type SymmetryOperation } from '#core/xrd/symmetryOperations.ts';

export interface CellAtoms {
  readonly site: AtomSite;
  /** Fractional coordinates of the images, 0 ≤ x < 1. */
  readonly positions: readonly (readonly [number, number, number])[];
}

/** Coordinates such as 0.3333 leave images of a special position this far apart at most. */
const SAME_PLACE_A = 0.05;

export function unitCellAtoms(
  cell: UnitCell,
  operations: readonly SymmetryOperation[],
  sites: readonly AtomSite[],
): CellAtoms[] {
  const tolerances = [cell.a_A, cell.b_A, cell.c_A].map((length) => SAME_PLACE_A / length);
  return sites.map((site) => ({ site, positions: imagesOf(site, operations, tolerances) }));
}

function imagesOf(
  { x, y, z }: AtomSite,
  operations: readonly SymmetryOperation[],
  tolerances: readonly number[],
): [number, number, number][] {
  const positions: [number, number, number][] = [];
  for (const operation of operations) {
    const image = transformed(operation, [x, y, z]);
    const isKnown = positions.some((known) =>
      known.every((value, axis) => {
        const apart = value - image[axis as 0 | 1 | 2];
        return Math.abs(apart - Math.round(apart)) < (tolerances[axis] ?? 0);
      }),
    );
    if (!isKnown) positions.push(image);
  }
  return positions;
}
