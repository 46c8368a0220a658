/** A figure of one panel with lines of cells, their legend, their notes and their sources. */
import { legendOf, notesOf, type CellIdentity } from '#figures/cellTrace.ts';
import type { Axis, Figure, FigureStyle, LineTrace } from '#figures/figure.ts';
import { panelLayout } from '#figures/panelLayout.ts';

export interface OnePanel {
  readonly id: string;
  readonly xAxis: Axis;
  readonly yAxis: Axis;
  readonly traces: readonly LineTrace[];
}

export interface OnePanelOptions {
  readonly name: Pick<Figure, 'id' | 'title'>;
  readonly style: FigureStyle;
  readonly simulated: boolean;
  /** Beside those on the cells. */
  readonly notes?: readonly string[];
}

export function onePanelFigure(
  cells: readonly CellIdentity[],
  panel: OnePanel,
  { name, style, simulated, notes = [] }: OnePanelOptions,
): Figure {
  const legend = legendOf(cells);
  const layout = panelLayout(style, { columns: 1, hasTitles: false, hasNotes: true, legend });
  return {
    ...style,
    ...name,
    panels: layout.frames.map((frame) => ({
      ...panel,
      title: '',
      frame,
      xLink: null,
      yLink: null,
      showsXLabels: true,
      isInset: false,
    })),
    legend: layout.legend,
    legendLine_mm: layout.legendLine_mm,
    notes: [...notesOf(cells, simulated), ...notes],
    sources: cells.map((cell) => cell.source),
  };
}
