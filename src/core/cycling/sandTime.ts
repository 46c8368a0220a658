/**
 * Sand's time: how long after the begin of a constant current the salt at the plating electrode runs out, from there on
 * dendrites are expected. τ = π D (z F c₀ / (2 j (1 − t₊)))² for a semi-infinite electrolyte (Brissot, Chazalviel and
 * Rosso, J. Power Sources 81–82 (1999) 925). A thin cell with a limiting current above j never gets there.
 */
import type { CellFacts } from '#core/cycling/cellFacts.ts';
import { METAL_CONSTANTS } from '#core/metalConstants.ts';
import { FARADAY } from '#core/physicalConstants.ts';

export interface SaltTransport {
  /** Charge of the metal's ion. */
  readonly charge: number;
  readonly salt_molPerL: number;
  readonly saltDiffusivity_cm2PerS: number;
  readonly cationTransference: number;
}

/** s, at a current density in mA/cm². */
export function sandTime_s(salt: SaltTransport, currentDensity_mAPerCm2: number): number {
  const { charge, salt_molPerL, saltDiffusivity_cm2PerS, cationTransference } = salt;
  const concentration_molPerCm3 = 1e-3 * salt_molPerL;
  const anion_APerCm2 = (1 - cationTransference) * Math.abs(currentDensity_mAPerCm2) * 1e-3;
  const root = (charge * FARADAY * concentration_molPerCm3) / (2 * anion_APerCm2);
  return Math.PI * saltDiffusivity_cm2PerS * root ** 2;
}

/** The current density in mA/cm² above which the salt runs out at all: 2 z F c₀ D / ((1 − t₊) L). */
export function limitingCurrent_mAPerCm2(salt: SaltTransport, thickness_um: number): number {
  const { charge, salt_molPerL, saltDiffusivity_cm2PerS, cationTransference } = salt;
  const perLength = 2 * charge * FARADAY * 1e-3 * salt_molPerL * saltDiffusivity_cm2PerS;
  return (1e3 * perLength) / ((1 - cationTransference) * thickness_um * 1e-4);
}

export type SaltRefusal =
  | 'metal'
  | 'salt_molPerL'
  | 'saltDiffusivity_cm2PerS'
  | 'cationTransference'
  /** t₊ = 1: the salt does not move. */
  | 'single-ion'
  /** Aluminium goes as chloroaluminate anions, for which the formula does not hold. */
  | 'no-cation';

export type SaltOutcome =
  | { readonly ok: true; readonly salt: SaltTransport }
  | { readonly ok: false; readonly refused: SaltRefusal };

/** The transport data of a cell, or what is missing: there are no defaults. */
export function saltTransport(cell: CellFacts): SaltOutcome {
  const { metal, salt_molPerL, saltDiffusivity_cm2PerS, cationTransference } = cell;
  if (metal === null) return { ok: false, refused: 'metal' };
  if (metal === 'Al') return { ok: false, refused: 'no-cation' };
  if (cationTransference !== null && cationTransference >= 1) return { ok: false, refused: 'single-ion' };
  if (salt_molPerL === null) return { ok: false, refused: 'salt_molPerL' };
  if (saltDiffusivity_cm2PerS === null) return { ok: false, refused: 'saltDiffusivity_cm2PerS' };
  if (cationTransference === null) return { ok: false, refused: 'cationTransference' };
  const { electrons: charge } = METAL_CONSTANTS[metal];
  return { ok: true, salt: { charge, salt_molPerL, saltDiffusivity_cm2PerS, cationTransference } };
}
