import type { CycleFlaw, FullCellCycle } from '#core/cycling/fullCell/fullCellCycles.ts';

export type LeftOutReason = CycleFlaw | 'first';

export interface CountedCycles {
  readonly counted: readonly FullCellCycle[];
  readonly leftOut: readonly { readonly cycle: number; readonly reason: LeftOutReason }[];
}

/**
 * The cycles that count in means: none with a flaw, and not the run's first, in which films form and a cell that came
 * charged does not take what it gives.
 */
export function countedCycles(cycles: readonly FullCellCycle[]): CountedCycles {
  const reasons = cycles.map((each, k) => ({
    each,
    reason: each.leftOut ?? (k === 0 ? ('first' as const) : null),
  }));
  return {
    counted: reasons.flatMap(({ each, reason }) => (reason === null ? [each] : [])),
    leftOut: reasons.flatMap(({ each, reason }) => (reason === null ? [] : [{ cycle: each.cycle, reason }])),
  };
}
