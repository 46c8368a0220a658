/** The one-sided polarisation of every half cycle of every cell, on a logarithmic axis: stable, rising, or shorted. */
import { figureWords } from '#core/text/figureWords.ts';
import { legendOf, notesOf, type CellIdentity } from '#figures/cellTrace.ts';
import type { Figure, FigureStyle, LineTrace } from '#figures/figure.ts';
import { panelLayout } from '#figures/panelLayout.ts';

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

const PLAIN = { offset: 0, factor: 1 } as const;

function lineOf(cell: CellPolarisation): LineTrace {
  return {
    id: cell.id,
    label: cell.name,
    group: cell.group,
    colour: cell.colour,
    dash: cell.dash,
    sourceId: cell.source.id,
    series: {
      x: cell.halfCycle,
      // A logarithmic axis has no place for 0.
      y: cell.polarisation_mV.map((value) => (value > 0 ? value : NaN)),
      xScale: PLAIN,
      yScale: PLAIN,
      from: null,
      to: null,
      pyramid: null,
      xIsSorted: true,
    },
  };
}

export function polarisationFigure(
  cells: readonly CellPolarisation[],
  { style, simulated }: PolarisationOptions,
): Figure {
  const legend = legendOf(cells);
  const layout = panelLayout(style, { columns: 1, hasTitles: false, hasNotes: true, legend });
  return {
    ...style,
    id: 'polarisation',
    title: figureWords.polarisationTitle,
    panels: layout.frames.map((frame) => ({
      id: 'polarisation',
      title: '',
      frame,
      xAxis: { quantity: figureWords.halfCycle, unit: '', range: null },
      yAxis: { quantity: figureWords.polarisation, unit: 'mV', range: decades(cells), scale: 'log' },
      xLink: null,
      yLink: null,
      showsXLabels: true,
      isInset: false,
      traces: cells.map(lineOf),
    })),
    legend: layout.legend,
    legendLine_mm: layout.legendLine_mm,
    notes: notesOf(cells, simulated),
    sources: cells.map((cell) => cell.source),
  };
}
