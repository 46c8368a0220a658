/** The phases that a scan is searched for: of the library and of its study, narrowed by what the user names. */
import type { Phase } from '#core/xrd/crystalPhase.ts';
import { allowedPhases } from '#core/xrd/identify/chemistryFilter.ts';
import { withOwnPhases } from '#core/xrd/withOwnPhases.ts';
import { phaseLibrary } from '#resources/phases/phaseLibrary.ts';
import { closestWord } from './closestWord.ts';
import { UsageError, type Invocation } from './command.ts';
import { words } from './text/english.ts';

export interface PhaseChoice {
  readonly sought: readonly Phase[];
  /** All that the study and the library know, whatever was named. */
  readonly known: readonly Phase[];
  /** Ids of those sought that are the study's own. */
  readonly own: readonly string[];
}

/** @param own phases of the study; one of them takes the place of the library's of the same id */
export function soughtPhases(invocation: Invocation, own: readonly Phase[] = []): PhaseChoice {
  const known = withOwnPhases(phaseLibrary(), own);
  const named = listOf(invocation, 'phases')?.map((id) => phaseOf(id, known)) ?? known;
  const elements = listOf(invocation, 'elements');
  const sought = elements ? allowedPhases(named, elements) : named;
  if (sought.length === 0) throw new UsageError(words.xrdIdentify.nothingSought());
  return { sought, known, own: own.filter((phase) => sought.includes(phase)).map(({ id }) => id) };
}

function phaseOf(id: string, known: readonly Phase[]): Phase {
  const phase = known.find((each) => each.id === id);
  if (phase) return phase;
  const closest = closestWord(
    id,
    known.map((each) => each.id),
  );
  throw new UsageError(words.xrdIdentify.unknownPhase(id, closest));
}

function listOf({ options }: Invocation, name: string): readonly string[] | undefined {
  const text = options[name];
  return typeof text === 'string' ? text.split(/[\s,;]+/).filter((part) => part !== '') : undefined;
}
