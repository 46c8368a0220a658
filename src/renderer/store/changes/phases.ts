/** Phases of diffraction that the user adds to a study. */
import type { Study } from '#core/project/study.ts';
import type { Phase } from '#core/xrd/crystalPhase.ts';
import type { RowChange } from '../studyStore.ts';

/** The study with these phases; one of the same id takes the place of the one before. */
export function addedPhases(study: Study, phases: readonly Phase[]): readonly RowChange[] {
  if (phases.length === 0) return [];
  const ids = new Set(phases.map(({ id }) => id));
  const kept = (study.phases ?? []).filter(({ id }) => !ids.has(id));
  const after: Study = { ...study, phases: [...kept, ...phases] };
  return [{ table: 'studies', id: study.id, before: study, after }];
}
