/** What every part of the inspector of the Cycling view is given. */
import type { CyclingSettings, UpdateSettings } from './cyclingSettings.ts';
import type { AnalysedRun } from './useFullCells.ts';

export interface InspectorProps {
  readonly settings: CyclingSettings;
  readonly update: UpdateSettings;
  readonly runs: readonly AnalysedRun[];
}
