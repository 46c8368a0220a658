/** Density and attenuation of a phase, and how deep the X-rays look. */
import type { CrystalPhase } from '#core/xrd/crystalPhase.ts';
import { operationsOf } from '#core/xrd/hallSymbol.ts';
import { unitCellAtoms } from '#core/xrd/unitCellAtoms.ts';
import { cellGeometry } from '#core/xrd/unitCellGeometry.ts';
import { elementXray, type XrayTables } from '#core/xrd/xrayTables.ts';

/** 1 g/mol in one cubic ångström, in g/cm³: 10²⁴/N_A. */
const GRAM_PER_MOL_A3 = 1 / 0.602214076;

export interface Attenuation {
  readonly density_g_cm3: number;
  readonly muRho_cm2_g: number;
  readonly mu_perCm: number;
}

/** At a line of the tables such as `CuKa1`; NaN attenuation for one they lack. Throws for an unknown element. */
export function attenuationOf(phase: CrystalPhase, tables: XrayTables, line: string): Attenuation {
  const operations = operationsOf(phase.operations);
  if (!operations) throw new Error(`the symmetry operations of ${phase.id} cannot be read`);
  const parts = unitCellAtoms(phase.cell, operations, phase.sites).map(({ site, positions }) => {
    const { mass, muRho_cm2_g } = elementXray(tables, site.element);
    const mass_gPerMol = site.occupancy * positions.length * mass;
    return { mass_gPerMol, weighted: mass_gPerMol * (muRho_cm2_g[line] ?? NaN) };
  });
  const mass_gPerMol = parts.reduce((sum, part) => sum + part.mass_gPerMol, 0);
  const density_g_cm3 = (GRAM_PER_MOL_A3 * mass_gPerMol) / cellGeometry(phase.cell).volume_A3;
  const muRho_cm2_g = parts.reduce((sum, part) => sum + part.weighted, 0) / mass_gPerMol;
  return { density_g_cm3, muRho_cm2_g, mu_perCm: muRho_cm2_g * density_g_cm3 };
}
