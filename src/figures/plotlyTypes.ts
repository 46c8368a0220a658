/** The part of Plotly's vocabulary that figures use. */
export interface PlotlyFont {
  readonly family: string;
  readonly size: number;
  readonly color: string;
}

export interface PlotlyTrace {
  readonly uid: string;
  readonly type: 'scatter';
  readonly mode: `${'lines' | 'markers' | 'lines+markers'}${'' | '+text'}`;
  readonly name: string;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly xaxis: string;
  readonly yaxis: string;
  readonly line?: {
    readonly color: string;
    readonly width: number;
    readonly dash: string;
    readonly simplify: false;
  };
  readonly marker?: PlotlyMarker;
  readonly fill?: 'tonexty';
  readonly fillcolor?: string;
  readonly text?: readonly string[];
  readonly textposition?: readonly string[];
  readonly textfont?: PlotlyFont;
  readonly customdata?: readonly string[];
  readonly meta?: { readonly link: string };
  readonly cliponaxis?: boolean;
  readonly connectgaps: false;
  readonly hovertemplate: string;
}

export interface PlotlyMarker {
  readonly color: string;
  readonly symbol: string | readonly string[];
  readonly size: number | readonly number[];
  readonly line: { readonly width: number; readonly color?: string };
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
  readonly type: 'line' | 'circle';
  readonly xref: string;
  readonly yref: string;
  readonly xsizemode?: 'pixel';
  readonly ysizemode?: 'pixel';
  readonly xanchor?: number;
  readonly yanchor?: number;
  readonly fillcolor?: string;
  readonly layer?: 'below';
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  readonly line: { readonly color: string; readonly width: number; readonly dash: string };
}

/** An outline on the page, from 0 to 1 in either direction. */
export interface PlotlyOutline {
  readonly type: 'path';
  readonly xref: 'paper';
  readonly yref: 'paper';
  readonly path: string;
  readonly fillcolor: string;
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
  readonly align?: 'right';
  readonly showarrow: false;
  readonly borderpad: 0;
  readonly font: PlotlyFont;
}

export interface PlotlyLayout {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly (PlotlyShape | PlotlyOutline)[];
  readonly annotations: readonly PlotlyAnnotation[];
  /** xaxis, yaxis, xaxis2 … and the plain options. */
  readonly [key: string]: unknown;
}

export interface PlotlyFigure {
  readonly data: readonly PlotlyTrace[];
  readonly layout: PlotlyLayout;
}
