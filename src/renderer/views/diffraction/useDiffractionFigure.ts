/** The figure of the view: the chosen patterns, or the fit of one. */
import { useCallback, useMemo } from 'react';
import type { Figure, FigureStyle } from '#figures/figure.ts';
import { patternDifferenceFigure } from '#figures/patternDifferenceFigure.ts';
import { patternFitFigure } from '#figures/patternFitFigure.ts';
import { useSession } from '../../app/session.ts';
import type { PatternComparison, ScanPair } from './comparison/comparePatterns.ts';
import type { MethodPattern } from './background/useTreatedPatterns.ts';
import type { DiffractionSettings } from './diffractionSettings.ts';
import { cellPatterns, fittedPattern } from './patternsOf.ts';
import { radiationNotes } from './radiationNotes.ts';
import { phasesFound, tickedPhases, undecidedPhases } from './shownPhases.ts';
import { stackFigure, useStackLook } from './stackFigure.ts';
import type { Identifications } from './useIdentifications.ts';
import type { PhaseLibrary } from './usePhaseLibrary.ts';
import type { ScanView } from './useScans.ts';

export interface FigureRequest {
  readonly views: readonly ScanView[];
  readonly focused: ScanView | null;
  readonly settings: DiffractionSettings;
  readonly identifications: Identifications;
  readonly library: PhaseLibrary | null;
  readonly pair: ScanPair | null;
  readonly comparison: PatternComparison | null;
  /** Patterns with a background or without Kα2, by dataset. */
  readonly treated: ReadonlyMap<string, MethodPattern>;
}

/** Ids of the phases whose lines are drawn. */
export function shownIds({
  views,
  focused,
  settings,
  identifications: { records },
}: Omit<FigureRequest, 'pair' | 'comparison' | 'treated'>) {
  if (settings.shownPhases) return settings.shownPhases;
  const isOfOne = settings.mode === 'fit' || settings.mode === 'peaks';
  const looked = isOfOne && focused ? [focused] : views;
  const found = looked.flatMap(({ dataset }) => records.get(dataset.id) ?? []);
  return phasesFound(found, settings.showsUndecided);
}

/** Null where there is nothing to draw. */
export function useDiffractionFigure(request: FigureRequest): (style: FigureStyle) => Figure | null {
  const { contents } = useSession();
  const { views, focused, settings, identifications, library, pair, comparison, treated } = request;
  const { mode, axis, scale } = settings;
  const look = useStackLook(settings);
  const { records } = identifications;
  const ids = shownIds(request).join('\n');
  const phases = useMemo(() => {
    const undecided = undecidedPhases(views.flatMap(({ dataset }) => records.get(dataset.id) ?? []));
    return library && ids !== '' ? tickedPhases(ids.split('\n'), views, library, undecided) : [];
  }, [library, ids, views, records]);
  return useCallback(
    (style: FigureStyle) => {
      const { simulated } = contents.study;
      if (mode === 'fit') {
        const record = focused && records.get(focused.dataset.id);
        if (!record) return null;
        const notes = radiationNotes([focused]);
        return patternFitFigure(fittedPattern(contents, focused, record), {
          style,
          simulated,
          axis,
          scale,
          phases,
          notes,
        });
      }
      if (mode === 'compare') {
        if (!pair || comparison?.difference.ok !== true) return null;
        const [before, after] = cellPatterns(contents, [pair.before, pair.after], records);
        if (!before || !after) return null;
        const notes = radiationNotes([pair.before, pair.after]);
        const { difference } = comparison.difference;
        return patternDifferenceFigure(
          { before, after, difference },
          { style, simulated, axis, phases, notes },
        );
      }
      return stackFigure({ contents, views, records, treated }, { ...look, style, phases });
    },
    [contents, mode, focused, views, records, phases, axis, scale, look, pair, comparison, treated],
  );
}
