/** What a figure of the Cycling view is drawn from. */
import type { FigureStyle } from '#figures/figure.ts';
import type { StudyContents } from '../../store/studyStore.ts';
import type { CyclingSettings } from './cyclingSettings.ts';
import type { DrawnRun } from './useDerivatives.ts';

export interface FigureRequest {
  readonly contents: StudyContents;
  readonly runs: readonly DrawnRun[];
  readonly settings: CyclingSettings;
  readonly style: FigureStyle;
}
