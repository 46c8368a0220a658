/** The figure of the view: the chosen patterns, or the fit of one. */
import { useCallback, useMemo } from 'react';
import { diffractionFigureWords } from '#core/text/diffractionFigureWords.ts';
import { diffractionFigure } from '#figures/diffractionFigure.ts';
import type { Figure, FigureStyle } from '#figures/figure.ts';
import { patternDifferenceFigure } from '#figures/patternDifferenceFigure.ts';
import { patternFitFigure } from '#figures/patternFitFigure.ts';
import { useSession } from '../../app/session.ts';
import type { PatternComparison, ScanPair } from './comparison/comparePatterns.ts';
import type { DiffractionSettings } from './diffractionSettings.ts';
import { cellPatterns, fittedPattern } from './patternsOf.ts';
import { phasesNotExcluded, tickedPhases } from './shownPhases.ts';
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
}

function radiationNotes(views: readonly ScanView[]): readonly string[] {
  const notes = views.flatMap(({ radiation }) => {
    const [line] = radiation?.lines ?? [];
    return radiation && line ? [diffractionFigureWords.radiation(radiation.id, line.wavelength_A)] : [];
  });
  return [...new Set(notes)];
}

/** Ids of the phases whose lines are drawn. */
export function shownIds({
  views,
  focused,
  settings,
  identifications: { records },
}: Omit<FigureRequest, 'pair' | 'comparison'>) {
  if (settings.shownPhases) return settings.shownPhases;
  const looked = settings.mode === 'fit' && focused ? [focused] : views;
  return phasesNotExcluded(looked.flatMap(({ dataset }) => records.get(dataset.id) ?? []));
}

/** Null where there is nothing to draw. */
export function useDiffractionFigure(request: FigureRequest): (style: FigureStyle) => Figure | null {
  const { contents } = useSession();
  const { views, focused, settings, identifications, library, pair, comparison } = request;
  const { mode, axis, scale, offset, isNormalised } = settings;
  const { records } = identifications;
  const ids = shownIds(request).join(' ');
  const phases = useMemo(
    () => (library && ids !== '' ? tickedPhases(ids.split(' '), views, library) : []),
    [library, ids, views],
  );
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
      if (views.length === 0) return null;
      const patterns = cellPatterns(contents, views, records);
      const notes = radiationNotes(views);
      return diffractionFigure(patterns, {
        style,
        simulated,
        axis,
        scale,
        phases,
        notes,
        offset,
        isNormalised,
      });
    },
    [contents, mode, focused, views, records, phases, axis, scale, offset, isNormalised, pair, comparison],
  );
}
