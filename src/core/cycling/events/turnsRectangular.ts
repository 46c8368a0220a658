import type { Criterion } from '#core/cycling/events/criterion.ts';
import type { RunPart } from '#core/cycling/events/runParts.ts';
import { hasSameCurrent } from '#core/cycling/events/sameCurrent.ts';
import { medianBy } from '#core/numeric/quantile.ts';

const BEFORE = 10;
const AFTER = 6;
const MOST_BEFORE = 0.2;
const LEAST_AFTER = 0.5;
/** Fewer parts before tell nothing about how the cell used to look. */
const LEAST_KNOWN = 3;

/**
 * The voltage becomes flat from end to end where it was not: at least half of the six parts from here, and fewer than a
 * fifth of the ten before, all at the same current. A resistor has that shape, but so has a very good interface. What turns
 * flat as its resistance grows is neither: a path beside the cell can only lower it, and peaks are small beside a thick film.
 * Pieces that a pause cut off are not looked at: they lack a half cycle's beginning or end.
 */
export const turnsRectangular: Criterion = (parts, _known, { rectangular }) => {
  const whole = parts.filter(({ isWhole }) => isWhole);
  const turning = new Set(whole.filter((_, i) => turns(whole, i, rectangular)));
  return parts.map((part) => turning.has(part));
};

function turns(whole: readonly RunPart[], index: number, limit: number): boolean {
  const part = whole[index];
  if (!part || !isFlat(part, limit)) return false;
  const alike = (from: number, to: number) =>
    whole.slice(from, to).filter((each) => hasSameCurrent(each, part));
  const before = alike(Math.max(0, index - BEFORE), index);
  const after = alike(index, index + AFTER);
  if (before.length < LEAST_KNOWN || after.length < LEAST_KNOWN) return false;
  if (flatShare(before, limit) >= MOST_BEFORE || flatShare(after, limit) < LEAST_AFTER) return false;
  return medianBy(after, resistanceOf) < medianBy(before, resistanceOf);
}

function resistanceOf({ resistance_ohm }: RunPart): number {
  return resistance_ohm;
}

function isFlat({ initial_V, lowest_V, final_V }: RunPart, limit: number): boolean {
  return Math.abs(final_V - initial_V) < limit * lowest_V && initial_V < (1 + limit) * lowest_V;
}

function flatShare(parts: readonly RunPart[], limit: number): number {
  return parts.filter((part) => isFlat(part, limit)).length / parts.length;
}
