/**
 * Computed cycles: a cycle begins with every half cycle in the direction of the first one and takes the half cycle in
 * the other direction that follows. Vendors count differently (from 0 or 1, on charge or on discharge, or never), so
 * this number stands beside theirs and replaces nothing.
 */
import type { HalfCycle } from '#core/cycling/halfCycles.ts';

export interface Cycle<H extends HalfCycle = HalfCycle> {
  /** Counts from 1. */
  readonly cycle: number;
  readonly first: H | null;
  readonly second: H | null;
}

/** Pairs half cycles; a half cycle without its partner makes an incomplete cycle with a null. */
export function computeCycles<H extends HalfCycle>(halfCycles: readonly H[]): Cycle<H>[] {
  const leading = halfCycles[0]?.direction;
  const cycles: { cycle: number; first: H | null; second: H | null }[] = [];
  for (const halfCycle of halfCycles) {
    const open = cycles.at(-1);
    if (halfCycle.direction === leading)
      cycles.push({ cycle: cycles.length + 1, first: halfCycle, second: null });
    else if (open && open.second === null) open.second = halfCycle;
    else cycles.push({ cycle: cycles.length + 1, first: null, second: halfCycle });
  }
  return cycles;
}
