/** Lithium lanthanum titanate La(2/3−x)Li(3x)TiO3 of a given composition, made from one of the library's structures. */
import type { AtomSite, CrystalPhase, UnitCell } from '#core/xrd/crystalPhase.ts';

export interface LltoComposition {
  /** x of La(2/3−x)Li(3x)TiO3, 0 to 1/6: above it there are more atoms than places. */
  readonly x: number;
  /** Order of lanthanum over two layers, 0 to 1: S = (R1 − R)/(1 − R) with R1 the share in the rich layer. */
  readonly order?: number;
  /** The cell as measured; without it that of the structure it is made from, whose own composition is near x = 0.11. */
  readonly cell?: UnitCell;
}

export const LLTO_MOST_X = 1 / 6;
/** The library's structure of Fourquet et al., J. Solid State Chem. 127 (1996) 283: R1, R2 = 0.757, 0.357. */
export const LLTO_USUAL_ORDER = 0.45;

/**
 * Lanthanum is shared out by R = 2/3 − x and the order S; a lithium site of the structure gets 3x. Lithium elsewhere
 * stays out of the intensities, which hardly see it. The cell does not follow x: published cells of one x differ by
 * more with the thermal history than between compositions. It keeps the identifier of the structure, whose place it
 * takes in a study: the two would share their lines in a fit, and neither be found. Undefined for x or S outside their range, or where S would
 * need more than full or less than empty layers.
 */
export function lltoOfComposition(
  base: CrystalPhase,
  { x, order = LLTO_USUAL_ORDER, cell = base.cell }: LltoComposition,
): CrystalPhase | undefined {
  if (!(x >= 0 && x <= LLTO_MOST_X && order >= 0 && order <= 1)) return undefined;
  const mean = 2 / 3 - x;
  const layers = base.sites.filter(({ element }) => element === 'La');
  const shares = layers.length === 2 ? [order, -order].map((s) => mean + s * (1 - mean)) : [mean];
  if (shares.some((share) => share < 0 || share > 1)) return undefined;
  const occupancyOf = (site: AtomSite) => {
    if (site.element === 'Li') return 3 * x;
    return site.element === 'La' ? (shares[layers.indexOf(site)] ?? mean) : site.occupancy;
  };
  const formula = `La${subscript(mean)}Li${subscript(3 * x)}TiO3`;
  const variant = layers.length === 2 ? `x = ${x}, S = ${order}` : `x = ${x}`;
  return {
    ...base,
    name: `${base.name}, ${variant}`,
    variant,
    formula,
    sites: base.sites.map((site) => ({ ...site, occupancy: occupancyOf(site) })),
    cell,
    notes: `Composition typed by the user. ${base.notes}`,
  };
}

function subscript(value: number): string {
  return String(Number(value.toFixed(3)));
}
