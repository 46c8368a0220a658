/**
 * The one-sided polarisation of every half cycle of every cell: stable, rising, or shorted. With a fitted course the half
 * cycles are points, those left out of the fit open, and events stand on their half cycles with their name.
 */
import { figureWords } from '#core/text/figureWords.ts';
import { byGroup, cellLine, legendOf, notesOf, type CellIdentity } from '#figures/cellTrace.ts';
import type { Axis, Figure, FigureStyle, Frame, LineTrace, Panel } from '#figures/figure.ts';
import { panelLayout, stackedLayout } from '#figures/panelLayout.ts';
import { plainSeries } from '#figures/plainSeries.ts';
import type { Arrangement } from '#figures/voltageTimeFigure.ts';

/** Something that happened in a half cycle, in few words. */
export interface MarkedHalfCycle {
  readonly halfCycle: number;
  readonly text: string;
}

export interface CellPolarisation extends CellIdentity {
  /** Number of the half cycle, from 1. */
  readonly halfCycle: Float64Array;
  readonly polarisation_mV: Float64Array;
  /** Half cycles left out of the course, by number. */
  readonly leftOut?: ReadonlySet<number>;
  /** The fitted course; null where none was fitted. Without it the half cycles are joined by a line. */
  readonly course?: { readonly halfCycle: Float64Array; readonly polarisation_mV: Float64Array } | null;
  readonly events?: readonly MarkedHalfCycle[];
}

export interface PolarisationOptions {
  readonly style: FigureStyle;
  readonly simulated: boolean;
  /** Logarithmic when not said. */
  readonly scale?: 'log' | 'linear';
  /** Overlaid when not said. */
  readonly arrangement?: Arrangement;
}

const POINT_PT = 2.5;
const EVENT_PT = 6;

/** Whole decades around the data, so that at least two of them are named; null without data. */
function decades(cells: readonly CellPolarisation[]): readonly [number, number] | null {
  const values = cells.flatMap(({ polarisation_mV }) => [...polarisation_mV]).filter((value) => value > 0);
  if (values.length === 0) return null;
  const logs = values.map(Math.log10);
  const from = Math.floor(logs.reduce((a, b) => Math.min(a, b)));
  const to = Math.ceil(logs.reduce((a, b) => Math.max(a, b)));
  return [10 ** from, 10 ** Math.max(to, from + 1)];
}

/** A logarithmic axis has no place for 0. */
function positive(values_mV: Float64Array): Float64Array {
  return values_mV.map((value) => (value > 0 ? value : NaN));
}

function lineOf(cell: CellPolarisation): LineTrace {
  return cellLine(cell, plainSeries(cell.halfCycle, positive(cell.polarisation_mV), { xIsSorted: true }));
}

/** The half cycles of which `shows` holds, as points of the cell's colour. */
function pointsOf(cell: CellPolarisation, open: boolean): readonly LineTrace[] {
  const isShown = (halfCycle: number) => (cell.leftOut?.has(halfCycle) ?? false) === open;
  const values_mV = positive(cell.polarisation_mV).map((value, k) =>
    isShown(cell.halfCycle[k] ?? NaN) ? value : NaN,
  );
  if (values_mV.every(Number.isNaN)) return [];
  const line = cellLine(cell, plainSeries(cell.halfCycle, values_mV, { xIsSorted: true }));
  return [
    {
      ...line,
      id: `${cell.id}-${open ? 'left-out' : 'points'}`,
      label: open ? figureWords.leftOut(cell.name) : cell.name,
      lineScale: 0,
      marker: { symbol: 'circle', open, size_pt: POINT_PT },
    },
  ];
}

function courseOf(cell: CellPolarisation): readonly LineTrace[] {
  if (!cell.course) return [];
  const series = plainSeries(cell.course.halfCycle, positive(cell.course.polarisation_mV), {
    xIsSorted: true,
  });
  return [{ ...cellLine(cell, series), id: `${cell.id}-course`, label: figureWords.courseOf(cell.name) }];
}

/** The word is written where it is `named` alone: of several cells it would cover itself. */
function eventsOf(cell: CellPolarisation, named: ReadonlySet<MarkedHalfCycle>): readonly LineTrace[] {
  const { events = [], halfCycle, polarisation_mV } = cell;
  const marked = events.flatMap((event) => {
    const { halfCycle: number } = event;
    const value_mV = polarisation_mV[halfCycle.indexOf(number)] ?? NaN;
    return value_mV > 0 ? [{ number, value_mV, text: named.has(event) ? event.text : '' }] : [];
  });
  if (marked.length === 0) return [];
  const series = plainSeries(
    Float64Array.from(marked, ({ number }) => number),
    Float64Array.from(marked, ({ value_mV }) => value_mV),
    { xIsSorted: true },
  );
  return [
    {
      ...cellLine(cell, series),
      id: `${cell.id}-events`,
      label: figureWords.eventsOf(cell.name),
      colour: '#000000',
      lineScale: 0,
      marker: { symbol: 'cross', open: false, size_pt: EVENT_PT },
      pointLabels: marked.map(({ text }, index) => ({ index, text, side: 'above-right' as const })),
    },
  ];
}

/** The first of every kind in a panel. */
function namedEvents(cells: readonly CellPolarisation[]): ReadonlySet<MarkedHalfCycle> {
  const events = cells.flatMap((cell) => cell.events ?? []).sort((a, b) => a.halfCycle - b.halfCycle);
  const kinds = new Map<string, MarkedHalfCycle>();
  for (const event of events) if (!kinds.has(event.text)) kinds.set(event.text, event);
  return new Set(kinds.values());
}

function tracesOf(cells: readonly CellPolarisation[]): readonly LineTrace[] {
  const named = namedEvents(cells);
  return [
    ...cells.flatMap((cell) =>
      cell.course === undefined
        ? [lineOf(cell)]
        : [...pointsOf(cell, false), ...pointsOf(cell, true), ...courseOf(cell)],
    ),
    ...cells.flatMap((cell) => eventsOf(cell, named)),
  ];
}

interface PlacedGroup {
  readonly group: string;
  readonly cells: readonly CellPolarisation[];
  readonly frame: Frame;
  readonly yAxis: Axis;
  readonly showsXLabels: boolean;
}

function panelOf({ group, cells, frame, yAxis, showsXLabels }: PlacedGroup): Panel {
  return {
    id: `polarisation-${group}`,
    title: group,
    frame,
    xAxis: { quantity: figureWords.halfCycle, unit: '', range: null },
    yAxis,
    // Groups of very different lives: each has its own half cycles, all have the same millivolts.
    xLink: null,
    yLink: 'polarisation',
    showsXLabels,
    isInset: false,
    traces: tracesOf(cells),
  };
}

/** All cells in one panel, or a panel for each group. */
export function polarisationFigure(cells: readonly CellPolarisation[], options: PolarisationOptions): Figure {
  const { style, simulated, scale = 'log', arrangement = 'overlaid' } = options;
  const groups = arrangement === 'overlaid' ? ([['', cells]] as const) : byGroup(cells);
  const request = { hasTitles: arrangement !== 'overlaid', hasNotes: true, legend: legendOf(cells) };
  const layout =
    arrangement === 'stacked'
      ? stackedLayout(style, Math.max(1, groups.length), request)
      : panelLayout(style, { ...request, columns: Math.max(1, groups.length) });
  const log = { range: decades(cells), scale: 'log' } as const;
  const yAxis: Axis = {
    quantity: figureWords.polarisation,
    unit: 'mV',
    ...(scale === 'log' ? log : { range: null }),
  };
  return {
    ...style,
    id: 'polarisation',
    title: figureWords.polarisationTitle,
    panels: groups.flatMap(([group, shown], k) => {
      const frame = layout.frames[k];
      const showsXLabels = arrangement !== 'stacked' || k === groups.length - 1;
      return frame ? [panelOf({ group, cells: shown, frame, yAxis, showsXLabels })] : [];
    }),
    legend: layout.legend,
    legendLine_mm: layout.legendLine_mm,
    notes: notesOf(cells, simulated),
    sources: cells.map((cell) => cell.source),
  };
}
