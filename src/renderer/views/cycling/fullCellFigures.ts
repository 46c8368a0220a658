/** The figures that only full cells have; null where none of the runs is of one. */
import { CAPACITY_BINS } from '#core/cycling/fullCell/derivativeCurves.ts';
import { BIN_V } from '#core/cycling/fullCell/peakTracks.ts';
import { figureWords } from '#core/text/figureWords.ts';
import { cycleCapacityFigure } from '#figures/cycleCapacityFigure.ts';
import type { Figure } from '#figures/figure.ts';
import { incrementalCapacityFigure } from '#figures/incrementalCapacityFigure.ts';
import { parseNumberList } from '../../app/numberList.ts';
import { cellCycles, fullCellOf, retentionNotes } from './cellCycles.ts';
import { cellDerivatives, driftNotes } from './cellDerivatives.ts';
import type { FigureRequest } from './figureRequest.ts';
import { possibleBasis } from './normalisationLack.ts';

/** More would make the line below the figure too small to read; the rest stands beside it. */
const MOST_DRIFTS = 4;

export function cyclesFigure({ contents, runs, settings, style }: FigureRequest): Figure | null {
  const basis = possibleBasis(runs, settings.basis);
  const cells = cellCycles(contents, runs, basis);
  const { simulated } = contents.study;
  const notes = retentionNotes(runs);
  return cells.length === 0 ? null : cycleCapacityFigure(cells, { style, basis, simulated, notes });
}

export function derivativeFigure({ contents, runs, settings, style }: FigureRequest): Figure | null {
  const basis = possibleBasis(runs, settings.basis);
  const { derivative } = settings;
  const chosen = parseNumberList(settings.cycles) ?? [];
  const cells = cellDerivatives(contents, runs, { derivative, basis, cycles: new Set(chosen) });
  if (cells.length === 0) return null;
  const bins =
    derivative === 'dQdV' ? figureWords.binsOf_V(1000 * BIN_V) : figureWords.binsOfCapacity(CAPACITY_BINS);
  const there = new Set(runs.flatMap((run) => fullCellOf(run)?.cycles.map(({ cycle }) => cycle) ?? []));
  const drawn = figureWords.cyclesDrawn(chosen.filter((cycle) => there.has(cycle)));
  const notes = [drawn, bins, ...driftNotes(runs, derivative).slice(0, MOST_DRIFTS)];
  return incrementalCapacityFigure(cells, {
    style,
    derivative,
    basis,
    simulated: contents.study.simulated,
    notes,
  });
}
