/** A trace of a figure as Plotly's: its line, its points and the words beside some of them. */
import { plotlyDash } from '#figures/plotlyDash.ts';
import type { LineTrace, Panel } from '#figures/figure.ts';
import { frequencyText } from '#figures/frequencyText.ts';
import { plotlyText } from '#figures/plotlyText.ts';
import { shownColour, type PlotlyTheme, type ThemeName } from '#figures/plotlyTheme.ts';
import type { PlotlyMarker, PlotlyTrace } from '#figures/plotlyTypes.ts';

const PX_PER_PT = 96 / 72;
/** A point with words beside it is larger by this factor. */
const STANDS_OUT = 1.6;
const SMALL_TEXT = 0.85;
const BAND_OPACITY = 0.22;
const SIDES = {
  above: 'top center',
  'above-right': 'top right',
  'above-left': 'top left',
  below: 'bottom center',
  'below-right': 'bottom right',
  left: 'middle left',
  right: 'middle right',
} as const;

export interface TraceRequest {
  readonly panel: Panel;
  readonly trace: LineTrace;
  readonly points: { readonly x: Float64Array; readonly y: Float64Array };
  readonly place: { readonly uid: string; readonly number: string };
  readonly theme: PlotlyTheme;
  readonly colours: ThemeName;
}

function hoverOf({ panel, trace }: TraceRequest): string {
  const { xAxis, yAxis } = panel;
  const frequency = trace.frequency_Hz ? '%{customdata}<br>' : '';
  const [x, y] = [`%{x:.6~g} ${xAxis.unit}`, `%{y:.5~g} ${yAxis.unit}`];
  return `<b>${plotlyText(trace.label)}</b><br>${frequency}${x}<br>${y}<extra></extra>`;
}

function symbolsOf(trace: LineTrace, points: number): PlotlyMarker['symbol'] {
  if (trace.marker?.symbol === 'cross') return 'x-thin';
  const { symbol = 'circle', open = false, isEdged = false } = trace.marker ?? {};
  const plain = open && !isEdged ? `${symbol}-open` : symbol;
  if (!trace.pointLabels) return plain;
  const symbols = new Array<string>(points).fill(plain);
  for (const { index } of trace.pointLabels) symbols[index] = `${plain}-dot`;
  return symbols;
}

function sizesOf(trace: LineTrace, points: number): PlotlyMarker['size'] {
  const size = (trace.marker?.size_pt ?? 0) * PX_PER_PT;
  if (!trace.pointLabels) return size;
  const sizes = new Array<number>(points).fill(size);
  for (const { index } of trace.pointLabels) sizes[index] = STANDS_OUT * size;
  return sizes;
}

function markerOf({ trace, points, theme, colours }: TraceRequest): PlotlyMarker {
  const { open = false, symbol, isEdged = false } = trace.marker ?? {};
  const colour = shownColour(trace.colour, colours);
  const isOutline = open || symbol === 'cross';
  const look = { symbol: symbolsOf(trace, points.x.length), size: sizesOf(trace, points.x.length) };
  if (isEdged)
    return { ...look, color: open ? theme.paper : colour, line: { width: theme.line_px, color: theme.ink } };
  return { ...look, color: colour, line: isOutline ? { width: theme.line_px, color: colour } : { width: 0 } };
}

function modeOf({ marker, lineScale = 1 }: LineTrace) {
  if (!marker) return 'lines';
  return lineScale > 0 ? 'lines+markers' : 'markers';
}

/** `#RRGGBB` with an opacity. */
function translucent(colour: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `rgba(${channels.join(',')},${BAND_OPACITY})`;
}

/** Words stand on the trace itself, so that they keep clear of its points. */
function wordsOf({ trace, points, theme }: TraceRequest) {
  const labels = (trace.pointLabels ?? []).filter(({ text }) => text !== '');
  if (labels.length === 0) return {};
  const text = new Array<string>(points.x.length).fill('');
  const textposition = new Array<string>(points.x.length).fill(SIDES.above);
  for (const label of labels) {
    text[label.index] = plotlyText(label.text);
    textposition[label.index] = SIDES[label.side];
  }
  const textfont = { family: theme.family, size: SMALL_TEXT * theme.font_px, color: theme.ink };
  return { text, textposition, textfont, cliponaxis: false };
}

export function plotlyTrace(request: TraceRequest): PlotlyTrace {
  const { trace, points, place, theme, colours } = request;
  const { lineScale = 1, link, frequency_Hz, fillsToPrevious } = trace;
  const colour = shownColour(trace.colour, colours);
  const words = wordsOf(request);
  const width_px = theme.line_px * lineScale;
  return {
    uid: place.uid,
    type: 'scatter',
    mode: `${modeOf(trace)}${words.text ? '+text' : ''}`,
    name: trace.label,
    ...points,
    xaxis: `x${place.number}`,
    yaxis: `y${place.number}`,
    line: { color: colour, width: width_px, dash: plotlyDash(trace.dash, width_px), simplify: false },
    ...(trace.marker ? { marker: markerOf(request) } : {}),
    ...(fillsToPrevious === true ? { fill: 'tonexty', fillcolor: translucent(colour) } : {}),
    ...(link === undefined ? {} : { meta: { link } }),
    ...(frequency_Hz ? { customdata: Array.from(frequency_Hz, frequencyText) } : {}),
    ...words,
    connectgaps: false,
    hovertemplate: hoverOf(request),
  };
}
