import type { AmalgamSystem } from '#core/layer/amalgamSystem.ts';
import { HG_MOLAR_MASS, HG_VOLUME_CM3_PER_MOL } from '#core/layer/mercury.ts';
import { FARADAY } from '#core/physicalConstants.ts';

const CM_PER_MICROMETRE = 1e-4;
const GRAM_PER_MG = 1e-3;

const COULOMB_PER_MAH = 3.6;

/** How much metal one mAh brings, mol; 3.73113708e-5 for one charge an atom. */
export function molesPerMilliampereHour({ electrons }: AmalgamSystem): number {
  return COULOMB_PER_MAH / (electrons * FARADAY);
}

/**
 * Moles of mercury per cm² in a dense film of one phase; 'Hg' is the mercury before it took up any metal. NaN for a phase
 * whose volume is not known, undefined for one that the system does not have.
 */
export function hgOfFilm_molPerCm2(
  system: AmalgamSystem,
  phase: string,
  thickness_um: number,
): number | undefined {
  const volume =
    phase === 'Hg' ? HG_VOLUME_CM3_PER_MOL : system.phases.find(({ id }) => id === phase)?.volume_cm3PerMolHg;
  return volume === undefined ? undefined : (thickness_um * CM_PER_MICROMETRE) / volume;
}

/** The same from what was weighed, mg of mercury per cm². */
export function hgOfMass_molPerCm2(areal_mgPerCm2: number): number {
  return (areal_mgPerCm2 * GRAM_PER_MG) / HG_MOLAR_MASS;
}

export function hgMass_mgPerCm2(hg_molPerCm2: number): number {
  return (hg_molPerCm2 * HG_MOLAR_MASS) / GRAM_PER_MG;
}
