import type { Dash } from '#figures/figure.ts';

/** Stroke and gap in widths of the line. */
const CLOSE = [9, 2] as const;

/** Strokes and gaps that fill the sample of a legend and end in a whole stroke, in parts of its length. */
const SAMPLES: Readonly<Record<Exclude<Dash, 'solid'>, readonly number[]>> = {
  dash: [1, 1, 1],
  dot: [1, 1, 1, 1, 1, 1, 1],
  dashdot: [3, 1, 1, 1, 3],
  close: [9, 2, 9],
};

function pixels(lengths: readonly number[]): string {
  return lengths.map((length) => `${Number(length.toFixed(3))}px`).join(',');
}

/** How Plotly is told of a dash: by its name, or in px where it has none. */
export function plotlyDash(dash: Dash, width_px: number): string {
  return dash === 'close' ? pixels(CLOSE.map((widths) => widths * width_px)) : dash;
}

/** The dash of a sample in a legend: Plotly's own would end in a rest of a stroke, which reads as another dash. */
export function sampleDash(dash: Dash, length_px: number): string {
  if (dash === 'solid') return dash;
  const parts = SAMPLES[dash];
  const unit_px = length_px / parts.reduce((sum, part) => sum + part, 0);
  // The last stroke is the first of the pattern again.
  return pixels(parts.slice(0, -1).map((part) => part * unit_px));
}
