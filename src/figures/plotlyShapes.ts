/** What Plotly draws besides traces: the samples of the legend and thin lines across panels. */
import { sampleDash } from '#figures/plotlyDash.ts';
import { MM_PER_PT, type Figure, type LegendEntry, type Panel } from '#figures/figure.ts';
import { axisNumber } from '#figures/plotlyAxes.ts';
import {
  plotlyTheme,
  PX_PER_MM,
  shownColour,
  type PlotlyTheme,
  type ThemeName,
} from '#figures/plotlyTheme.ts';
import type { PlotlyOutline, PlotlyShape } from '#figures/plotlyTypes.ts';
import { symbolOutline } from '#figures/symbolOutline.ts';

const ON_PAGE = { xref: 'paper', yref: 'paper' } as const;

function sampleLine(figure: Figure, entry: LegendEntry, theme: ThemeName): PlotlyShape {
  const width_px = Math.max(plotlyTheme(figure, theme).line_px, 1.5);
  const y = 1 - entry.middle_mm / figure.height_mm;
  return {
    type: 'line',
    ...ON_PAGE,
    x0: entry.left_mm / figure.width_mm,
    x1: (entry.left_mm + figure.legendLine_mm) / figure.width_mm,
    y0: y,
    y1: y,
    line: {
      color: shownColour(entry.colour, theme),
      width: width_px,
      dash: sampleDash(entry.dash, figure.legendLine_mm * PX_PER_MM),
    },
  };
}

/** A symbol with corners; its points are places on the page from its bottom left corner. */
function sampleSymbol(figure: Figure, entry: LegendEntry, theme: ThemeName): readonly PlotlyOutline[] {
  const { marker, left_mm, middle_mm, isMarkOnly = false } = entry;
  const corners = marker && symbolOutline(marker.symbol, (marker.size_pt * MM_PER_PT) / 2);
  if (!corners) return [];
  const { line_px, paper, ink } = plotlyTheme(figure, theme);
  const centre_mm = left_mm + (isMarkOnly ? 0.75 : 0.5) * figure.legendLine_mm;
  const points = corners.map(({ right_mm, up_mm }) =>
    [(centre_mm + right_mm) / figure.width_mm, 1 - (middle_mm - up_mm) / figure.height_mm].join(','),
  );
  return [
    {
      type: 'path',
      ...ON_PAGE,
      path: `M${points.join('L')}Z`,
      fillcolor: marker.open ? paper : shownColour(entry.colour, theme),
      line: { color: ink, width: line_px, dash: 'solid' },
    },
  ];
}

/** The page is as wide as its millimetres, so a circle on it is round. */
function sampleMarker(figure: Figure, entry: LegendEntry, theme: ThemeName): readonly PlotlyShape[] {
  const { marker, left_mm, middle_mm } = entry;
  if (marker?.symbol !== 'circle') return [];
  const { line_px, paper } = plotlyTheme(figure, theme);
  const colour = shownColour(entry.colour, theme);
  const radius_mm = (marker.size_pt * MM_PER_PT) / 2;
  const centre_mm = left_mm + figure.legendLine_mm / 2;
  return [
    {
      type: 'circle',
      ...ON_PAGE,
      x0: (centre_mm - radius_mm) / figure.width_mm,
      x1: (centre_mm + radius_mm) / figure.width_mm,
      y0: 1 - (middle_mm + radius_mm) / figure.height_mm,
      y1: 1 - (middle_mm - radius_mm) / figure.height_mm,
      fillcolor: marker.open ? paper : colour,
      line: { color: colour, width: line_px, dash: 'solid' },
    },
  ];
}

export function legendSample(
  figure: Figure,
  entry: LegendEntry,
  theme: ThemeName,
): readonly (PlotlyShape | PlotlyOutline)[] {
  const line = entry.isMarkOnly === true ? [] : [sampleLine(figure, entry, theme)];
  return [...line, ...sampleMarker(figure, entry, theme), ...sampleSymbol(figure, entry, theme)];
}

function linesOf(panel: Panel, number: string, theme: PlotlyTheme): readonly PlotlyShape[] {
  return (panel.yLines ?? []).map((y) => ({
    type: 'line',
    xref: `x${number} domain`,
    yref: `y${number}`,
    layer: 'below',
    x0: 0,
    x1: 1,
    y0: y,
    y1: y,
    line: { color: theme.quietInk, width: theme.axis_px, dash: y === 0 ? 'solid' : 'dot' },
  }));
}

export function levelLines(figure: Figure, theme: PlotlyTheme): readonly PlotlyShape[] {
  return figure.panels.flatMap((panel, index) => linesOf(panel, axisNumber(index), theme));
}
