/**
 * A figure as plain data: exact millimetres, panels, traces and the sources behind them. The screen, the SVG, PDF and
 * PNG files and the command line all draw from this, so that their geometry is the same.
 */
import type { MinMaxPyramid } from '#core/numeric/minMaxPyramid.ts';

export const MM_PER_PT = 25.4 / 72;

/** What the user chooses about the look of a figure. */
export interface FigureStyle {
  readonly width_mm: number;
  readonly height_mm: number;
  readonly font_pt: number;
  readonly line_pt: number;
}

/** A rectangle in millimetres from the top left corner of the figure. */
export interface Frame {
  readonly left_mm: number;
  readonly top_mm: number;
  readonly width_mm: number;
  readonly height_mm: number;
}

export interface Axis {
  readonly quantity: string;
  readonly unit: string;
  /** Fixed limits in the axis' unit; null = as the data need. */
  readonly range: readonly [number, number] | null;
  /** Linear when not said. */
  readonly scale?: 'log';
  /** Decades as powers of ten: for axes over so many that plain numbers would not fit. */
  readonly powers?: boolean;
  /** Its values mean nothing: rows of reference lines. */
  readonly hidesTicks?: boolean;
}

/** `close`: long strokes with narrow gaps, which leave narrow peaks whole. */
export type Dash = 'solid' | 'dash' | 'dot' | 'dashdot' | 'close';

/** Displayed value = (stored value − offset) × factor. */
export interface DisplayScale {
  readonly offset: number;
  readonly factor: number;
}

/** The stored numbers of a line, in core units, complete: thinned only when they are drawn. */
export interface Series {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly xScale: DisplayScale;
  readonly yScale: DisplayScale;
  /** What lies outside these stored x is not drawn; null = open. */
  readonly from: number | null;
  readonly to: number | null;
  /** Of y; without it the series is drawn as it is. */
  readonly pyramid: MinMaxPyramid | null;
  readonly xIsSorted: boolean;
}

/** Points of a trace. Open or filled shows the state of the cell, as the dash of its line does. */
export interface Marker {
  /** A cross is a point that is left out. */
  readonly symbol: MarkerSymbol;
  readonly open: boolean;
  readonly size_pt: number;
  /** An edge of ink, and paper inside where it is open: it stands on a line of its own colour. */
  readonly isEdged?: boolean;
}

export type MarkerSymbol = 'circle' | 'cross' | 'square' | 'diamond' | 'triangle-up' | 'triangle-down';

export type LabelSide = 'above' | 'above-right' | 'above-left' | 'below' | 'below-right' | 'left' | 'right';

/** A point that stands out, with words beside it; empty words where there is no room. */
export interface PointLabel {
  readonly index: number;
  readonly text: string;
  readonly side: LabelSide;
}

export interface LineTrace {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly colour: string;
  readonly dash: Dash;
  readonly sourceId: string;
  readonly series: Series;
  /** Without one the trace is a line. */
  readonly marker?: Marker;
  /** Width of the line as a multiple of the figure's; 0 = no line. One when not said. */
  readonly lineScale?: number;
  /** The area between this trace and the one before it in its panel is filled: the upper edge of a band. */
  readonly fillsToPrevious?: boolean;
  /** Traces of the same link show the same points in several panels: one that is pointed at is marked in all. */
  readonly link?: string;
  /** Frequency of each point where no axis shows it: said on hover, and a column of its own in CSV. */
  readonly frequency_Hz?: Float64Array;
  readonly pointLabels?: readonly PointLabel[];
}

/** A line of a pattern with what is written above it, in the units of the axes, offset and scale applied. */
export interface NamedLine {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Names that are written where there is room: a window that is zoomed to has room for others. */
export interface LineNames {
  readonly em_mm: number;
  readonly phases: readonly {
    readonly id: string;
    readonly name: string;
    readonly colour: string;
    /** The most important first: later ones give way. */
    readonly lines: readonly NamedLine[];
  }[];
  /** Drawn curves in the units of the axes: words stand above them, never on them. */
  readonly curves?: readonly { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> }[];
}

export interface Panel {
  readonly id: string;
  readonly title: string;
  readonly frame: Frame;
  readonly xAxis: Axis;
  readonly yAxis: Axis;
  /** Panels of the same name move together. */
  readonly xLink: string | null;
  readonly yLink: string | null;
  /** Tick labels and title of the x axis; stacked panels show them once. */
  readonly showsXLabels: boolean;
  readonly isInset: boolean;
  /** One unit of x is as long as one of y, whatever the window is zoomed to. */
  readonly equalScale?: boolean;
  /** Values of y at which a thin line goes across, in the axis' unit. */
  readonly yLines?: readonly number[];
  /** What the last of the traces are made of: they are the names that the whole panel has room for. */
  readonly lineNames?: LineNames;
  readonly traces: readonly LineTrace[];
}

export interface LegendEntry {
  readonly label: string;
  readonly colour: string;
  readonly dash: Dash;
  readonly marker?: Marker;
  /** Without a sample of a line: marks that belong to no line. */
  readonly isMarkOnly?: boolean;
  /** Left end of the sample line and middle of the row, in millimetres. */
  readonly left_mm: number;
  readonly middle_mm: number;
}

/** A measured file behind the figure. */
export interface FigureSource {
  readonly id: string;
  readonly cell: string;
  readonly group: string;
  readonly fileName: string;
  readonly sha256: string;
}

export interface Figure extends FigureStyle {
  readonly id: string;
  readonly title: string;
  readonly panels: readonly Panel[];
  readonly legend: readonly LegendEntry[];
  /** Length of a legend's sample line. */
  readonly legendLine_mm: number;
  /** Printed small below the axes: "Simulated data", "n = 3 cells". */
  readonly notes: readonly string[];
  /** The notes as they are printed, row by row; in one row, made smaller to fit, when not said. */
  readonly noteRows?: readonly string[];
  readonly sources: readonly FigureSource[];
}
