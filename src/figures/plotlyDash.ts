import type { Dash } from '#figures/figure.ts';

/** Stroke and gap in widths of the line. */
const CLOSE = [9, 2] as const;

/** How Plotly is told of a dash: by its name, or in px where it has none. */
export function plotlyDash(dash: Dash, width_px: number): string {
  return dash === 'close'
    ? CLOSE.map((widths) => `${Number((widths * width_px).toFixed(3))}px`).join(',')
    : dash;
}
