/**
 * Where a Nyquist panel and panels over frequency stand: the first to the left and the others below each other, or on a
 * tall page the first above and the others side by side.
 */
import type { FigureStyle, Frame } from '#figures/figure.ts';
import { emOf, panelLayout, type LegendItem, type PanelLayout } from '#figures/panelLayout.ts';

export interface ImpedanceLayoutRequest {
  readonly hasNyquist: boolean;
  readonly rows: number;
  readonly legend: readonly LegendItem[];
}

export interface ImpedanceLayout extends Pick<PanelLayout, 'legend' | 'legendLine_mm'> {
  /** Rows below each other share the labels of their x axis. */
  readonly sharesXLabels: boolean;
  readonly nyquist: Frame | null;
  readonly rows: readonly Frame[];
}

/** Of the width, where both are shown. */
const NYQUIST_SHARE = 0.52;
/** Tick labels and title of the right column, in ems. */
const GAP_EM = 5.6;
const ROW_GAP_EM = 0.9;
/** A page narrower than this, as width to height, is tall. */
const TALL = 1.6;
const NYQUIST_HEIGHT = 0.56;
const LABELS_EM = 4;

function columns(whole: Frame, em: number): readonly [Frame, Frame] {
  const inner_mm = Math.max(2, whole.width_mm - GAP_EM * em);
  const width_mm = NYQUIST_SHARE * inner_mm;
  const left_mm = whole.left_mm + width_mm + GAP_EM * em;
  return [
    { ...whole, width_mm },
    { ...whole, left_mm, width_mm: inner_mm - width_mm },
  ];
}

/** Above each other: the Nyquist panel, and the others beside each other below it. */
function stacked(whole: Frame, rows: number, em: number): Pick<ImpedanceLayout, 'nyquist' | 'rows'> {
  const inner_mm = Math.max(2, whole.height_mm - LABELS_EM * em);
  const height_mm = NYQUIST_HEIGHT * inner_mm;
  const top_mm = whole.top_mm + height_mm + LABELS_EM * em;
  const width_mm = Math.max(1, (whole.width_mm - GAP_EM * em * (rows - 1)) / rows);
  return {
    nyquist: { ...whole, height_mm },
    rows: Array.from({ length: rows }, (_, row) => ({
      left_mm: whole.left_mm + row * (width_mm + GAP_EM * em),
      top_mm,
      width_mm,
      height_mm: inner_mm - height_mm,
    })),
  };
}

function rowsOf(frame: Frame, rows: number, em: number): readonly Frame[] {
  const height_mm = Math.max(1, (frame.height_mm - ROW_GAP_EM * em * (rows - 1)) / rows);
  return Array.from({ length: rows }, (_, row) => ({
    ...frame,
    top_mm: frame.top_mm + row * (height_mm + ROW_GAP_EM * em),
    height_mm,
  }));
}

export function impedanceLayout(style: FigureStyle, request: ImpedanceLayoutRequest): ImpedanceLayout {
  const { hasNyquist, rows, legend } = request;
  const em = emOf(style);
  const layout = panelLayout(style, { columns: 1, hasTitles: false, hasNotes: true, legend });
  const whole = layout.frames[0] ?? { left_mm: 0, top_mm: 0, width_mm: 1, height_mm: 1 };
  const named = { legend: layout.legend, legendLine_mm: layout.legendLine_mm };
  if (rows === 0) return { ...named, sharesXLabels: false, nyquist: whole, rows: [] };
  if (hasNyquist && whole.width_mm < TALL * whole.height_mm) {
    return { ...named, sharesXLabels: false, ...stacked(whole, rows, em) };
  }
  const [left, right] = hasNyquist ? columns(whole, em) : [null, whole];
  return { ...named, sharesXLabels: true, nyquist: left, rows: rowsOf(right, rows, em) };
}
