/** What a figure of the Cycling view is drawn from. */
import type { FigureStyle } from '#figures/figure.ts';
import type { StudyContents } from '../../store/studyStore.ts';
import type { CyclingSettings } from './cyclingSettings.ts';
import type { AnalysedRun } from './useFullCells.ts';

export interface FigureRequest {
  readonly contents: StudyContents;
  readonly runs: readonly AnalysedRun[];
  readonly settings: CyclingSettings;
  readonly style: FigureStyle;
}
