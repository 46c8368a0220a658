/** Where the panels, the legend and the notes of a figure stand, in millimetres, from its size and its font. */
import {
  MM_PER_PT,
  type Dash,
  type FigureStyle,
  type Frame,
  type LegendEntry,
  type Marker,
} from '#figures/figure.ts';
import { textWidth } from '#figures/textWidth.ts';

export interface LegendItem {
  readonly label: string;
  readonly colour: string;
  readonly dash: Dash;
  readonly marker?: Marker;
  /** Without a sample of a line. */
  readonly isMarkOnly?: boolean;
}

export interface LayoutRequest {
  readonly columns: number;
  readonly hasTitles: boolean;
  readonly hasNotes: boolean;
  /** Rows that the notes take; one when not said. */
  readonly noteRows?: number;
  readonly legend: readonly LegendItem[];
  /** Panels beside each other have y axes of their own, whose labels stand between them. */
  readonly hasOwnLabels?: boolean;
}

export interface PanelLayout {
  readonly frames: readonly Frame[];
  readonly legend: readonly LegendEntry[];
  readonly legendLine_mm: number;
}

/** Distances in ems of the figure's font. */
const EM = {
  left: 5.4,
  right: 1.2,
  top: 0.9,
  bottom: 3.4,
  row: 1.35,
  title: 1.5,
  note: 1.3,
  gap: 1.6,
  legend: 0.4,
};
const LEGEND_LINE = 1.8;
const LEGEND_TEXT_GAP = 0.4;
const LEGEND_ENTRY_GAP = 1.4;

/** One em of the figure's font in millimetres. */
export function emOf(style: FigureStyle): number {
  return style.font_pt * MM_PER_PT;
}

/**
 * Rows of entries above the panels: there no data can be, whatever the window is zoomed to.
 * Returns the entries with the number of rows.
 */
function placeLegend(style: FigureStyle, items: readonly LegendItem[]): readonly [LegendEntry[], number] {
  const em = emOf(style);
  const right_mm = style.width_mm - EM.right * em;
  const entries: LegendEntry[] = [];
  let left_mm = EM.left * em;
  let row = 0;
  for (const item of items) {
    const width_mm = (LEGEND_LINE + LEGEND_TEXT_GAP) * em + textWidth(item.label, em);
    if (left_mm + width_mm > right_mm && left_mm > EM.left * em) {
      left_mm = EM.left * em;
      row += 1;
    }
    entries.push({ ...item, left_mm, middle_mm: (EM.top + EM.row * (row + 0.5)) * em });
    left_mm += width_mm + LEGEND_ENTRY_GAP * em;
  }
  return [entries, items.length > 0 ? row + 1 : 0];
}

/** Panels side by side in one row, equal in width. */
export function panelLayout(style: FigureStyle, request: LayoutRequest): PanelLayout {
  const em = emOf(style);
  const [legend, legendRows] = placeLegend(style, request.legend);
  const legend_em = legendRows > 0 ? EM.row * legendRows + EM.legend : 0;
  const top_mm = (EM.top + legend_em + (request.hasTitles ? EM.title : 0)) * em;
  const bottom_mm = (EM.bottom + (request.hasNotes ? EM.note * (request.noteRows ?? 1) : 0)) * em;
  const left_mm = EM.left * em;
  const gap_mm = (request.hasOwnLabels === true ? EM.left : EM.gap) * em;
  const inner_mm = style.width_mm - left_mm - EM.right * em - gap_mm * (request.columns - 1);
  const width_mm = Math.max(1, inner_mm / request.columns);
  const frames = Array.from({ length: request.columns }, (_, column) => ({
    left_mm: left_mm + column * (width_mm + gap_mm),
    top_mm,
    width_mm,
    height_mm: Math.max(1, style.height_mm - top_mm - bottom_mm),
  }));
  return { frames, legend, legendLine_mm: LEGEND_LINE * em };
}

/** Panels below each other that share their x axis, equal in height. */
export function stackedLayout(
  style: FigureStyle,
  rows: number,
  request: Omit<LayoutRequest, 'columns'>,
): PanelLayout {
  const em = emOf(style);
  const whole = panelLayout(style, { ...request, columns: 1 });
  const frame = whole.frames[0];
  if (!frame) return whole;
  const gap_mm = (EM.gap + (request.hasTitles ? 0.4 : 0)) * em;
  const height_mm = Math.max(1, (frame.height_mm - gap_mm * (rows - 1)) / rows);
  const frames = Array.from({ length: rows }, (_, row) => ({
    ...frame,
    top_mm: frame.top_mm + row * (height_mm + gap_mm),
    height_mm,
  }));
  return { ...whole, frames };
}
