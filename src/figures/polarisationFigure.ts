/** The one-sided polarisation of every half cycle of every cell, on a logarithmic axis: stable, rising, or shorted. */
import { figureWords } from '#core/text/figureWords.ts';
import { cellLine, type CellIdentity } from '#figures/cellTrace.ts';
import type { Figure, FigureStyle, LineTrace } from '#figures/figure.ts';
import { onePanelFigure } from '#figures/onePanelFigure.ts';
import { plainSeries } from '#figures/plainSeries.ts';

export interface CellPolarisation extends CellIdentity {
  /** Number of the half cycle, from 1. */
  readonly halfCycle: Float64Array;
  readonly polarisation_mV: Float64Array;
}

export interface PolarisationOptions {
  readonly style: FigureStyle;
  readonly simulated: boolean;
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

function lineOf(cell: CellPolarisation): LineTrace {
  // A logarithmic axis has no place for 0.
  const positive_mV = cell.polarisation_mV.map((value) => (value > 0 ? value : NaN));
  return cellLine(cell, plainSeries(cell.halfCycle, positive_mV, { xIsSorted: true }));
}

export function polarisationFigure(
  cells: readonly CellPolarisation[],
  { style, simulated }: PolarisationOptions,
): Figure {
  const panel = {
    id: 'polarisation',
    xAxis: { quantity: figureWords.halfCycle, unit: '', range: null },
    yAxis: { quantity: figureWords.polarisation, unit: 'mV', range: decades(cells), scale: 'log' },
    traces: cells.map(lineOf),
  } as const;
  const name = { id: 'polarisation', title: figureWords.polarisationTitle };
  return onePanelFigure(cells, panel, { name, style, simulated });
}
