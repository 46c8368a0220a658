/** What changed between the two scans, computed anew when a choice changes. */
import { useMemo } from 'react';
import type { DiffractionSettings } from '../diffractionSettings.ts';
import type { PhaseLibrary } from '../usePhaseLibrary.ts';
import { comparePatterns, type PatternComparison, type ScanPair } from './comparePatterns.ts';

export interface ComparisonInputs {
  readonly pair: ScanPair | null;
  readonly library: PhaseLibrary | null;
  readonly settings: DiffractionSettings;
  /** Ids of the phases whose lines are held against the substrate's, one a line. */
  readonly phases: string;
}

/** Null unless the view compares, and while something is missing. */
export function useComparison({
  pair,
  library,
  settings,
  phases,
}: ComparisonInputs): PatternComparison | null {
  const { mode, scaleRule, substrate, film } = settings;
  return useMemo(() => {
    const radiation = pair?.after.radiation;
    if (mode !== 'compare' || !pair || !library || !radiation || !pair.before.radiation) return null;
    return comparePatterns({
      pair,
      radiation,
      library,
      settings: { scaleRule, substrate, film },
      phases: phases === '' ? [] : phases.split('\n'),
    });
  }, [mode, pair, library, scaleRule, substrate, film, phases]);
}
