/** The amalgam film of a cell as its description has it. */
import type { Cell } from '#core/project/study.ts';
import { amalgamSystemOf } from '#core/layer/amalgamSystems.ts';
import { hgOfFilm_molPerCm2, hgOfMass_molPerCm2 } from '#core/layer/hgInventory.ts';
import type { Film } from '#core/layer/layerTrajectory.ts';

/** The film in its first solid phase (LiHg3 of lithium), on its own. Null where too little is known. */
export function layerFilm(cell: Cell): Film | null {
  const system = cell.metal && amalgamSystemOf(cell.metal);
  const start = system?.phases.find(({ isLiquid }) => !isLiquid);
  if (!system || !start) return null;
  const hg_molPerCm2 =
    cell.arealHg_mgPerCm2 !== null
      ? hgOfMass_molPerCm2(cell.arealHg_mgPerCm2)
      : cell.layerThickness_um !== null
        ? hgOfFilm_molPerCm2(system, start.id, cell.layerThickness_um)
        : undefined;
  if (hg_molPerCm2 === undefined || !(hg_molPerCm2 > 0)) return null;
  return { system, hg_molPerCm2, startMetalPerHg: start.metalPerHg, exchange_perHour: 0 };
}
