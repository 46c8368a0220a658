import type { Cell } from '#core/project/study.ts';

const CM_PER_MICROMETRE = 1e-4;

/** Area specific resistance L/σ of the electrolyte alone, Ω cm²; null where thickness or conductivity is not known. */
export function electrolyteFloor_ohm_cm2(cell: Cell): number | null {
  const { electrolyteThickness_um: thickness_um, electrolyteConductivity_SPerCm: conductivity_SPerCm } = cell;
  if (thickness_um === null || conductivity_SPerCm === null || !(conductivity_SPerCm > 0)) return null;
  return (thickness_um * CM_PER_MICROMETRE) / conductivity_SPerCm;
}

/** The same of the whole electrode, Ω. */
export function electrolyteFloor_ohm(cell: Cell): number | null {
  const floor_ohm_cm2 = electrolyteFloor_ohm_cm2(cell);
  return floor_ohm_cm2 === null || cell.area_cm2 === null ? null : floor_ohm_cm2 / cell.area_cm2;
}
