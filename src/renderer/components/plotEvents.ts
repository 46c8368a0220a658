/** What the pointer does to the linked points of a plot: hovering marks them, a click or a box picks them. */
import './linkedMarks.css';
import type { Figure } from '#figures/figure.ts';
import { showLinkedMarks, type LinkedPoint } from './linkedMarks.ts';
import type { PlotlyElement } from './plotlyElement.ts';

export interface PlotEvents {
  readonly onPoint?: (point: LinkedPoint) => void;
  /** With it a drag draws a box instead of zooming. */
  readonly onBox?: (points: readonly LinkedPoint[]) => void;
}

interface PlotlyPoint {
  readonly pointNumber: number;
  readonly x: number;
  readonly data: { readonly xaxis: string; readonly meta?: { readonly link: string } };
}

function linkedPoints(event: unknown): readonly LinkedPoint[] {
  const { points = [] } = (event ?? {}) as { readonly points?: readonly PlotlyPoint[] };
  return points.flatMap(({ pointNumber, x, data }) =>
    data.meta ? [{ link: data.meta.link, index: pointNumber, x, xaxis: data.xaxis }] : [],
  );
}

interface Shown {
  readonly figure: Figure;
  readonly events: PlotEvents;
}

export function listenToPoints(target: PlotlyElement, shown: () => Shown | null): void {
  const mark = (point: LinkedPoint | null) => {
    const { figure } = shown() ?? {};
    const { layout, data } = target;
    if (figure && layout && data) showLinkedMarks(target, { figure, layout, data }, point);
  };
  target.on?.('plotly_hover', (event) => {
    mark(linkedPoints(event)[0] ?? null);
  });
  target.on?.('plotly_unhover', () => {
    mark(null);
  });
  target.on?.('plotly_relayout', () => {
    mark(null);
  });
  target.on?.('plotly_click', (event) => {
    const point = linkedPoints(event)[0];
    if (point) shown()?.events.onPoint?.(point);
  });
  target.on?.('plotly_selected', (event) => {
    const points = linkedPoints(event);
    if (points.length > 0) shown()?.events.onBox?.(points);
  });
}
