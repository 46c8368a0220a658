import type { FigureStyle } from '#figures/figure.ts';

/** The size, font and lines of an exported figure, without what else a view's settings hold. */
export function exportStyle({ width_mm, height_mm, font_pt, line_pt }: FigureStyle): FigureStyle {
  return { width_mm, height_mm, font_pt, line_pt };
}
