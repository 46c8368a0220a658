/** The state of a measurement in words, and back from what is typed. */
import type { StateTag } from '#core/project/study.ts';
import { text } from './text.ts';

export function stateWords(state: StateTag): string {
  switch (state.kind) {
    case 'unspecified':
      return '';
    case 'pristine':
      return text.state.pristine;
    case 'after-cycle':
      return text.state.afterCycle(state.cycle);
    case 'at-time':
      return text.state.atTime(state.time_s / 3600);
  }
}
