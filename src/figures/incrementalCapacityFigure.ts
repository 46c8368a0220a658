/** dQ/dV against voltage, or dV/dQ against capacity, of chosen cycles: one line a cell, charge above 0, discharge below. */
import type { CapacityBasis } from '#core/cycling/capacityProfile.ts';
import type { Derivative } from '#core/cycling/fullCell/derivativeCurves.ts';
import { figureWords } from '#core/text/figureWords.ts';
import { cellLine, type CellIdentity } from '#figures/cellTrace.ts';
import type { Axis, Figure, FigureStyle, LineTrace, Marker } from '#figures/figure.ts';
import { joinedPieces } from '#figures/joinedPieces.ts';
import { onePanelFigure } from '#figures/onePanelFigure.ts';
import type { LegendItem } from '#figures/panelLayout.ts';
import { plainSeries } from '#figures/plainSeries.ts';

/** One charge or discharge, in the units of the axes. */
export interface DrawnCurve {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** A peak that was followed over the cycles, in the units of the axes. */
export interface DrawnPeak {
  readonly x: number;
  readonly y: number;
}

export interface CellDerivative extends CellIdentity {
  readonly curves: readonly DrawnCurve[];
  readonly peaks?: readonly DrawnPeak[];
}

export interface IncrementalCapacityOptions {
  readonly style: FigureStyle;
  readonly derivative: Derivative;
  readonly basis: CapacityBasis;
  readonly simulated: boolean;
  /** Width of the bins, which cycles. */
  readonly notes: readonly string[];
}

type Name = Pick<Axis, 'quantity' | 'unit'>;

const CAPACITIES: Readonly<
  Record<CapacityBasis, Name & { readonly perVolt: string; readonly volts: string }>
> = {
  absolute: { quantity: figureWords.capacity, unit: 'mAh', perVolt: 'mAh/V', volts: 'V/mAh' },
  perArea: {
    quantity: figureWords.arealCapacity,
    unit: 'mAh/cm²',
    perVolt: 'mAh/(cm² V)',
    volts: 'V cm²/mAh',
  },
  perMass: { quantity: figureWords.specificCapacity, unit: 'mAh/g', perVolt: 'mAh/(g V)', volts: 'V g/mAh' },
};

/** Paper inside an edge of ink: seen on curves of any colour. */
const PEAK_MARKER: Marker = { symbol: 'circle', open: true, size_pt: 4.5, isEdged: true };
const PEAK_LEGEND: LegendItem = {
  label: figureWords.followedPeak,
  colour: '#000000',
  dash: 'solid',
  marker: PEAK_MARKER,
  isMarkOnly: true,
};

/** Of a curve at either end dV/dQ rises without limit: no part of the range of the axis. */
const END_SHARE = 0.05;
const MARGIN = 1.1;

export function incrementalCapacityFigure(
  cells: readonly CellDerivative[],
  { style, derivative, basis, simulated, notes }: IncrementalCapacityOptions,
): Figure {
  const { quantity, unit, perVolt, volts } = CAPACITIES[basis];
  const isOverVoltage = derivative === 'dQdV';
  const panel = {
    id: derivative,
    xAxis: isOverVoltage
      ? { quantity: figureWords.voltage, unit: 'V', range: null }
      : { quantity, unit, range: null },
    yAxis: isOverVoltage
      ? { quantity: 'dQ/dV', unit: perVolt, range: null }
      : { quantity: 'dV/dQ', unit: volts, range: rangeWithoutEnds(cells) },
    traces: [...cells.map(curvesOf), ...cells.flatMap(peaksOf)],
  };
  const name = { id: 'incremental-capacity', title: figureWords.derivativeTitles[derivative] };
  const shown = isOverVoltage ? notes : [...notes, figureWords.endsOutside];
  const legend = cells.some(({ peaks = [] }) => peaks.length > 0) ? [PEAK_LEGEND] : [];
  return onePanelFigure(cells, panel, { name, style, simulated, notes: shown, legend });
}

function curvesOf(cell: CellDerivative): LineTrace {
  const x = joinedPieces(cell.curves.map((curve) => curve.x));
  const y = joinedPieces(cell.curves.map((curve) => curve.y));
  return cellLine(cell, plainSeries(x, y, { xIsSorted: false }));
}

function peaksOf(cell: CellDerivative): readonly LineTrace[] {
  const { peaks = [] } = cell;
  if (peaks.length === 0) return [];
  const x = Float64Array.from(peaks, (peak) => peak.x);
  const y = Float64Array.from(peaks, (peak) => peak.y);
  return [
    {
      ...cellLine(cell, plainSeries(x, y, { xIsSorted: false })),
      id: `${cell.id}-peaks`,
      label: figureWords.followedPeakOf(cell.name),
      lineScale: 0,
      marker: PEAK_MARKER,
    },
  ];
}

/** From 0, or from the lowest, to the highest value between 5 and 95 % of each curve; null where there is none. */
function rangeWithoutEnds(cells: readonly CellDerivative[]): readonly [number, number] | null {
  let [low, high] = [0, 0];
  for (const { y } of cells.flatMap(({ curves }) => curves)) {
    const end = Math.ceil(END_SHARE * y.length);
    for (const value of y.subarray(end, y.length - end)) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return high > low ? [MARGIN * low, MARGIN * high] : null;
}
