/** A figure of one panel with lines of cells, their legend, their notes and their sources. */
import { legendOf, notesOf, type CellIdentity } from '#figures/cellTrace.ts';
import type { Axis, Figure, FigureStyle, LineTrace } from '#figures/figure.ts';
import { noteRows } from '#figures/noteRows.ts';
import { panelLayout, type LegendItem } from '#figures/panelLayout.ts';

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
  /** Beside the cells, such as what a symbol means. */
  readonly legend?: readonly LegendItem[];
}

export function onePanelFigure(
  cells: readonly CellIdentity[],
  panel: OnePanel,
  { name, style, simulated, notes = [], legend: more = [] }: OnePanelOptions,
): Figure {
  const legend = [...legendOf(cells), ...more];
  const said = [...notesOf(cells, simulated), ...notes];
  const rows = noteRows(said, style);
  const request = { columns: 1, hasTitles: false, hasNotes: true, noteRows: rows.length, legend };
  const layout = panelLayout(style, request);
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
    notes: said,
    noteRows: rows,
    sources: cells.map((cell) => cell.source),
  };
}
