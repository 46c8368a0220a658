import { ohmicFloor_ohm_cm2 } from '#core/cycling/ohmicFloor.ts';
import type { Cell } from '#core/project/study.ts';

/** Resistance L/σ of the electrolyte alone between whole electrodes, Ω; null where L, σ or the area is not known. */
export function electrolyteFloor_ohm(cell: Cell): number | null {
  const floor_ohm_cm2 = ohmicFloor_ohm_cm2(cell);
  return floor_ohm_cm2 === null || cell.area_cm2 === null ? null : floor_ohm_cm2 / cell.area_cm2;
}
