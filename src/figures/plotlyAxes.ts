/** Plotly's axes of a figure: one pair a panel, placed by millimetres. */
import { MM_PER_PT, type Axis, type Figure, type Panel } from '#figures/figure.ts';
import type { PlotlyTheme } from '#figures/plotlyTheme.ts';
import type { PlotlyAxis, PlotlyFont } from '#figures/plotlyTypes.ts';

/** Distance of two labels of the y axis, in ems of the figure's font. */
const TICK_ROOM_EM = 1.25;
const INSET_FONT = 0.85;
/** Between the decades of a logarithmic axis. */
const MINOR_TICKS = { dtick: 'D1', ticks: 'inside', ticklen: 2 } as const;
const TITLE_GAP_EM = 0.45;
const POWER_GROWTH = 1.25;

/** Plotly numbers its axes x, x2, x3 … */
export function axisNumber(index: number): string {
  return index === 0 ? '' : String(index + 1);
}

/** Number of the first panel of the same link; null when that is the panel itself. */
function linkedTo(figure: Figure, index: number, link: 'xLink' | 'yLink'): string | null {
  const name = figure.panels[index]?.[link] ?? null;
  if (name === null) return null;
  const first = figure.panels.findIndex((panel) => panel[link] === name);
  return first < index ? axisNumber(first) : null;
}

export function axisTitle({ quantity, unit }: Axis): string {
  return unit === '' ? quantity : `${quantity} (${unit})`;
}

/** Plotly takes the limits of a logarithmic axis as powers of ten. */
function plotlyRange({ scale }: Axis, [from, to]: readonly [number, number]): readonly [number, number] {
  return scale === 'log' ? [Math.log10(from), Math.log10(to)] : [from, to];
}

function sharedAxis(axis: Axis, panel: Panel, theme: PlotlyTheme) {
  const size = theme.font_px * (panel.isInset ? INSET_FONT : 1);
  const font: PlotlyFont = { family: theme.family, size, color: theme.ink };
  return {
    title: { text: panel.isInset ? '' : axisTitle(axis), font, standoff: TITLE_GAP_EM * size },
    // Plotly writes powers of ten a quarter larger.
    tickfont: axis.powers === true ? { ...font, size: size / POWER_GROWTH } : font,
    ...(axis.scale === 'log' ? { type: 'log', dtick: 1, minor: MINOR_TICKS } : {}),
    ...(axis.range ? { range: plotlyRange(axis, axis.range), autorange: false } : { autorange: true }),
    showline: true,
    mirror: axis.hidesTicks === true ? true : 'ticks',
    ...(axis.hidesTicks === true ? { ticks: '', showticklabels: false } : { ticks: 'inside' }),
    ticklen: 0.4 * size,
    tickwidth: theme.axis_px,
    linewidth: theme.axis_px,
    linecolor: theme.ink,
    tickcolor: theme.ink,
    showgrid: false,
    zeroline: false,
    automargin: false,
    exponentformat: axis.scale === 'log' && axis.powers !== true ? 'none' : 'power',
    minexponent: 4,
    // Level labels need no measuring of whether they would fit when turned, which costs more than drawing them.
    tickangle: 0,
    nticks: panel.isInset ? 4 : 8,
  };
}

function xAxis(figure: Figure, index: number, panel: Panel, theme: PlotlyTheme): PlotlyAxis {
  const { left_mm, width_mm } = panel.frame;
  const matches = linkedTo(figure, index, 'xLink');
  const shared = sharedAxis(panel.xAxis, panel, theme);
  return {
    ...shared,
    ...(panel.showsXLabels ? {} : { title: { ...shared.title, text: '' }, showticklabels: false }),
    ...(matches === null ? {} : { matches: `x${matches}` }),
    domain: [left_mm / figure.width_mm, (left_mm + width_mm) / figure.width_mm],
    anchor: `y${axisNumber(index)}`,
  };
}

/** A panel that has its linked neighbour to the left repeats no labels. */
function hasLabelsToTheLeft(figure: Figure, panel: Panel): boolean {
  return figure.panels.some(
    (other) =>
      !panel.isInset &&
      other.yLink === panel.yLink &&
      other.frame.top_mm === panel.frame.top_mm &&
      other.frame.left_mm < panel.frame.left_mm,
  );
}

/** As many as have room above each other; an inset is small and still needs a scale. */
function ticksWithin({ frame, isInset }: Panel, { font_pt }: Figure): number {
  const size_pt = font_pt * (isInset ? INSET_FONT : 1);
  return Math.max(isInset ? 3 : 2, Math.floor(frame.height_mm / (TICK_ROOM_EM * size_pt * MM_PER_PT)));
}

function yAxis(figure: Figure, index: number, panel: Panel, theme: PlotlyTheme): PlotlyAxis {
  const { top_mm, height_mm } = panel.frame;
  const matches = linkedTo(figure, index, 'yLink');
  const shared = sharedAxis(panel.yAxis, panel, theme);
  const bare = hasLabelsToTheLeft(figure, panel);
  return {
    ...shared,
    nticks: Math.min(shared.nticks, ticksWithin(panel, figure)),
    ...(bare ? { title: { ...shared.title, text: '' }, showticklabels: false } : {}),
    ...(matches === null ? {} : { matches: `y${matches}` }),
    ...(panel.equalScale === true ? { scaleanchor: `x${axisNumber(index)}`, scaleratio: 1 } : {}),
    domain: [1 - (top_mm + height_mm) / figure.height_mm, 1 - top_mm / figure.height_mm],
    anchor: `x${axisNumber(index)}`,
  };
}

export function plotlyAxes(figure: Figure, theme: PlotlyTheme): Readonly<Record<string, PlotlyAxis>> {
  const axes: Record<string, PlotlyAxis> = {};
  for (const [index, panel] of figure.panels.entries()) {
    axes[`xaxis${axisNumber(index)}`] = xAxis(figure, index, panel, theme);
    axes[`yaxis${axisNumber(index)}`] = yAxis(figure, index, panel, theme);
  }
  return axes;
}
