/**
 * Colour = group, lightness = cell within the group: the one encoding of every view and figure. The palette is that of
 * Okabe and Ito (jfly.uni-koeln.de/color), which people with colour vision deficiencies can tell apart.
 */
export const PALETTE = {
  bare: '#D55E00',
  amalgam: '#0072B2',
  others: ['#009E73', '#CC79A7', '#E69F00', '#56B4E9', '#F0E442'],
} as const;

/** Lightest and darkest step away from the group's own colour, as a share of the way to white and to black. */
const LIGHTEST = 0.45;
const DARKEST = 0.35;

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16));
}

function mix(colour: string, target: number, share: number): string {
  const mixed = channels(colour).map((channel) => Math.round(channel + share * (target - channel)));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * The colour of a cell: its group's colour for the first, then darker and lighter in turn.
 * @param order position within the group, counted from 0
 * @param cells number of cells of the group
 */
export function cellColour(groupColour: string, order: number, cells: number): string {
  if (order <= 0 || !/^#[0-9a-f]{6}$/i.test(groupColour)) return groupColour;
  const steps = Math.max(1, Math.ceil((cells - 1) / 2));
  const share = Math.min(1, Math.ceil(order / 2) / steps);
  return order % 2 === 1 ? mix(groupColour, 0, DARKEST * share) : mix(groupColour, 255, LIGHTEST * share);
}

/** The usual colour of a group by its name; `position` counts the groups that are neither bare nor amalgam. */
export function groupColour(name: string, position: number): string {
  if (/bare|pristine metal|uncoated/i.test(name)) return PALETTE.bare;
  if (/amalgam|hg/i.test(name)) return PALETTE.amalgam;
  return PALETTE.others[position % PALETTE.others.length] ?? PALETTE.others[0];
}
