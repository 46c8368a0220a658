import { ohmicFloor_ohm_cm2 } from '#core/cycling/ohmicFloor.ts';
import type { Cell } from '#core/project/study.ts';

/** Area specific resistance L/σ of the electrolyte alone, Ω cm²; null where thickness or conductivity is not known. */
export function electrolyteFloor_ohm_cm2(cell: Cell): number | null {
  return ohmicFloor_ohm_cm2(cell);
}

/** The same of the whole electrode, Ω. */
export function electrolyteFloor_ohm(cell: Cell): number | null {
  const floor_ohm_cm2 = electrolyteFloor_ohm_cm2(cell);
  return floor_ohm_cm2 === null || cell.area_cm2 === null ? null : floor_ohm_cm2 / cell.area_cm2;
}
