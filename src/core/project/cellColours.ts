/** The colour of every cell of a study: the group's, in a lightness of its own. */
import { cellColour } from '#core/project/cellColour.ts';
import type { Cell, Study } from '#core/project/study.ts';

/** Cells without a group. */
export const UNGROUPED_COLOUR = '#868E96';

/** `#RRGGBB` by cell id; lightness follows `order` within the group, excluded cells included: it never jumps. */
export function cellColours(study: Study, cells: readonly Cell[]): ReadonlyMap<string, string> {
  const colours = new Map<string, string>();
  for (const groupId of [...study.groups.map((group) => group.id), null]) {
    const members = cells.filter((cell) => cell.groupId === groupId).sort((a, b) => a.order - b.order);
    const colour = study.groups.find((group) => group.id === groupId)?.colour ?? UNGROUPED_COLOUR;
    members.forEach((cell, index) => colours.set(cell.id, cellColour(colour, index)));
  }
  return colours;
}
