/** A cell's or group's colour for the window: the one of paper, or its lighter twin where the window is dark. */
import { colourOnDark } from '#core/project/cellColour.ts';

export function screenColour(colour: string): string {
  return `light-dark(${colour}, ${colourOnDark(colour)})`;
}
