/** Voltage against capacity, one line a cell with a gap between its half cycles; the base of two figures. */
import { CAPACITY_UNITS, type CapacityBasis } from '#core/cycling/capacityProfile.ts';
import { figureWords } from '#core/text/figureWords.ts';
import { byGroup, cellLine, type CellIdentity } from '#figures/cellTrace.ts';
import type { Figure, FigureStyle, LineTrace } from '#figures/figure.ts';
import { joinedPieces } from '#figures/joinedPieces.ts';
import { onePanelFigure } from '#figures/onePanelFigure.ts';
import { plainSeries } from '#figures/plainSeries.ts';

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

function lineOf(cell: CellCapacity): LineTrace {
  const capacity = joinedPieces(cell.halfCycles.map((half) => half.capacity));
  const voltage_V = joinedPieces(cell.halfCycles.map((half) => half.voltage_V));
  return cellLine(cell, plainSeries(capacity, voltage_V, { xIsSorted: false }));
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
  { style, basis, simulated }: CapacityOptions,
): Figure {
  const panel = {
    id: 'capacity',
    xAxis: { quantity: QUANTITY[basis], unit: CAPACITY_UNITS[basis].replace('cm2', 'cm²'), range: null },
    yAxis: { quantity: figureWords.voltage, unit: 'V', range: null },
    traces: cells.map(lineOf),
  };
  return onePanelFigure(cells, panel, { name, style, simulated, notes: thinningNotes(cells) });
}
