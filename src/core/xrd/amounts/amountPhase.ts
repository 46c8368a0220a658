/** What amounts need of a phase: how it absorbs, how strong its lines are, and how much of it a fit found. */
import { attenuationOf } from '#core/xrd/absorption.ts';
import { referencePhase, type ReferencePhase } from '#core/xrd/compare/referenceLines.ts';
import { computePattern } from '#core/xrd/computePattern.ts';
import type { CrystalPhase } from '#core/xrd/crystalPhase.ts';
import type { Radiation } from '#core/xrd/radiation.ts';
import { lineKey, type XrayTables } from '#core/xrd/xrayTables.ts';

/** Lines this close are one peak on a diffractometer, as for I/Ic. */
const ONE_PEAK_DEG = 0.03;
/** Weaker lines are not measured; strongest = 100. */
const LEAST_INTENSITY = 10;

export interface AmountPhase {
  readonly phase: CrystalPhase;
  readonly density_g_cm3: number;
  /** NaN for a wavelength that the tables lack. */
  readonly mu_perCm: number;
  readonly reference: ReferencePhase;
  /** Every line of the radiation that may lie beside another. */
  readonly peaks: readonly { readonly twoTheta_deg: number; readonly area: number }[];
  /** Of the whole-pattern fit; NaN where it has none. */
  readonly weightFraction: number;
}

export interface Beam {
  readonly radiation: Radiation;
  readonly tables: XrayTables;
}

export function amountPhase(phase: CrystalPhase, weightFraction: number, beam: Beam): AmountPhase {
  const { radiation, tables } = beam;
  const [main] = radiation.lines;
  const merged = { mergeWithin_deg: ONE_PEAK_DEG, leastIntensity: LEAST_INTENSITY };
  const key = main && lineKey(radiation, main);
  const { density_g_cm3, mu_perCm } = attenuationOf(phase, tables, key ?? '');
  return {
    phase,
    density_g_cm3,
    mu_perCm,
    reference: referencePhase(phase, { ...beam, ...merged }),
    peaks: computePattern(phase, radiation, tables, { twoThetaMax_deg: 120, mergeWithin_deg: ONE_PEAK_DEG }),
    weightFraction,
  };
}

/** Volume of it in the fit's mixture, on a scale that all phases share. */
export function fittedVolume({ weightFraction, density_g_cm3 }: AmountPhase): number {
  return weightFraction / density_g_cm3;
}
