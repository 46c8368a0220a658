/** Colours of groups: Okabe and Ito's palette, which stays apart for the colour-blind; bare and amalgam come first. */
export const GROUP_PALETTE = [
  '#D55E00', // vermilion: bare
  '#0072B2', // blue: amalgam
  '#009E73', // bluish green
  '#CC79A7', // reddish purple
  '#E69F00', // orange
  '#56B4E9', // sky blue
  '#F0E442', // yellow
  '#000000', // black
] as const;

/** The first colour that no group has yet; after eight groups the palette starts again. */
export function nextGroupColour(taken: readonly string[]): string {
  const lower = new Set(taken.map((colour) => colour.toLowerCase()));
  const free = GROUP_PALETTE.find((colour) => !lower.has(colour.toLowerCase()));
  return free ?? GROUP_PALETTE[taken.length % GROUP_PALETTE.length] ?? GROUP_PALETTE[0];
}
