/** Phases of diffraction that the user adds to a study. */
import type { Study } from '#core/project/study.ts';
import type { Phase } from '#core/xrd/crystalPhase.ts';
import { text } from '../../text/text.ts';
import type { Change, RowChange } from '../studyStore.ts';

/** The study with these phases; one of the same id takes the place of the one before. */
export function addedPhases(study: Study, phases: readonly Phase[]): readonly RowChange[] {
  if (phases.length === 0) return [];
  const ids = new Set(phases.map(({ id }) => id));
  const kept = (study.phases ?? []).filter(({ id }) => !ids.has(id));
  const after: Study = { ...study, phases: [...kept, ...phases] };
  return [{ table: 'studies', id: study.id, before: study, after }];
}

/** A change of its own, for phases that come from no file. */
export function addPhases(study: Study, phases: readonly Phase[]): Change {
  const names = phases.map(({ id, variant }) => (variant === undefined ? id : `${id} ${variant}`));
  return { label: text.changes.addPhases(names.join(', ')), rows: addedPhases(study, phases) };
}

/** One of the program of the same id is there again. */
export function removePhase(study: Study, { id }: Phase): Change {
  const after: Study = { ...study, phases: (study.phases ?? []).filter((phase) => phase.id !== id) };
  return {
    label: text.changes.removePhase(id),
    rows: [{ table: 'studies', id: study.id, before: study, after }],
  };
}
