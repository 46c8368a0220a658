import type { CellFacts } from '#core/cycling/cellFacts.ts';

const CM_PER_MICROMETRE = 1e-4;

/**
 * Area specific resistance L/σ of the electrolyte alone, Ω cm²; null where thickness or conductivity is not known. For a
 * liquid in a separator σ is its effective conductivity, ε/τ times that of the liquid.
 */
export function ohmicFloor_ohm_cm2({
  electrolyteThickness_um: thickness_um,
  electrolyteConductivity_SPerCm: conductivity_SPerCm,
}: Pick<CellFacts, 'electrolyteThickness_um' | 'electrolyteConductivity_SPerCm'>): number | null {
  if (thickness_um === null || conductivity_SPerCm === null || !(conductivity_SPerCm > 0)) return null;
  return (thickness_um * CM_PER_MICROMETRE) / conductivity_SPerCm;
}
