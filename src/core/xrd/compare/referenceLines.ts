/** The lines by which a phase is measured in a comparison, with what one unit of volume of it would give. */
import { attenuationOf } from '#core/xrd/absorption.ts';
import { computePattern, type PatternPeak } from '#core/xrd/computePattern.ts';
import type { CrystalPhase } from '#core/xrd/crystalPhase.ts';
import { operationsOf } from '#core/xrd/hallSymbol.ts';
import type { Radiation } from '#core/xrd/radiation.ts';
import { unitCellAtoms } from '#core/xrd/unitCellAtoms.ts';
import { cellGeometry, inverseSquareSpacing } from '#core/xrd/unitCellGeometry.ts';
import type { XrayTables } from '#core/xrd/xrayTables.ts';

export interface ReferenceLine {
  /** `2 0 1`; several that fall together are joined by ` + `. */
  readonly hkl: string;
  /** Of the first line of the radiation. */
  readonly twoTheta_deg: number;
  /** Of Kα2 where the radiation has it, else the same. */
  readonly end_deg: number;
  /** Share of the area that Kα2 has; 0 without it. */
  readonly endShare: number;
  /** m·|F|²·LP/V² of Kα1 and Kα2 together, on one scale for all phases. */
  readonly strength: number;
}

export interface ReferencePhase {
  readonly id: string;
  readonly lines: readonly ReferenceLine[];
  /** Atoms of the element that is followed, per Å³ of the phase. */
  readonly element_perA3: number;
  /** NaN for a wavelength that the tables lack. */
  readonly mu_perCm: number;
  /** Every line of the phase that may lie beside another phase's, Kα2 and Kβ included. */
  readonly allLines_deg: readonly number[];
}

export interface ReferenceOptions {
  readonly radiation: Radiation;
  readonly tables: XrayTables;
  /** Which lines are measured, by any member of their form (`2 0 1`); those of at least `leastIntensity` without it. */
  readonly hkl?: readonly string[];
  /** Strongest = 100; weaker ones are not measured (20) unless named. */
  readonly leastIntensity?: number;
  /** `Hg` unless told otherwise. */
  readonly element?: string;
  /** 2θ of a monochromator crystal; 0 without one. */
  readonly monochromator_deg?: number;
  /** Lines this close are measured as one; 0 unless told otherwise. */
  readonly mergeWithin_deg?: number;
}

/** Weaker lines do not disturb their neighbours. */
const LEAST_DISTURBING = 2;

/** Lines between 5 and 120°. Throws for an element that the tables lack. */
export function referencePhase(phase: CrystalPhase, options: ReferenceOptions): ReferencePhase {
  const { radiation, tables, element = 'Hg', monochromator_deg = 0, mergeWithin_deg = 0 } = options;
  const settings = { twoThetaMax_deg: 120, monochromator_deg, mergeWithin_deg };
  const peaks = computePattern(phase, radiation, tables, settings);
  const [main] = radiation.lines;
  const own = peaks.filter(({ line }) => line === main?.name);
  return {
    id: phase.id,
    lines: own.filter((peak) => isMeasured(peak, phase, options)).map((peak) => withCompanion(peak, peaks)),
    element_perA3: elementDensity_perA3(phase, element),
    mu_perCm: attenuationOf(phase, tables, `${radiation.anode ?? ''}${main?.name ?? ''}`).mu_perCm,
    allLines_deg: peaks
      .filter(({ intensity }) => intensity >= LEAST_DISTURBING)
      .map(({ twoTheta_deg }) => twoTheta_deg),
  };
}

/** Members of one form have one spacing, so any of them names the line. */
const EQUAL_SPACING = 1e-6;

function isMeasured(
  peak: PatternPeak,
  phase: CrystalPhase,
  { hkl, leastIntensity = 20 }: ReferenceOptions,
): boolean {
  if (!hkl) return peak.intensity >= leastIntensity;
  const geometry = cellGeometry(phase.cell);
  return hkl.some((name) => {
    const [h = NaN, k = NaN, l = NaN] = name.split(' ').map(Number);
    return Math.abs(peak.d_A * Math.sqrt(inverseSquareSpacing(geometry, h, k, l)) - 1) < EQUAL_SPACING;
  });
}

function withCompanion(peak: PatternPeak, peaks: readonly PatternPeak[]): ReferenceLine {
  const name = nameOf(peak);
  const second = peaks.find((each) => each.line === 'Ka2' && nameOf(each) === name);
  const secondArea = second?.area ?? 0;
  return {
    hkl: name,
    twoTheta_deg: peak.twoTheta_deg,
    end_deg: second?.twoTheta_deg ?? peak.twoTheta_deg,
    endShare: secondArea / (peak.area + secondArea),
    strength: peak.area + secondArea,
  };
}

function nameOf({ hkl }: PatternPeak): string {
  return hkl.map((indices) => indices.join(' ')).join(' + ');
}

function elementDensity_perA3(phase: CrystalPhase, element: string): number {
  const operations = operationsOf(phase.operations);
  if (!operations) throw new Error(`the symmetry operations of ${phase.id} cannot be read`);
  const atoms = unitCellAtoms(phase.cell, operations, phase.sites)
    .filter(({ site }) => site.element === element)
    .reduce((sum, { site, positions }) => sum + site.occupancy * positions.length, 0);
  return atoms / cellGeometry(phase.cell).volume_A3;
}

/**
 * The strength of a line from a reference intensity ratio instead of a structure: (I/Ic)·ρ·I/100, from I ∝ w·(I/Ic) and
 * w ∝ v·ρ. It is on a scale of its own: all phases of a comparison must use it, or none.
 */
export function strengthByRir(line: {
  readonly iOverIc: number;
  readonly density_g_cm3: number;
  /** Strongest = 100. */
  readonly intensity: number;
}): number {
  return (line.iOverIc * line.density_g_cm3 * line.intensity) / 100;
}
