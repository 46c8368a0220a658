import { metalPerHgOf } from '#core/layer/amalgamSystem.ts';
import type { AmalgamSystem } from '#core/layer/amalgamSystem.ts';
import { HG_VOLUME_CM3_PER_MOL } from '#core/layer/mercury.ts';

/** cm³/mol in one Å³ per atom: Avogadro's number times 1e-24. */
const CM3_PER_MOL_IN_CUBIC_ANGSTROM = 0.602214076;
/** Partial molar volume of lithium in mercury, cm³/mol: an estimate. */
const DISSOLVED_VOLUME = 11;
const SATURATION = metalPerHgOf(0.0133);

/** a, c in Å of the hexagonal cell with six mercury atoms; a of the cubic ones with one and four. */
const LIHG3_VOLUME = ((Math.sqrt(3) / 2) * 6.253 ** 2 * 4.804 * CM3_PER_MOL_IN_CUBIC_ANGSTROM) / 6;
const LIHG_VOLUME = 3.287 ** 3 * CM3_PER_MOL_IN_CUBIC_ANGSTROM;
const LI3HG_VOLUME = (6.561 ** 3 * CM3_PER_MOL_IN_CUBIC_ANGSTROM) / 4;

/**
 * Lithium and mercury. Solubility and the potential of the liquid: Cogley and Butler, J. Phys. Chem. 72 (1968) 1017,
 * with their log γ read as decimal; volumes from the cells of Zintl and Brauer's structures. The two lower plateaus were
 * measured by nobody we know of: they are guesses between 0.943 V and 0 V, to be replaced by one's own titration.
 */
export const lithiumMercury: AmalgamSystem = {
  metal: 'Li',
  electrons: 1,
  phases: [
    {
      id: 'L',
      metalPerHg: SATURATION,
      isLiquid: true,
      volume_cm3PerMolHg: HG_VOLUME_CM3_PER_MOL + DISSOLVED_VOLUME * SATURATION,
    },
    { id: 'LiHg3', metalPerHg: 1 / 3, isLiquid: false, volume_cm3PerMolHg: LIHG3_VOLUME },
    { id: 'LiHg', metalPerHg: 1, isLiquid: false, volume_cm3PerMolHg: LIHG_VOLUME },
    { id: 'Li3Hg', metalPerHg: 3, isLiquid: false, volume_cm3PerMolHg: LI3HG_VOLUME },
  ],
  metalVolume_cm3PerMol: 6.94 / 0.534,
  dissolvedVolume_cm3PerMol: DISSOLVED_VOLUME,
  // (8.65 ± 0.17)e-6 by chronoamperometry at a hanging drop; of the paper only the abstract was seen.
  liquidDiffusivity_cm2PerS: 8.65e-6,
  plateaus_V: [0.943, 0.65, 0.15, 0],
  plateauErrors_V: [0.002, 0.1, 0.1, 0],
  liquidPotential_V: (x) => 0.8438 - 0.05916 * (Math.log10(x) + 14.6 * x),
  source: 'Cogley and Butler, J. Phys. Chem. 72 (1968) 1017; the plateaus below LiHg3 are guesses of ±0.1 V',
};
