/** What atoms do to X-rays, as tables that the caller passes in. */
import type { Radiation, SpectralLine } from '#core/xrd/radiation.ts';

export interface ElementXray {
  /** g/mol. */
  readonly mass: number;
  /** f0(s) = Σ a·exp(−b·s²) + c with s = sin θ/λ in 1/Å, neutral atom. */
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly c: number;
  /** f′ and f″ in electrons at a line such as `CuKa1`; f = f0 + f′ + i·f″. */
  readonly anomalous: Readonly<Record<string, readonly number[]>>;
  /** Mass attenuation at a line. */
  readonly muRho_cm2_g: Readonly<Record<string, number>>;
}

export type XrayTables = Readonly<Record<string, ElementXray>>;

/** The key of a line in the tables; undefined for a wavelength that is no tube's. */
export function lineKey({ anode }: Radiation, { name }: SpectralLine): string | undefined {
  return anode === null ? undefined : `${anode}${name}`;
}

/** The tables' entry of an element. Throws for one they lack: a phase is checked when it is made. */
export function elementXray(tables: XrayTables, element: string): ElementXray {
  const found = Object.hasOwn(tables, element) ? tables[element] : undefined;
  if (!found) throw new Error(`no X-ray table for the element ${element}`);
  return found;
}
