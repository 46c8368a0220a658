/** An element that Plotly has drawn in. */
import type { PlotlyLayout, PlotlyTrace } from '#figures/plotlyTypes.ts';

export interface PlotlyElement extends HTMLElement {
  readonly layout?: PlotlyLayout;
  readonly data?: readonly PlotlyTrace[];
  on?(event: string, listener: (event: unknown) => void): void;
}
