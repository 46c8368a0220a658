/** Atoms that a CIF puts on one place: elements that share it, and atoms that are listed twice. */
import type { CifSite } from '#core/xrd/cif/cifSites.ts';
import type { UnitCell } from '#core/xrd/crystalPhase.ts';
import { PhaseRefusal } from '#core/xrd/phaseOutcome.ts';
import type { SymmetryOperation } from '#core/xrd/symmetryOperations.ts';
import { unitCellAtoms } from '#core/xrd/unitCellAtoms.ts';

/** Coordinates of one place may be rounded differently. */
const SAME_PLACE_A = 0.05;
/** Refined occupancies of elements that share a place add up to one but for rounding. */
const FULL = 1.02;

export interface SharedPlaces {
  readonly sites: readonly CifSite[];
  /** Lines of atoms that repeat another one through the symmetry, which counts them already. */
  readonly repeated: readonly number[];
}

/** Drops an atom that another of its element stands for. Throws a PhaseRefusal for a place that is more than full. */
export function sharedPlaces(
  sites: readonly CifSite[],
  unitCell: UnitCell,
  operations: readonly SymmetryOperation[],
): SharedPlaces {
  const kept: { readonly site: CifSite; readonly images: readonly Place[] }[] = [];
  const repeated: number[] = [];
  for (const site of sites) {
    const before = kept.filter(({ images }) => images.some((image) => isOne(image, site, unitCell)));
    const alike = before.filter(({ site: other }) => other.element === site.element);
    if (occupied([...alike.map(({ site: other }) => other), site]) > FULL && alike.length > 0) {
      repeated.push(site.line);
      continue;
    }
    checkNotOverfull([...before.map(({ site: other }) => other), site]);
    kept.push({ site, images: unitCellAtoms(unitCell, operations, [site])[0]?.positions ?? [] });
  }
  return { sites: kept.map(({ site }) => site), repeated };
}

type Place = readonly [number, number, number];

function isOne(image: Place, { x, y, z }: CifSite, { a_A, b_A, c_A }: UnitCell): boolean {
  const near = (one: number, other: number, length_A: number) =>
    Math.abs(one - other - Math.round(one - other)) * length_A < SAME_PLACE_A;
  return near(image[0], x, a_A) && near(image[1], y, b_A) && near(image[2], z, c_A);
}

function occupied(sites: readonly CifSite[]): number {
  return sites.reduce((sum, { occupancy }) => sum + occupancy, 0);
}

function checkNotOverfull(sites: readonly CifSite[]): void {
  const sum = occupied(sites);
  if (sum <= FULL) return;
  const names = sites.map(({ label, element }) => label || element).join(', ');
  throw new PhaseRefusal(`${names} share one place, and their occupancies add up to ${sum.toFixed(2)}`, {
    line: sites.at(-1)?.line ?? 1,
    advice: 'Give them occupancies that add up to 1 or less.',
  });
}
