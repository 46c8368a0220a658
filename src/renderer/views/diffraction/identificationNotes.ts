/** What is to be said of an identification besides its verdicts. */
import { attenuationOf } from '#core/xrd/absorption.ts';
import type { Identification } from '#core/xrd/identification.ts';
import { elementsOf } from '#core/xrd/identify/chemistryFilter.ts';
import { isPoorFit } from '#core/xrd/identify/poorFit.ts';
import { informationDepth_um } from '#core/xrd/layerModel.ts';
import { phaseTicks } from '#core/xrd/phaseTicks.ts';
import { lineKey } from '#core/xrd/xrayTables.ts';
import { fixed } from '../../text/digits.ts';
import { text } from '../../text/text.ts';
import type { PhaseLibrary } from './usePhaseLibrary.ts';
import type { ScanView } from './useScans.ts';

const words = text.diffraction;
const COATING = 'Hg';

/** Of the first amalgam that is there: how deep its own strongest line comes from. */
function depthNote(
  { phases: verdicts }: Identification,
  { pattern: { twoTheta_deg }, radiation }: ScanView,
  { phases, tables }: PhaseLibrary,
): readonly string[] {
  const present = verdicts.filter(({ verdict }) => verdict === 'present').map(({ id }) => id);
  const coating = phases.find(
    (phase) => present.includes(phase.id) && elementsOf(phase.formula).includes(COATING),
  );
  const [line] = radiation?.lines ?? [];
  if (coating?.kind !== 'crystal' || !radiation || !line) return [];
  const range = { twoThetaMin_deg: twoTheta_deg[0] ?? 5, twoThetaMax_deg: twoTheta_deg.at(-1) ?? 90 };
  const ticks = phaseTicks(coating, { radiation, tables, ...range });
  const strongest = [...ticks].sort((a, b) => b.intensity - a.intensity)[0];
  const { mu_perCm } = attenuationOf(coating, tables, lineKey(radiation, line) ?? '');
  if (!strongest || Number.isNaN(mu_perCm)) return [];
  return [words.depth(coating.id, fixed(informationDepth_um(mu_perCm, strongest.twoTheta_deg), 1))];
}

function overlapNote({ phases }: Identification): readonly string[] {
  const isOpen = (id: string) => phases.some((phase) => phase.id === id && phase.verdict !== 'absent');
  return isOpen('LiHg') || isOpen('Li3Hg') ? [words.overlap] : [];
}

export function identificationNotes(
  identification: Identification,
  view: ScanView,
  library: PhaseLibrary,
): readonly string[] {
  return [
    ...(isPoorFit(identification) ? [words.poorFit] : []),
    ...overlapNote(identification),
    ...depthNote(identification, view, library),
    ...identification.warnings,
  ];
}
