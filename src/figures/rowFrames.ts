/** A frame cut into rows below each other: some of a fixed height, one that takes what is left. */
import type { Frame } from '#figures/figure.ts';

/** Of the row that takes what the others leave, in millimetres. */
const LEAST_MM = 5;

/** @param heights_mm from the top down; null once, for the row that takes the rest */
export function rowFrames(
  frame: Frame,
  heights_mm: readonly (number | null)[],
  gap_mm: number,
): readonly Frame[] {
  const fixed_mm = heights_mm.reduce<number>((sum, height) => sum + (height ?? 0), 0);
  const rest_mm = Math.max(LEAST_MM, frame.height_mm - fixed_mm - gap_mm * (heights_mm.length - 1));
  let top_mm = frame.top_mm;
  return heights_mm.map((height) => {
    const row = { ...frame, top_mm, height_mm: height ?? rest_mm };
    top_mm += row.height_mm + gap_mm;
    return row;
  });
}
