/** A figure as data and layout for Plotly: the only thing that knows both. */
import { drawnSeries } from '#figures/drawnSeries.ts';
import {
  MM_PER_PT,
  type Axis,
  type Figure,
  type Frame,
  type LegendEntry,
  type Panel,
} from '#figures/figure.ts';
import { relabelled, type ShownWindow } from '#figures/lineLabels.ts';
import { NOTE_SCALE, NOTE_SEPARATOR } from '#figures/noteRows.ts';
import { axisNumber, plotlyAxes } from '#figures/plotlyAxes.ts';
import { legendSample, levelLines } from '#figures/plotlyShapes.ts';
import { plotlyText } from '#figures/plotlyText.ts';
import { plotlyTheme, PX_PER_MM, type PlotlyTheme, type ThemeName } from '#figures/plotlyTheme.ts';
import { plotlyTrace } from '#figures/plotlyTrace.ts';
import { textWidth } from '#figures/textWidth.ts';
import type { PlotlyAnnotation, PlotlyFigure, PlotlyLayout, PlotlyTrace } from '#figures/plotlyTypes.ts';

/** Dots an inch that a line in a file is thinned to; a print shows no more. */
const FILE_DPI = 300;

/** Limits of axes that the user zoomed to, by Plotly's name of the axis (`x`, `x2`, `y`). */
export type ZoomedRanges = Readonly<Record<string, readonly [number, number]>>;

export interface DrawOptions {
  readonly target: 'screen' | 'file';
  readonly theme: ThemeName;
  /** What is drawn of the x axes. */
  readonly zoomed?: ZoomedRanges;
  /** What the window shows, of both kinds of axes: names of lines stand where it has room. */
  readonly shown?: ZoomedRanges;
  /** Columns drawn for one of the screen's, where `zoomed` reaches beyond the window. */
  readonly columnsPerPixel?: number;
}

function columnsOf(frame: Frame, target: DrawOptions['target']): number {
  const perMm = target === 'file' ? FILE_DPI / 25.4 : PX_PER_MM;
  return Math.max(50, Math.ceil(frame.width_mm * perMm));
}

/** The lines alone: what a zoom changes. */
export function plotlyTraces(figure: Figure, options: DrawOptions): readonly PlotlyTrace[] {
  const theme = plotlyTheme(figure, options.theme);
  return figure.panels.flatMap((panel, index) => {
    const number = axisNumber(index);
    const range = options.zoomed?.[`x${number}`] ?? panel.xAxis.range;
    const columns = columnsOf(panel.frame, options.target) * (options.columnsPerPixel ?? 1);
    return relabelled(panel, shownLimits(panel, number, options.shown)).traces.map((trace, position) => {
      const points = drawnSeries(trace.series, { range, columns });
      // Without one Plotly draws a random number that ends in the SVG.
      const place = { uid: `line${index + 1}-${position + 1}`, number };
      return plotlyTrace({ panel, trace, points, place, theme, colours: options.theme });
    });
  });
}

/** In the units of the axes: Plotly has the limits of a logarithmic axis as powers of ten. */
function shownLimits({ xAxis, yAxis }: Panel, number: string, shown: ZoomedRanges = {}): ShownWindow {
  const limits = ({ scale }: Axis, range: ZoomedRanges[string] | undefined): ShownWindow['x'] => {
    if (!range || scale !== 'log') return range ?? null;
    return [10 ** range[0], 10 ** range[1]];
  };
  return { x: limits(xAxis, shown[`x${number}`]), y: limits(yAxis, shown[`y${number}`]) };
}

type Placed = Pick<PlotlyAnnotation, 'x' | 'y' | 'xanchor' | 'yanchor'>;

function label(text: string, at: Placed, theme: PlotlyTheme, font: { scale: number; color: string }) {
  return {
    text: plotlyText(text),
    ...at,
    xref: 'paper',
    yref: 'paper',
    showarrow: false,
    borderpad: 0,
    font: { family: theme.family, size: theme.font_px * font.scale, color: font.color },
  } satisfies PlotlyAnnotation;
}

function legendLabel(figure: Figure, entry: LegendEntry, theme: PlotlyTheme): PlotlyAnnotation {
  const x_mm = entry.left_mm + figure.legendLine_mm + 0.4 * figure.font_pt * (25.4 / 72);
  const at = { x: x_mm / figure.width_mm, y: 1 - entry.middle_mm / figure.height_mm };
  return label(entry.label, { ...at, xanchor: 'left', yanchor: 'middle' }, theme, {
    scale: 1,
    color: theme.ink,
  });
}

/** In ems: keeps the tails of letters off the frame. */
const TITLE_LIFT = 0.15;

/** Above the panel's frame. */
function panelTitle(figure: Figure, panel: Panel, theme: PlotlyTheme): PlotlyAnnotation {
  const { left_mm, top_mm, width_mm } = panel.frame;
  const x = (left_mm + width_mm / 2) / figure.width_mm;
  const y = 1 - (top_mm - TITLE_LIFT * figure.font_pt * MM_PER_PT) / figure.height_mm;
  const font = { scale: panel.isInset ? 0.85 : 1, color: theme.ink };
  return label(panel.title, { x, y, xanchor: 'center', yanchor: 'bottom' }, theme, font);
}

/** Notes are smaller than the other text, and smaller still where they would run out of the figure. */
function noteScale(rows: readonly string[], figure: Figure, right_mm: number): number {
  const lengths_mm = rows.map((row) => textWidth(row, figure.font_pt * MM_PER_PT));
  return Math.min(NOTE_SCALE, (0.98 * right_mm) / Math.max(...lengths_mm, 1));
}

function annotations(figure: Figure, theme: PlotlyTheme): readonly PlotlyAnnotation[] {
  const right_mm = Math.max(...figure.panels.map(({ frame }) => frame.left_mm + frame.width_mm));
  const noteAt = { x: right_mm / figure.width_mm, y: 0, xanchor: 'right', yanchor: 'bottom' } as const;
  const rows = figure.noteRows ?? [figure.notes.join(NOTE_SEPARATOR)];
  const font = { scale: noteScale(rows, figure, right_mm), color: theme.quietInk };
  const notes = {
    ...label('', noteAt, theme, font),
    text: rows.map(plotlyText).join('<br>'),
    align: 'right',
  } as const;
  return [
    ...figure.legend.map((entry) => legendLabel(figure, entry, theme)),
    ...figure.panels.filter(({ title }) => title !== '').map((panel) => panelTitle(figure, panel, theme)),
    ...(figure.notes.length > 0 ? [notes] : []),
  ];
}

function plotlyLayout(figure: Figure, options: DrawOptions): PlotlyLayout {
  const theme = plotlyTheme(figure, options.theme);
  return {
    width: figure.width_mm * PX_PER_MM,
    height: figure.height_mm * PX_PER_MM,
    margin: { l: 0, r: 0, t: 0, b: 0, pad: 0, autoexpand: false },
    paper_bgcolor: theme.paper,
    plot_bgcolor: theme.paper,
    font: { family: theme.family, size: theme.font_px, color: theme.ink },
    showlegend: false,
    hovermode: 'closest',
    dragmode: 'zoom',
    uirevision: `${figure.id} ${figure.panels.map(({ id }) => id).join(' ')}`,
    ...plotlyAxes(figure, theme),
    shapes: [
      ...figure.legend.flatMap((entry) => legendSample(figure, entry, options.theme)),
      ...levelLines(figure, theme),
    ],
    annotations: annotations(figure, theme),
  };
}

export function toPlotly(figure: Figure, options: DrawOptions): PlotlyFigure {
  return { data: plotlyTraces(figure, options), layout: plotlyLayout(figure, options) };
}
