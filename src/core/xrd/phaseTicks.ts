/** The lines of a phase as reference ticks below a pattern. */
import { computePattern } from '#core/xrd/computePattern.ts';
import type { Phase } from '#core/xrd/crystalPhase.ts';
import type { Radiation } from '#core/xrd/radiation.ts';
import type { XrayTables } from '#core/xrd/xrayTables.ts';

export interface PhaseTick {
  readonly twoTheta_deg: number;
  /** Strongest = 100; NaN where only the cell is known. */
  readonly intensity: number;
  /** `1 1 0`; empty where a list of lines has no indices. */
  readonly hkl: string;
}

export interface TickOptions {
  readonly radiation: Radiation;
  readonly tables: XrayTables;
  readonly twoThetaMin_deg: number;
  readonly twoThetaMax_deg: number;
}

/** Weaker lines have no tick. */
const LEAST_INTENSITY = 1;

/** Of the radiation's first line alone, without halos: those have no lines. */
export function phaseTicks(phase: Phase, { radiation, tables, ...range }: TickOptions): readonly PhaseTick[] {
  const single = { ...radiation, lines: radiation.lines.slice(0, 1) };
  const peaks = computePattern(phase, single, tables, { ...range, leastIntensity: LEAST_INTENSITY });
  return peaks.map(({ twoTheta_deg, intensity, hkl }) => ({
    twoTheta_deg,
    intensity,
    hkl: hkl.map((indices) => indices.join(' ')).join(' + '),
  }));
}
