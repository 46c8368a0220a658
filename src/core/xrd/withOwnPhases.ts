import type { Phase } from '#core/xrd/crystalPhase.ts';

/** The phases of a study before those of the program; one of the study takes the place of the program's of the same id. */
export function withOwnPhases(program: readonly Phase[], own: readonly Phase[] = []): readonly Phase[] {
  const ids = new Set(own.map(({ id }) => id));
  return [...own, ...program.filter(({ id }) => !ids.has(id))];
}
