/** The notes of a figure in as many rows as they need at their usual size. */
import { MM_PER_PT, type FigureStyle } from '#figures/figure.ts';
import { textWidth } from '#figures/textWidth.ts';

/** Notes are smaller than the other text. */
export const NOTE_SCALE = 0.85;
export const NOTE_SEPARATOR = ' · ';
/** They run over the whole width but for about an em at either side. */
const MARGINS_EM = 2.5;

/** No note is broken; one that is longer than a row has one of its own. */
export function noteRows(notes: readonly string[], { width_mm, font_pt }: FigureStyle): readonly string[] {
  const em_mm = font_pt * MM_PER_PT;
  const room_mm = width_mm - MARGINS_EM * em_mm;
  const rows: string[] = [];
  for (const note of notes) {
    const joined = rows.length === 0 ? note : `${rows.at(-1) ?? ''}${NOTE_SEPARATOR}${note}`;
    if (rows.length > 0 && textWidth(joined, NOTE_SCALE * em_mm) <= room_mm) rows[rows.length - 1] = joined;
    else rows.push(note);
  }
  return rows;
}
