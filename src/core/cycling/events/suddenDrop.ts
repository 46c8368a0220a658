import type { Criterion } from '#core/cycling/events/criterion.ts';
import type { RunPart } from '#core/cycling/events/runParts.ts';
import { medianBy } from '#core/numeric/quantile.ts';

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
  const last = alikeBefore(parts, index);
  const earlier = last === null ? null : alikeBefore(parts, last.index);
  // Nothing tells a short from conditioning before the cell has shown where it is heading.
  if (!part || !last || !earlier) return false;
  // Asked for first, because few parts get farther.
  if (!(changeOf(part, last.part) < dropTo * Math.min(1, changeOf(last.part, earlier.part)))) return false;
  const before = parts.slice(Math.max(0, index - BEFORE), index);
  const left = medianBy(before, (each) => changeOf(part, each));
  return left < dropTo && fellAtOnce(parts, index, last.index, dropTo);
}

/**
 * From one part to the next as well, measured by what that step was one cycle earlier, so that directions may differ: the
 * onset of conditioning takes several half cycles to the same depth.
 */
function fellAtOnce(parts: readonly RunPart[], index: number, lastAlike: number, dropTo: number): boolean {
  const [now, before] = [parts[index], parts[index - 1]];
  const [then, beforeThen] = [parts[lastAlike], parts[lastAlike - 1]];
  if (!now || !before || !then || !beforeThen) return true;
  return changeOf(now, before) < dropTo * changeOf(then, beforeThen);
}

/** The last part of the same direction before one, with its place. */
function alikeBefore(parts: readonly RunPart[], index: number): { part: RunPart; index: number } | null {
  const direction = parts[index]?.direction;
  for (let i = index - 1; i >= 0; i -= 1) {
    const part = parts[i];
    if (part && part.direction === direction) return { part, index: i };
  }
  return null;
}

/** How |E| or E/I changed, whichever fell less. */
function changeOf(now: RunPart, before: RunPart): number {
  return Math.max(now.resistance_ohm / before.resistance_ohm, now.polarisation_V / before.polarisation_V);
}
