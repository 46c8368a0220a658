/** Voltage against capacity, one line a cell with a gap between its half cycles; the base of two figures. */
import { CAPACITY_UNITS, type CapacityBasis } from '#core/cycling/capacityProfile.ts';
import { figureWords } from '#core/text/figureWords.ts';
import { byGroup, legendOf, notesOf, type CellIdentity } from '#figures/cellTrace.ts';
import type { Figure, FigureStyle, LineTrace } from '#figures/figure.ts';
import { panelLayout } from '#figures/panelLayout.ts';

/** The chosen half cycles of one cell; capacity in the unit of the basis, from 0 at the start of each. */
export interface CellCapacity extends CellIdentity {
  /** Of the half cycles of the run one pair in so many is drawn; 1 = all that were chosen. */
  readonly everyNth: number;
  readonly halfCycles: readonly { readonly capacity: Float64Array; readonly voltage_V: Float64Array }[];
}

export interface CapacityOptions {
  readonly style: FigureStyle;
  readonly basis: CapacityBasis;
  readonly simulated: boolean;
}

const QUANTITY: Readonly<Record<CapacityBasis, string>> = {
  absolute: figureWords.capacity,
  perArea: figureWords.arealCapacity,
  perMass: figureWords.specificCapacity,
};

/** The pieces in one array, NaN between them. */
function joined(pieces: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(pieces.reduce((length, piece) => length + piece.length + 1, 0)).fill(NaN);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length + 1;
  }
  return whole;
}

function lineOf(cell: CellCapacity): LineTrace {
  return {
    id: cell.id,
    label: cell.name,
    group: cell.group,
    colour: cell.colour,
    dash: cell.dash,
    sourceId: cell.source.id,
    series: {
      x: joined(cell.halfCycles.map(({ capacity }) => capacity)),
      y: joined(cell.halfCycles.map(({ voltage_V }) => voltage_V)),
      xScale: { offset: 0, factor: 1 },
      yScale: { offset: 0, factor: 1 },
      from: null,
      to: null,
      pyramid: null,
      xIsSorted: false,
    },
  };
}

/** Which half cycles were left out, for each group that lacks some. */
function thinningNotes(cells: readonly CellCapacity[]): readonly string[] {
  return byGroup(cells).flatMap(([group, members]) => {
    const steps = members.map(({ everyNth }) => everyNth);
    const [least, most] = [Math.min(...steps), Math.max(...steps)];
    return most > 1 ? [figureWords.everyNthHalfCycle(group, least, most)] : [];
  });
}

export function capacityFigure(
  name: Pick<Figure, 'id' | 'title'>,
  cells: readonly CellCapacity[],
  options: CapacityOptions,
): Figure {
  const { style, basis } = options;
  const layout = panelLayout(style, {
    columns: 1,
    hasTitles: false,
    hasNotes: true,
    legend: legendOf(cells),
  });
  return {
    ...style,
    ...name,
    panels: layout.frames.map((frame) => ({
      id: 'capacity',
      title: '',
      frame,
      xAxis: { quantity: QUANTITY[basis], unit: CAPACITY_UNITS[basis].replace('cm2', 'cm²'), range: null },
      yAxis: { quantity: figureWords.voltage, unit: 'V', range: null },
      xLink: null,
      yLink: null,
      showsXLabels: true,
      isInset: false,
      traces: cells.map(lineOf),
    })),
    legend: layout.legend,
    legendLine_mm: layout.legendLine_mm,
    notes: [...notesOf(cells, options.simulated), ...thinningNotes(cells)],
    sources: cells.map((cell) => cell.source),
  };
}
