/**
 * The one-sided polarisation of every half cycle of every cell: stable, rising, or shorted. With a fitted course the half
 * cycles are points, those left out of the fit open, the course a line in its band, and events stand on their half cycles.
 * A run in one direction shows its segments in their place, and the axis says so.
 */
import { figureWords } from '#core/text/figureWords.ts';
import { byGroup, legendOf, notesOf } from '#figures/cellTrace.ts';
import { eventLegend, eventTraces } from '#figures/eventMarks.ts';
import type { Axis, Figure, FigureStyle, Frame, LineTrace, Panel } from '#figures/figure.ts';
import { noteRows } from '#figures/noteRows.ts';
import { panelLayout, stackedLayout } from '#figures/panelLayout.ts';
import { plainSeries } from '#figures/plainSeries.ts';
import {
  bandOf,
  courseOf,
  lineOf,
  marksOf,
  pointsOf,
  type CellPolarisation,
  type PolarisationScale,
} from '#figures/polarisationTraces.ts';
import type { Arrangement } from '#figures/voltageTimeFigure.ts';

export interface PolarisationOptions {
  readonly style: FigureStyle;
  readonly simulated: boolean;
  /** Logarithmic when not said. */
  readonly scale?: 'log' | 'linear';
  /** Overlaid when not said. */
  readonly arrangement?: Arrangement;
  /** Beside those on the cells, such as by which thresholds events were called. */
  readonly notes?: readonly string[];
}

/** Whole decades around the data, so that at least two of them are named; null without data. */
function decades(cells: readonly CellPolarisation[]): readonly [number, number] | null {
  const values = cells.flatMap(({ polarisation_mV }) => [...polarisation_mV]).filter((value) => value > 0);
  if (values.length === 0) return null;
  const logs = values.map(Math.log10);
  const from = Math.floor(logs.reduce((a, b) => Math.min(a, b)));
  const to = Math.ceil(logs.reduce((a, b) => Math.max(a, b)));
  return [10 ** from, 10 ** Math.max(to, from + 1)];
}

function scaleOf(cells: readonly CellPolarisation[], scale: 'log' | 'linear'): PolarisationScale {
  if (scale === 'linear') return { range: null, isLogarithmic: false };
  return { range: decades(cells), isLogarithmic: true };
}

/** Bands lie below everything, events above. */
function tracesOf(cells: readonly CellPolarisation[], scale: PolarisationScale): readonly LineTrace[] {
  return [
    ...cells.flatMap((cell) => bandOf(cell, scale)),
    ...cells.flatMap((cell) =>
      cell.course === undefined
        ? [lineOf(cell, scale)]
        : [...pointsOf(cell, scale, false), ...pointsOf(cell, scale, true), ...courseOf(cell, scale)],
    ),
    ...cells.flatMap((cell) =>
      eventTraces(cell, marksOf(cell, scale), (x, y) => plainSeries(x, y, { xIsSorted: true })),
    ),
  ];
}

interface PlacedGroup {
  readonly group: string;
  readonly cells: readonly CellPolarisation[];
  readonly frame: Frame;
  readonly scale: PolarisationScale;
  readonly showsXLabels: boolean;
}

/** What all of the cells count, or both where they differ. */
function countedIn(cells: readonly CellPolarisation[]): 'half cycle' | 'segment' | 'both' {
  const segments = cells.filter(({ counted }) => counted === 'segment').length;
  if (segments === 0) return 'half cycle';
  return segments === cells.length ? 'segment' : 'both';
}

function panelOf({ group, cells, frame, scale, showsXLabels }: PlacedGroup): Panel {
  const { range, isLogarithmic } = scale;
  const yAxis: Axis = {
    quantity: figureWords.polarisation,
    unit: 'mV',
    range,
    ...(isLogarithmic && { scale: 'log' }),
  };
  return {
    id: `polarisation-${group}`,
    title: group,
    frame,
    xAxis: { quantity: figureWords.countedAxis[countedIn(cells)], unit: '', range: null },
    yAxis,
    // Groups of very different lives: each has its own half cycles, all have the same millivolts.
    xLink: null,
    yLink: 'polarisation',
    showsXLabels,
    isInset: false,
    traces: tracesOf(cells, scale),
  };
}

/** What the picture leaves out or does not say by itself. */
function saidBelow(cells: readonly CellPolarisation[], { isLogarithmic }: PolarisationScale): string[] {
  const values = cells.flatMap(({ polarisation_mV }) => [...polarisation_mV]);
  const lost = isLogarithmic ? values.filter((value) => value <= 0).length : 0;
  return [
    ...(cells.some(({ course }) => course?.band) ? [figureWords.bandDrawn] : []),
    ...(lost > 0 ? [figureWords.notPositive(lost, countedIn(cells))] : []),
    ...cells.flatMap(({ name, counted }) => (counted === 'segment' ? [figureWords.oneWay(name)] : [])),
  ];
}

/** All cells in one panel, or a panel for each group. */
export function polarisationFigure(cells: readonly CellPolarisation[], options: PolarisationOptions): Figure {
  const { style, simulated, arrangement = 'overlaid', notes = [] } = options;
  const scale = scaleOf(cells, options.scale ?? 'log');
  const groups = arrangement === 'overlaid' ? ([['', cells]] as const) : byGroup(cells);
  const marks = cells.flatMap((cell) => marksOf(cell, scale));
  const legend = [...legendOf(cells), ...eventLegend(marks)];
  const said = [...notesOf(cells, simulated), ...saidBelow(cells, scale), ...notes];
  const rows = noteRows(said, style);
  const request = { hasTitles: arrangement !== 'overlaid', hasNotes: true, noteRows: rows.length, legend };
  const layout =
    arrangement === 'stacked'
      ? stackedLayout(style, Math.max(1, groups.length), request)
      : panelLayout(style, { ...request, columns: Math.max(1, groups.length) });
  return {
    ...style,
    id: 'polarisation',
    title: figureWords.polarisationTitles[countedIn(cells)],
    panels: groups.flatMap(([group, shown], k) => {
      const frame = layout.frames[k];
      const showsXLabels = arrangement !== 'stacked' || k === groups.length - 1;
      return frame ? [panelOf({ group, cells: shown, frame, scale, showsXLabels })] : [];
    }),
    legend: layout.legend,
    legendLine_mm: layout.legendLine_mm,
    notes: said,
    noteRows: rows,
    sources: cells.map((cell) => cell.source),
  };
}
