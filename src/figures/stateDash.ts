/** How a line shows when in the life of its cell it was measured. */
import type { StateTag } from '#core/project/study.ts';
import type { Dash } from '#figures/figure.ts';

export const STATE_DASHES: Readonly<Record<StateTag['kind'], Dash>> = {
  unspecified: 'solid',
  pristine: 'solid',
  'after-cycle': 'dash',
  'at-time': 'dash',
};
