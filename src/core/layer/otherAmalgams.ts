import { metalPerHgOf } from '#core/layer/amalgamSystem.ts';
import type { AmalgamSystem } from '#core/layer/amalgamSystem.ts';
import { HG_VOLUME_CM3_PER_MOL } from '#core/layer/mercury.ts';

interface ShortForm {
  readonly metal: string;
  readonly electrons: number;
  /** Mole fraction of metal in saturated liquid mercury at 25 °C. */
  readonly saturation: number;
  /** The first solid that forms beyond it, where there is one. */
  readonly firstSolid?: { readonly id: string; readonly metalPerHg: number };
  /** V of the saturated amalgam against the metal and half the range it is believed to lie in. */
  readonly saturated_V: number;
  readonly error_V: number;
}

/**
 * Solubility and the first solid, from memory of the IUPAC Solubility Data Series 25, "Metals in Mercury", which is the
 * place to check them; potentials of the saturated amalgams are estimates. No volumes of the solids were found, so that
 * thickness is told for the liquid alone.
 */
function shortForm({
  metal,
  electrons,
  saturation,
  firstSolid,
  saturated_V,
  error_V,
}: ShortForm): AmalgamSystem {
  const liquid = {
    id: 'L',
    metalPerHg: metalPerHgOf(saturation),
    isLiquid: true,
    volume_cm3PerMolHg: HG_VOLUME_CM3_PER_MOL,
  };
  const solid = firstSolid && { ...firstSolid, isLiquid: false, volume_cm3PerMolHg: NaN };
  return {
    metal,
    electrons,
    phases: solid ? [liquid, solid] : [liquid],
    metalVolume_cm3PerMol: NaN,
    dissolvedVolume_cm3PerMol: 0,
    liquidDiffusivity_cm2PerS: null,
    plateaus_V: [saturated_V, ...(solid ? [NaN] : [])],
    plateauErrors_V: [error_V, ...(solid ? [NaN] : [])],
    liquidPotential_V: () => NaN,
    source: 'Solubility to be checked in the IUPAC Solubility Data Series 25; potential estimated',
  };
}

export const sodiumMercury = shortForm({
  metal: 'Na',
  electrons: 1,
  saturation: 0.053,
  firstSolid: { id: 'NaHg4', metalPerHg: 1 / 4 },
  saturated_V: 0.78,
  error_V: 0.1,
});

export const potassiumMercury = shortForm({
  metal: 'K',
  electrons: 1,
  saturation: 0.025,
  firstSolid: { id: 'KHg11', metalPerHg: 1 / 11 },
  saturated_V: 1.0,
  error_V: 0.1,
});

/** No compound lowers the activity of zinc by much: the saturated amalgam lies within a few mV of the metal. */
export const zincMercury = shortForm({
  metal: 'Zn',
  electrons: 2,
  saturation: 0.06,
  saturated_V: 0,
  error_V: 0.005,
});

export const magnesiumMercury = shortForm({
  metal: 'Mg',
  electrons: 2,
  saturation: 0.025,
  firstSolid: { id: 'MgHg2', metalPerHg: 1 / 2 },
  saturated_V: NaN,
  error_V: NaN,
});
