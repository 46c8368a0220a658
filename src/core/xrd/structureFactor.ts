/** |F|² of reflections: form factors, anomalous terms, isotropic displacement. International Tables C, section 6.1. */
import type { Reflection } from '#core/xrd/reflections.ts';
import type { CellAtoms } from '#core/xrd/unitCellAtoms.ts';
import { elementXray, type ElementXray, type XrayTables } from '#core/xrd/xrayTables.ts';

/** Atoms that scatter alike: one element with one displacement parameter. */
interface Scatterer {
  readonly xray: ElementXray;
  readonly fPrime: number;
  readonly fDoublePrime: number;
  readonly sites: readonly {
    readonly occupancy: number;
    readonly bIso_A2: number;
    readonly coordinates: Float64Array;
  }[];
}

/** Squares of structure factors in electrons². */
export interface StructureFactors {
  /** The mean of |F(hkl)|² and |F(−h−k−l)|², which a powder adds up. */
  readonly meanSquare: (reflection: Reflection) => number;
}

/** `line` is the key of the anomalous terms; without one f′ = f″ = 0. Throws for an element without a table. */
export function structureFactors(
  atoms: readonly CellAtoms[],
  tables: XrayTables,
  line: string | undefined,
): StructureFactors {
  const scatterers = scatterersOf(atoms, tables, line);
  return { meanSquare: (reflection) => meanSquareOf(scatterers, reflection) };
}

function scatterersOf(
  atoms: readonly CellAtoms[],
  tables: XrayTables,
  line: string | undefined,
): readonly Scatterer[] {
  const elements = [...new Set(atoms.map(({ site }) => site.element))];
  return elements.map((element) => {
    const xray = elementXray(tables, element);
    const [fPrime = 0, fDoublePrime = 0] = (line === undefined ? undefined : xray.anomalous[line]) ?? [];
    const sites = atoms
      .filter(({ site }) => site.element === element)
      .map(({ site, positions }) => ({ ...site, coordinates: Float64Array.from(positions.flat()) }));
    return { xray, fPrime, fDoublePrime, sites };
  });
}

/**
 * With C, S the sums over cos and sin weighted by f0 + f′ and C″, S″ those weighted by f″, the mean over a Friedel
 * pair is C² + S² + C″² + S″²: the mixed terms have opposite signs.
 */
function meanSquareOf(scatterers: readonly Scatterer[], { h, k, l, d_A }: Reflection): number {
  const s2 = 1 / (4 * d_A * d_A);
  let [c, s, cAnomalous, sAnomalous] = [0, 0, 0, 0];
  for (const { xray, fPrime, fDoublePrime, sites } of scatterers) {
    let [cosines, sines] = [0, 0];
    for (const { occupancy, bIso_A2, coordinates } of sites) {
      const weight = occupancy * Math.exp(-bIso_A2 * s2);
      for (let i = 0; i < coordinates.length; i += 3) {
        const phase =
          2 *
          Math.PI *
          (h * (coordinates[i] ?? 0) + k * (coordinates[i + 1] ?? 0) + l * (coordinates[i + 2] ?? 0));
        cosines += weight * Math.cos(phase);
        sines += weight * Math.sin(phase);
      }
    }
    const f = formFactor(xray, s2) + fPrime;
    c += f * cosines;
    s += f * sines;
    cAnomalous += fDoublePrime * cosines;
    sAnomalous += fDoublePrime * sines;
  }
  return c * c + s * s + cAnomalous * cAnomalous + sAnomalous * sAnomalous;
}

/** f0 at s² = (sin θ/λ)² in 1/Å², electrons. */
export function formFactor({ a, b, c }: ElementXray, s2: number): number {
  let sum = c;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * Math.exp(-(b[i] ?? 0) * s2);
  return sum;
}
