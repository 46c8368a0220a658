/** Marks the point under the pointer in every panel that shows it, with its frequency. */
import { frequencyText } from '#figures/frequencyText.ts';
import type { Figure } from '#figures/figure.ts';
import { PX_PER_MM } from '#figures/plotlyTheme.ts';
import type { PlotlyTrace } from '#figures/plotlyTypes.ts';

/** A point of the traces that carry the same link. */
export interface LinkedPoint {
  readonly link: string;
  /** Among the points that are drawn: of a long trace not all are. */
  readonly index: number;
  /** In the unit of the axis. */
  readonly x: number;
  /** Plotly's name of the x axis of the panel that it was pointed at in. */
  readonly xaxis: string;
}

interface AxisState {
  readonly range?: readonly [number, number];
  readonly type?: string;
}

export interface DrawnPlot {
  readonly figure: Figure;
  readonly layout: Readonly<Record<string, unknown>>;
  readonly data: readonly PlotlyTrace[];
}

const SVG = 'http://www.w3.org/2000/svg';
const RADIUS_PX = 6;

function svgElement(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/** Where a value lies along its axis, 0 … 1. */
function share(value: number, { range, type }: AxisState): number {
  const [from, to] = range ?? [0, 1];
  return ((type === 'log' ? Math.log10(value) : value) - from) / (to - from);
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly words: string;
}

function placeOf(plot: DrawnPlot, trace: PlotlyTrace, index: number): Place | null {
  const number = trace.xaxis.slice(1);
  const panel = plot.figure.panels[number === '' ? 0 : Number(number) - 1];
  const [x, y] = [trace.x[index], trace.y[index]];
  if (!panel || x === undefined || y === undefined) return null;
  const across = share(x, plot.layout[`xaxis${number}`] ?? {});
  const up = share(y, plot.layout[`yaxis${number}`] ?? {});
  if (![across, up].every((part) => part >= -0.01 && part <= 1.01)) return null;
  const { left_mm, top_mm, width_mm, height_mm } = panel.frame;
  return {
    x: (left_mm + across * width_mm) * PX_PER_MM,
    y: (top_mm + (1 - up) * height_mm) * PX_PER_MM,
    words: trace.customdata?.[index] ?? frequencyText(x),
  };
}

function markOf({ x, y, words }: Place, width: number): readonly SVGElement[] {
  const isRight = x > 0.85 * width;
  const label = svgElement('text', {
    x: isRight ? x - 10 : x + 10,
    y: y - 8,
    'text-anchor': isRight ? 'end' : 'start',
    class: 'linked-words',
  });
  label.textContent = words;
  return [svgElement('circle', { cx: x, cy: y, r: RADIUS_PX, class: 'linked-mark' }), label];
}

/** The pointed place itself has the plot's own words: only the others are named. */
export function showLinkedMarks(element: HTMLElement, plot: DrawnPlot, point: LinkedPoint | null): void {
  element.querySelector(':scope > .linked-marks')?.remove();
  if (!point) return;
  const width = plot.figure.width_mm * PX_PER_MM;
  const height = plot.figure.height_mm * PX_PER_MM;
  const layer = svgElement('svg', { class: 'linked-marks', width, height, 'aria-hidden': 'true' });
  const seen = new Set([point.xaxis]);
  for (const trace of plot.data) {
    if (trace.meta?.link !== point.link) continue;
    const place = placeOf(plot, trace, point.index);
    if (!place) continue;
    const [mark, label] = markOf(place, width);
    if (mark) layer.append(mark);
    // Real and imaginary residual share a panel and a frequency.
    if (label && !seen.has(trace.xaxis)) layer.append(label);
    seen.add(trace.xaxis);
  }
  element.append(layer);
}
