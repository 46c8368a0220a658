import type { StateTag } from '#core/project/study.ts';

/** Grows with the age of a cell, by cycle or by time in s; 0 for pristine and where nothing is said. */
export function stateAge(state: StateTag): number {
  if (state.kind === 'after-cycle') return state.cycle;
  return state.kind === 'at-time' ? state.time_s : 0;
}
