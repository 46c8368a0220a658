/** Reference intensity ratios. They hold for a flat, thick, homogeneous sample; a film on a substrate is none. */
import { attenuationOf } from '#core/xrd/absorption.ts';
import { computePattern } from '#core/xrd/computePattern.ts';
import type { CrystalPhase } from '#core/xrd/crystalPhase.ts';
import type { Radiation } from '#core/xrd/radiation.ts';
import type { XrayTables } from '#core/xrd/xrayTables.ts';

/** Lines this close are one peak on a diffractometer. */
const ONE_PEAK_DEG = 0.03;

/**
 * I/Ic: the strongest peak of a phase over that of corundum in a mixture of equal weights, where absorption cancels:
 * (area/ρ) of one over that of the other. Hubbard & Snyder, Powder Diffr. 3 (1988) 74.
 */
export function iOverIc(
  phase: CrystalPhase,
  corundum: CrystalPhase,
  radiation: Radiation,
  tables: XrayTables,
): number {
  const strength = (each: CrystalPhase) => {
    const peaks = computePattern(each, radiation, tables, { mergeWithin_deg: ONE_PEAK_DEG });
    const strongest = peaks.reduce((most, { area }) => Math.max(most, area), 0);
    return strongest / attenuationOf(each, tables, '').density_g_cm3;
  };
  return strength(phase) / strength(corundum);
}

export interface RirPart {
  /** Of the strongest peak. */
  readonly intensity: number;
  readonly error: number;
  readonly iOverIc: number;
}

export interface WeightFraction {
  readonly weightFraction: number;
  readonly error: number;
}

/**
 * w = (I/RIR)/Σ(I/RIR), with errors passed on from independent intensities. NaN when nothing has intensity. The
 * fractions are those among the phases given.
 */
export function weightFractions(parts: readonly RirPart[]): WeightFraction[] {
  const amounts = parts.map(({ intensity, iOverIc: ratio }) => intensity / ratio);
  const errors = parts.map(({ error, iOverIc: ratio }) => error / ratio);
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const square = errors.reduce((sum, error) => sum + error * error, 0);
  return amounts.map((amount, i) => {
    const own = (errors[i] ?? 0) ** 2;
    const variance = own * (total - amount) ** 2 + (square - own) * amount ** 2;
    return { weightFraction: amount / total, error: Math.sqrt(variance) / total ** 2 };
  });
}
