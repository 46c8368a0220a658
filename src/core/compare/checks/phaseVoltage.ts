/** Two surfaces of different phases drive a voltage; a symmetric cell that polarises far less has equal surfaces. */
import { cannotTell, type CheckCell } from '#core/compare/checks/crossCheck.ts';
import { mainRun } from '#core/compare/cellEvidence.ts';
import { amalgamSystemOf } from '#core/layer/amalgamSystems.ts';
import { medianBy } from '#core/numeric/quantile.ts';
import { compareWords } from '#core/text/compareWords.ts';
import type { Cell } from '#core/project/study.ts';
import type { AmalgamSystem } from '#core/layer/amalgamSystem.ts';

const MILLIVOLT_PER_V = 1000;

export const phaseVoltage: CheckCell = (evidence) => {
  const { phases = [] } = evidence;
  const system = systemOf(evidence.cell);
  if (!system || phases.length === 0) return null;
  const potentials = phases.flatMap((id) => potentialOf(system, id)).sort((a, b) => a.volt - b.volt);
  const [low, high] = [potentials[0], potentials.at(-1)];
  const halfCycles = mainRun(evidence)?.halfCycles ?? [];
  if (!low || !high || low === high || halfCycles.length === 0)
    return cannotTell(compareWords.check.onePhase(phases));
  const implied_mV = MILLIVOLT_PER_V * (high.volt - low.volt);
  const error_mV = MILLIVOLT_PER_V * Math.hypot(high.error, low.error);
  const measured_mV = medianBy(halfCycles, (half) => half.polarisation_mV);
  return {
    verdict: measured_mV < implied_mV - 2 * error_mV ? 'disagrees' : 'agrees',
    text: compareWords.check.phaseVoltage([low.id, high.id], [implied_mV, error_mV], measured_mV),
    numbers: { implied_mV, error_mV, measured_mV },
  };
};

/** Only of a symmetric cell, whose voltage would be 0 in equilibrium. */
function systemOf({ kind, metal }: Cell): AmalgamSystem | null {
  return kind === 'symmetric' && metal !== null ? (amalgamSystemOf(metal) ?? null) : null;
}

/** V against the metal of a phase in equilibrium with the next richer one; of the metal itself 0. */
function potentialOf({ metal, phases, plateaus_V, plateauErrors_V }: AmalgamSystem, id: string) {
  if (id === metal) return [{ id, volt: 0, error: 0 }];
  const at = phases.findIndex((phase) => phase.id === id);
  const volt = plateaus_V[at];
  if (volt === undefined || Number.isNaN(volt)) return [];
  return [{ id, volt, error: plateauErrors_V[at] ?? NaN }];
}
