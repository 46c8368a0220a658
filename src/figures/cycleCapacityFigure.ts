/** Discharge capacity and coulombic efficiency against the cycle, one above the other with the same cycles. */
import { CAPACITY_UNITS, type CapacityBasis } from '#core/cycling/capacityProfile.ts';
import { figureWords } from '#core/text/figureWords.ts';
import { cellLine, legendOf, notesOf, type CellIdentity } from '#figures/cellTrace.ts';
import type { Figure, FigureStyle, LineTrace, Panel } from '#figures/figure.ts';
import { noteRows } from '#figures/noteRows.ts';
import { stackedLayout } from '#figures/panelLayout.ts';
import { plainSeries } from '#figures/plainSeries.ts';

export interface CellCycles extends CellIdentity {
  readonly cycle: Float64Array;
  /** In the unit of the basis. */
  readonly capacity: Float64Array;
  /** Per cent. */
  readonly coulombicEfficiency: Float64Array;
  /** Cycles left out of means, by number: drawn open. */
  readonly leftOut: ReadonlySet<number>;
}

export interface CycleCapacityOptions {
  readonly style: FigureStyle;
  readonly basis: CapacityBasis;
  readonly simulated: boolean;
  /** Such as how much of the capacity is left, of every cell. */
  readonly notes: readonly string[];
}

const POINT_PT = 4;

function pointsOf(cell: CellCycles, values: Float64Array, open: boolean): readonly LineTrace[] {
  const shown = values.map((value, k) => (cell.leftOut.has(cell.cycle[k] ?? NaN) === open ? value : NaN));
  if (shown.every(Number.isNaN)) return [];
  const trace = cellLine(cell, plainSeries(cell.cycle, shown, { xIsSorted: true }));
  return [
    {
      ...trace,
      id: `${cell.id}-${open ? 'left-out' : 'counted'}`,
      label: open ? figureWords.leftOutOfMeans(cell.name) : cell.name,
      lineScale: 0,
      marker: { symbol: 'circle', open, size_pt: POINT_PT },
    },
  ];
}

function tracesOf(cells: readonly CellCycles[], valuesOf: (cell: CellCycles) => Float64Array) {
  return cells.flatMap((cell) => [false, true].flatMap((open) => pointsOf(cell, valuesOf(cell), open)));
}

/** Smaller differences are those of rounding: no instrument counts charge so well. */
const LEAST_SPAN = 0.1;

/** A cell that came partly charged returns many times what it took first: beside that all others would lie on one line. */
const MOST_PERCENT = 150;
/** Of the span of what is drawn. */
const MARGIN = 0.1;

const isBeyond = (percent: number): boolean => percent > MOST_PERCENT;

/** Null = as the data need. */
function efficiencyRange(cells: readonly CellCycles[]): readonly [number, number] | null {
  const values = cells.flatMap(({ coulombicEfficiency }) => [...coulombicEfficiency.filter(Number.isFinite)]);
  const drawn = values.filter((value) => !isBeyond(value));
  if (drawn.length === 0) return null;
  const low = drawn.reduce((a, b) => Math.min(a, b), Infinity);
  const high = drawn.reduce((a, b) => Math.max(a, b), -Infinity);
  const middle = (low + high) / 2;
  if (high - low < LEAST_SPAN) return [middle - LEAST_SPAN, middle + LEAST_SPAN];
  if (drawn.length === values.length) return null;
  // With the line at 100 %, as where the data choose.
  const [bottom, top] = [Math.min(low, 100), Math.max(high, 100)];
  return [bottom - MARGIN * (top - bottom), top + MARGIN * (top - bottom)];
}

/** What the axis leaves out, unless it leaves out everything. */
function beyondAxis(cells: readonly CellCycles[]): string[] {
  if (efficiencyRange(cells) === null) return [];
  return cells.flatMap(({ name, cycle, coulombicEfficiency }) =>
    [...coulombicEfficiency].flatMap((value, k) =>
      isBeyond(value) ? [figureWords.efficiencyBeyond(name, cycle[k] ?? NaN, value)] : [],
    ),
  );
}

const CAPACITY_NAMES = {
  absolute: figureWords.capacity,
  perArea: figureWords.arealCapacity,
  perMass: figureWords.specificCapacity,
} as const;

export function cycleCapacityFigure(
  cells: readonly CellCycles[],
  { style, basis, simulated, notes }: CycleCapacityOptions,
): Figure {
  const said = [...notesOf(cells, simulated), ...beyondAxis(cells), ...notes];
  const rows = noteRows(said, style);
  const request = { hasTitles: false, hasNotes: true, noteRows: rows.length, legend: legendOf(cells) };
  const layout = stackedLayout(style, 2, request);
  const [above, below] = layout.frames;
  const common = {
    title: '',
    xAxis: { quantity: figureWords.cycle, unit: '', range: null },
    xLink: 'cycle',
    yLink: null,
    isInset: false,
  } as const;
  const capacity: Omit<Panel, 'frame'> = {
    ...common,
    id: 'capacity',
    yAxis: {
      quantity: CAPACITY_NAMES[basis],
      unit: CAPACITY_UNITS[basis].replace('cm2', 'cm²'),
      range: null,
    },
    showsXLabels: false,
    traces: tracesOf(cells, (cell) => cell.capacity),
  };
  const efficiency: Omit<Panel, 'frame'> = {
    ...common,
    id: 'coulombic-efficiency',
    yAxis: { quantity: figureWords.coulombicEfficiency, unit: '%', range: efficiencyRange(cells) },
    showsXLabels: true,
    yLines: [100],
    traces: tracesOf(cells, (cell) => cell.coulombicEfficiency),
  };
  return {
    ...style,
    id: 'cycle-capacity',
    title: figureWords.cycleCapacityTitle,
    panels:
      above && below
        ? [
            { ...capacity, frame: above },
            { ...efficiency, frame: below },
          ]
        : [],
    legend: layout.legend,
    legendLine_mm: layout.legendLine_mm,
    notes: said,
    noteRows: rows,
    sources: cells.map((cell) => cell.source),
  };
}
