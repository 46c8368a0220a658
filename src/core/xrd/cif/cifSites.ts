/** The atoms of a CIF. */
import {
  cell,
  cifNumber,
  isUnknown,
  loopWith,
  type CifBlock,
  type CifLoop,
} from '#core/xrd/cif/cifBlocks.ts';
import type { CifToken } from '#core/xrd/cif/cifTokens.ts';
import { elementOf } from '#core/xrd/chemicalElements.ts';
import type { AtomSite, UnitCell } from '#core/xrd/crystalPhase.ts';
import { PhaseRefusal } from '#core/xrd/phaseOutcome.ts';
import { cellGeometry } from '#core/xrd/unitCellGeometry.ts';

/** Å², for atoms without a displacement parameter; what the library's phases have. */
export const ASSUMED_B_A2 = 1;
/** Displacement: B = 8π²U. */
const B_OF_U = 8 * Math.PI ** 2;
const COORDINATES = ['_atom_site_fract_x', '_atom_site_fract_y', '_atom_site_fract_z'] as const;

export interface CifSite extends AtomSite {
  readonly label: string;
  readonly line: number;
}

export interface CifSites {
  readonly sites: readonly CifSite[];
  /** Lines of atoms without a place: dummies, and hydrogens that were not found. */
  readonly withoutPlace: readonly number[];
  readonly withoutDisplacement: number;
}

/** The row of an atom and what it may need of the block. */
interface AtomRow {
  readonly loop: CifLoop;
  readonly row: number;
  readonly line: number;
  readonly known: ReadonlySet<string>;
}

/** `known`: the elements of the formula. Throws a PhaseRefusal for an atom that cannot be read. */
export function cifSites(block: CifBlock, unitCell: UnitCell, known: ReadonlySet<string>): CifSites {
  const loop = loopWith(block, COORDINATES[0]);
  if (!loop) return { sites: [], withoutPlace: [], withoutDisplacement: 0 };
  const anisotropic = equivalentB(block, unitCell);
  const rows = loop.rows.map((tokens, row) => ({ loop, row, known, line: tokens[0]?.line ?? block.line }));
  const placed = rows.filter(hasPlace);
  const read = placed.map((row) => siteOf(row, anisotropic));
  return {
    sites: read.map(({ site }) => site),
    withoutPlace: rows.filter((row) => !hasPlace(row)).map(({ line }) => line),
    withoutDisplacement: read.filter(({ assumed }) => assumed).length,
  };
}

function valueOf({ loop, row }: AtomRow, tag: string): CifToken | undefined {
  const token = cell(loop, row, tag);
  return token && !isUnknown(token) ? token : undefined;
}

function hasPlace(row: AtomRow): boolean {
  if (valueOf(row, '_atom_site_calc_flag')?.text === 'dum') return false;
  return COORDINATES.every((tag) => valueOf(row, tag));
}

function numberAt(row: AtomRow, tag: string): number | undefined {
  const token = valueOf(row, tag);
  if (!token) return undefined;
  const value = cifNumber(token);
  if (Number.isFinite(value)) return value;
  throw new PhaseRefusal(`"${token.text}" is no number for ${tag}`, {
    line: token.line,
    advice: 'Write it as 0.1234 or, with its uncertainty, 0.1234(5).',
  });
}

function siteOf(row: AtomRow, anisotropic: ReadonlyMap<string, number>) {
  const label = valueOf(row, '_atom_site_label')?.text ?? '';
  const [x = 0, y = 0, z = 0] = COORDINATES.map((tag) => numberAt(row, tag));
  const u = numberAt(row, '_atom_site_u_iso_or_equiv');
  const b =
    numberAt(row, '_atom_site_b_iso_or_equiv') ?? (u === undefined ? anisotropic.get(label) : B_OF_U * u);
  const site: CifSite = {
    label,
    line: row.line,
    element: elementAt(row, label),
    x,
    y,
    z,
    occupancy: occupancyAt(row),
    bIso_A2: b ?? ASSUMED_B_A2,
  };
  return { site, assumed: b === undefined };
}

function elementAt(row: AtomRow, label: string): string {
  const type = valueOf(row, '_atom_site_type_symbol')?.text;
  const element = elementOf(type ?? label, row.known);
  if (element !== undefined) return element;
  throw new PhaseRefusal(`"${type ?? label}" names no element between H and U`, {
    line: row.line,
    advice: 'Give the atom a _atom_site_type_symbol such as La, Ti or O2-.',
  });
}

function occupancyAt(row: AtomRow): number {
  const occupancy = numberAt(row, '_atom_site_occupancy') ?? 1;
  if (occupancy >= 0 && occupancy <= 1.001) return Math.min(occupancy, 1);
  throw new PhaseRefusal(`the occupancy ${occupancy} is not between 0 and 1`, {
    line: row.line,
    advice: 'Occupancies are shares of a place, without the multiplicity of the site.',
  });
}

const U_NAMES = ['_atom_site_aniso_u_', '_atom_site_aniso_b_'] as const;
const PAIRS = ['11', '22', '33', '12', '13', '23'] as const;

/** B of atoms with anisotropic parameters, by label: the mean of the three axes of the ellipsoid. */
function equivalentB(block: CifBlock, unitCell: UnitCell): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const prefix of U_NAMES) {
    const loop = loopWith(block, `${prefix}11`);
    loop?.rows.forEach((_, row) => {
      const label = cell(loop, row, '_atom_site_aniso_label')?.text;
      const values = PAIRS.map((pair) => cell(loop, row, `${prefix}${pair}`)).map((t) =>
        t ? cifNumber(t) : NaN,
      );
      const mean = equivalent(values, unitCell);
      if (label !== undefined && Number.isFinite(mean))
        found.set(label, prefix.endsWith('u_') ? B_OF_U * mean : mean);
    });
  }
  return found;
}

/** Ueq = ⅓ Σ Uij a*i a*j (ai·aj). International Tables D, section 1.9. */
function equivalent(values: readonly number[], unitCell: UnitCell): number {
  const [u11 = NaN, u22 = NaN, u33 = NaN, u12 = NaN, u13 = NaN, u23 = NaN] = values;
  const { a_A: a, b_A: b, c_A: c } = unitCell;
  const { reciprocal: r } = cellGeometry(unitCell);
  const cosine = (angle_deg: number) => Math.cos((angle_deg * Math.PI) / 180);
  const [aStar, bStar, cStar] = [Math.sqrt(r.aa), Math.sqrt(r.bb), Math.sqrt(r.cc)];
  const own = u11 * (a * aStar) ** 2 + u22 * (b * bStar) ** 2 + u33 * (c * cStar) ** 2;
  const mixed =
    u12 * aStar * bStar * a * b * cosine(unitCell.gamma_deg) +
    u13 * aStar * cStar * a * c * cosine(unitCell.beta_deg) +
    u23 * bStar * cStar * b * c * cosine(unitCell.alpha_deg);
  return (own + 2 * mixed) / 3;
}
