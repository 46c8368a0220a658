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
}

export type Dash = 'solid' | 'dash' | 'dot' | 'dashdot';

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

export interface LineTrace {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly colour: string;
  readonly dash: Dash;
  readonly sourceId: string;
  readonly series: Series;
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
  readonly traces: readonly LineTrace[];
}

export interface LegendEntry {
  readonly label: string;
  readonly colour: string;
  readonly dash: Dash;
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
  readonly sources: readonly FigureSource[];
}
