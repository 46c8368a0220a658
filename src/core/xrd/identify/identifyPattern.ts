/** Which of these phases a measured pattern shows. */
import type { Phase } from '#core/xrd/crystalPhase.ts';
import type { Identification } from '#core/xrd/identification.ts';
import { candidatePhases } from '#core/xrd/identify/candidatePhases.ts';
import { identifyPhases } from '#core/xrd/identify/identifyPhases.ts';
import type { DiffractionPattern } from '#core/xrd/powderPattern.ts';
import type { Radiation } from '#core/xrd/radiation.ts';
import type { XrayTables } from '#core/xrd/xrayTables.ts';

/** Lines this far beyond the range may be shifted into it. */
const MARGIN_DEG = 0.5;
const LEAST_DEG = 0.5;
const MOST_DEG = 179;

export interface IdentifyRequest {
  readonly pattern: DiffractionPattern;
  readonly phases: readonly Phase[];
  readonly radiation: Radiation;
  readonly tables: XrayTables;
}

/** Computes the lines of the phases over the range of the pattern and fits them all at once. */
export function identifyPattern({ pattern, phases, radiation, tables }: IdentifyRequest): Identification {
  const { twoTheta_deg } = pattern;
  const candidates = candidatePhases(phases, radiation, {
    twoThetaMin_deg: Math.max(LEAST_DEG, (twoTheta_deg[0] ?? NaN) - MARGIN_DEG),
    twoThetaMax_deg: Math.min(MOST_DEG, (twoTheta_deg.at(-1) ?? NaN) + MARGIN_DEG),
    tables,
  });
  return identifyPhases(pattern, candidates);
}
