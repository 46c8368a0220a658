/** The phases whose lines are drawn, each with the same colour and mark in every figure. */
import { phaseTicks } from '#core/xrd/phaseTicks.ts';
import type { Phase } from '#core/xrd/crystalPhase.ts';
import type { Identification } from '#core/xrd/identification.ts';
import type { FoundLine } from '#figures/diffractionFigure.ts';
import type { TickedPhase } from '#figures/phaseTicksPanel.ts';
import type { IdentificationRecord } from './identificationRecord.ts';
import type { PhaseLibrary } from './usePhaseLibrary.ts';
import type { ScanView } from './useScans.ts';

/** Okabe and Ito's without the colours of the groups, which the patterns carry; then darker ones. */
const COLOURS = ['#009E73', '#CC79A7', '#E69F00', '#56B4E9', '#8B5A2B', '#6A3D9A', '#B2182B', '#5F6B6D'];
/** More rows of lines than this leave no room for the patterns. */
const MOST_SHOWN = 8;

const VERDICT_ORDER = { present: 0, undecided: 1, absent: 2 } as const;

/** The verdict on each phase that some scan does not exclude, as the scan has it that is surest of the phase. */
function bestVerdicts(records: readonly IdentificationRecord[]): readonly Identification['phases'][number][] {
  const best = new Map<string, Identification['phases'][number]>();
  for (const { identification } of records) {
    for (const phase of identification.phases) {
      const known = best.get(phase.id);
      if (phase.verdict !== 'absent' && (!known || known.probability < phase.probability))
        best.set(phase.id, phase);
    }
  }
  return [...best.values()];
}

/** Of all scans: present first, then undecided if they are wanted, each by probability. */
export function phasesFound(
  records: readonly IdentificationRecord[],
  showsUndecided: boolean,
): readonly string[] {
  return bestVerdicts(records)
    .filter(({ verdict }) => showsUndecided || verdict === 'present')
    .sort((a, b) => VERDICT_ORDER[a.verdict] - VERDICT_ORDER[b.verdict] || b.probability - a.probability)
    .slice(0, MOST_SHOWN)
    .map(({ id }) => id);
}

/** Those that are present in none of the scans, and not excluded. */
export function undecidedPhases(records: readonly IdentificationRecord[]): ReadonlySet<string> {
  const undecided = bestVerdicts(records).filter(({ verdict }) => verdict === 'undecided');
  return new Set(undecided.map(({ id }) => id));
}

function rangeOf(views: readonly ScanView[]) {
  const ends = views.flatMap(({ pattern: { twoTheta_deg } }) => [
    twoTheta_deg[0] ?? NaN,
    twoTheta_deg.at(-1) ?? NaN,
  ]);
  const known = ends.filter(Number.isFinite);
  return { twoThetaMin_deg: Math.min(...known), twoThetaMax_deg: Math.max(...known) };
}

function nameOf({ id, variant }: Phase, isUndecided: boolean): string {
  const name = [id, ...(variant === undefined ? [] : [variant])].join(', ');
  return isUndecided ? `${name} ?` : name;
}

const NONE: ReadonlySet<string> = new Set();

/** Lines at the X-rays of the first scan. */
export function tickedPhases(
  ids: readonly string[],
  views: readonly ScanView[],
  { phases, tables }: PhaseLibrary,
  undecided: ReadonlySet<string> = NONE,
): readonly TickedPhase[] {
  const radiation = views.find((view) => view.radiation !== null)?.radiation;
  if (!radiation) return [];
  const range = rangeOf(views);
  const named = ids.map((id) => phases.find((phase) => phase.id === id));
  return named
    .filter((phase): phase is Phase => phase !== undefined && phase.kind !== 'halo')
    .slice(0, MOST_SHOWN)
    .map((phase, at) => ({
      id: phase.id,
      name: nameOf(phase, undecided.has(phase.id)),
      isUndecided: undecided.has(phase.id),
      colour: COLOURS[at % COLOURS.length] ?? '#000000',
      ticks: phaseTicks(phase, { radiation, tables, ...range }),
    }));
}

/** Required lines that were found, of phases that are there. */
export function foundLines(record: IdentificationRecord | undefined): readonly FoundLine[] {
  const phases = record?.identification.phases ?? [];
  return phases
    .filter(({ verdict }) => verdict === 'present')
    .flatMap(({ id, evidence }) => evidence.found.map(({ twoTheta_deg }) => ({ phase: id, twoTheta_deg })));
}
