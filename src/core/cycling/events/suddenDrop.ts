import type { Criterion } from '#core/cycling/events/criterion.ts';
import type { RunPart } from '#core/cycling/events/runParts.ts';
import { medianOf } from '#core/numeric/quantile.ts';

const BEFORE = 5;

/**
 * The resistance falls at once: below a share of the median of the five parts before AND by as much below where the parts
 * of its own direction were heading, so that the steady fall of a layer that is being conditioned is no drop; or |E| falls
 * inside a part. Interfaces are not ohmic, so that a changed current changes E/I as well: only what fell in |E| and in E/I
 * alike counts.
 */
export const suddenDrop: Criterion = (parts, _known, { dropTo, innerFallTo }) =>
  parts.map((part, i) => part.innerFall < innerFallTo || fellBetween(parts, i, dropTo));

function fellBetween(parts: readonly RunPart[], index: number, dropTo: number): boolean {
  const part = parts[index];
  const [earlier, last] = parts
    .filter((each, i) => i < index && each.direction === part?.direction)
    .slice(-2);
  // Nothing tells a short from conditioning before the cell has shown where it is heading.
  if (!part || !earlier || !last) return false;
  const before = parts.slice(Math.max(0, index - BEFORE), index);
  const left = medianOf(Float64Array.from(before, (each) => changeOf(part, each)));
  return left < dropTo && changeOf(part, last) < dropTo * Math.min(1, changeOf(last, earlier));
}

/** How |E| or E/I changed, whichever fell less. */
function changeOf(now: RunPart, before: RunPart): number {
  return Math.max(now.resistance_ohm / before.resistance_ohm, now.polarisation_V / before.polarisation_V);
}
