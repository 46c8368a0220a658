/** The part of Plotly's vocabulary that figures use. */
export interface PlotlyFont {
  readonly family: string;
  readonly size: number;
  readonly color: string;
}

export interface PlotlyTrace {
  readonly uid: string;
  readonly type: 'scatter';
  readonly mode: 'lines';
  readonly name: string;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly xaxis: string;
  readonly yaxis: string;
  readonly line: {
    readonly color: string;
    readonly width: number;
    readonly dash: string;
    readonly simplify: false;
  };
  readonly connectgaps: false;
  readonly hovertemplate: string;
}

export interface PlotlyAxis {
  readonly domain: readonly [number, number];
  readonly anchor: string;
  readonly matches?: string;
  readonly range?: readonly [number, number];
  readonly autorange?: boolean;
  readonly title: { readonly text: string; readonly font: PlotlyFont; readonly standoff: number };
  readonly [option: string]: unknown;
}

export interface PlotlyShape {
  readonly type: 'line';
  readonly xref: 'paper';
  readonly yref: 'paper';
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  readonly line: { readonly color: string; readonly width: number; readonly dash: string };
}

export interface PlotlyAnnotation {
  readonly text: string;
  readonly xref: 'paper';
  readonly yref: 'paper';
  readonly x: number;
  readonly y: number;
  readonly xanchor: 'left' | 'right' | 'center';
  readonly yanchor: 'top' | 'middle' | 'bottom';
  readonly showarrow: false;
  readonly borderpad: 0;
  readonly font: PlotlyFont;
}

export interface PlotlyLayout {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly PlotlyShape[];
  readonly annotations: readonly PlotlyAnnotation[];
  /** xaxis, yaxis, xaxis2 … and the plain options. */
  readonly [key: string]: unknown;
}

export interface PlotlyFigure {
  readonly data: readonly PlotlyTrace[];
  readonly layout: PlotlyLayout;
}
