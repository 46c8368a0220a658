import type { Criterion } from '#core/cycling/events/criterion.ts';
import type { RunPart } from '#core/cycling/events/runParts.ts';

const BEFORE = 10;
const AFTER = 6;
const MOST_BEFORE = 0.2;
const LEAST_AFTER = 0.5;
/** Fewer parts before tell nothing about how the cell used to look. */
const LEAST_KNOWN = 3;

/** Currents that differ by less than this factor give shapes that can be compared. */
const ALIKE = 1.2;

/**
 * The voltage becomes flat from end to end where it was not: at least half of the six parts from here, and fewer than a
 * fifth of the ten before at the same current. A resistor has that shape, but so has a very good interface. Pieces that a
 * pause cut off are not looked at: they lack a half cycle's beginning or end.
 */
export const turnsRectangular: Criterion = (parts, _known, { rectangular }) => {
  const whole = parts.filter(({ isWhole }) => isWhole);
  const turning = new Set(whole.filter((_, i) => turns(whole, i, rectangular)));
  return parts.map((part) => turning.has(part));
};

function turns(whole: readonly RunPart[], index: number, limit: number): boolean {
  const part = whole[index];
  if (!part || !isFlat(part, limit)) return false;
  const before = whole.slice(Math.max(0, index - BEFORE), index).filter((each) => hasSameCurrent(each, part));
  const after = whole.slice(index, index + AFTER);
  if (before.length < LEAST_KNOWN || after.length < LEAST_KNOWN) return false;
  return flatShare(before, limit) < MOST_BEFORE && flatShare(after, limit) >= LEAST_AFTER;
}

function hasSameCurrent(a: RunPart, b: RunPart): boolean {
  return a.current_A < ALIKE * b.current_A && b.current_A < ALIKE * a.current_A;
}

function isFlat({ initial_V, lowest_V, final_V }: RunPart, limit: number): boolean {
  return Math.abs(final_V - initial_V) < limit * lowest_V && initial_V < (1 + limit) * lowest_V;
}

function flatShare(parts: readonly RunPart[], limit: number): number {
  return parts.filter((part) => isFlat(part, limit)).length / parts.length;
}
