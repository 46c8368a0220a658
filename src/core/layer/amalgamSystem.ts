/** What a metal does with mercury at 25 °C, as far as a layer that is charged and discharged needs to know. */

/** A phase of fixed composition. */
export interface AmalgamPhase {
  readonly id: string;
  /** Atoms of the metal for each atom of mercury. */
  readonly metalPerHg: number;
  readonly isLiquid: boolean;
  /** cm³ that hold one mole of mercury; NaN where no structure or density was found. */
  readonly volume_cm3PerMolHg: number;
}

export interface AmalgamSystem {
  readonly metal: string;
  /** Elementary charges that bring one atom of the metal. */
  readonly electrons: number;
  /** By rising content of metal: liquid mercury saturated with it, then the solids. Never empty. */
  readonly phases: readonly AmalgamPhase[];
  /** cm³/mol of the pure metal, which forms once the last phase is full; NaN where the phases beyond are not known. */
  readonly metalVolume_cm3PerMol: number;
  /** cm³ that one mole of dissolved metal adds to the liquid. */
  readonly dissolvedVolume_cm3PerMol: number;
  /** Of the metal in liquid mercury at 25 °C; null where no measurement was found. */
  readonly liquidDiffusivity_cm2PerS: number | null;
  /** V against the metal of the plateau between phase i and i + 1, then of the metal itself. NaN: not known. */
  readonly plateaus_V: readonly number[];
  /** Half the range each plateau is believed to lie in, V. */
  readonly plateauErrors_V: readonly number[];
  /** V of the unsaturated liquid against the metal for a mole fraction x; NaN where no measurement was found. */
  readonly liquidPotential_V: (moleFraction: number) => number;
  /** Where the numbers come from and how far they can be trusted. */
  readonly source: string;
}

/** Atoms of metal for each of mercury from a mole fraction x: x/(1 − x). */
export function metalPerHgOf(moleFraction: number): number {
  return moleFraction / (1 - moleFraction);
}

/** The mole fraction from atoms of metal for each of mercury: y/(1 + y). */
export function moleFractionOf(metalPerHg: number): number {
  return metalPerHg / (1 + metalPerHg);
}
