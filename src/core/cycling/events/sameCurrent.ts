import type { RunPart } from '#core/cycling/events/runParts.ts';

/** Currents that differ by less than this factor give shapes and resistances that can be compared. */
const ALIKE = 1.2;

export function hasSameCurrent(a: RunPart, b: RunPart): boolean {
  return a.current_A < ALIKE * b.current_A && b.current_A < ALIKE * a.current_A;
}
