/**
 * What is known of the electrode metals: molar masses of IUPAC 2021, densities at 20 °C and standard potentials at 25 °C in
 * water from the tables of the CRC Handbook. The potentials say little about ionic liquids and ethers.
 */
import { FARADAY } from '#core/physicalConstants.ts';
import type { Metal } from '#core/project/study.ts';

export interface MetalConstants {
  readonly molarMass_gPerMol: number;
  /** Electrons passed for each atom. */
  readonly electrons: number;
  readonly density_gPerCm3: number;
  /** V against the standard hydrogen electrode, of `halfReaction`. */
  readonly standardPotential_V: number;
  readonly halfReaction: string;
}

export const METAL_CONSTANTS: Readonly<Record<Metal, MetalConstants>> = {
  Li: monovalent('Li', 6.94, 0.534, -3.04),
  Na: monovalent('Na', 22.989_77, 0.968, -2.71),
  K: monovalent('K', 39.0983, 0.862, -2.931),
  Zn: divalent('Zn', 65.38, 7.14, -0.7618),
  // −2.07 V, often quoted for aluminium, belongs to AlF₆³⁻ + 3 e⁻ → Al + 6 F⁻.
  Al: {
    molarMass_gPerMol: 26.981_54,
    electrons: 3,
    density_gPerCm3: 2.7,
    standardPotential_V: -1.662,
    halfReaction: 'Al³⁺ + 3 e⁻ → Al',
  },
  Mg: divalent('Mg', 24.305, 1.738, -2.372),
};

/** mAh that one gram of the metal gives: zF/(3.6 M). */
export function specificCapacity_mAhPerG(metal: Metal): number {
  const { electrons, molarMass_gPerMol } = METAL_CONSTANTS[metal];
  return (electrons * FARADAY) / (3.6 * molarMass_gPerMol);
}

export function volumetricCapacity_mAhPerCm3(metal: Metal): number {
  return specificCapacity_mAhPerG(metal) * METAL_CONSTANTS[metal].density_gPerCm3;
}

/** Thickness in µm of the dense metal that a capacity per area plates. */
export function platedThickness_um(metal: Metal, capacity_mAhPerCm2: number): number {
  return (1e4 * capacity_mAhPerCm2) / volumetricCapacity_mAhPerCm3(metal);
}

function monovalent(metal: string, mass: number, density: number, potential_V: number): MetalConstants {
  return {
    molarMass_gPerMol: mass,
    electrons: 1,
    density_gPerCm3: density,
    standardPotential_V: potential_V,
    halfReaction: `${metal}⁺ + e⁻ → ${metal}`,
  };
}

function divalent(metal: string, mass: number, density: number, potential_V: number): MetalConstants {
  return {
    ...monovalent(metal, mass, density, potential_V),
    electrons: 2,
    halfReaction: `${metal}²⁺ + 2 e⁻ → ${metal}`,
  };
}
