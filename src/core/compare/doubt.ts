/** A doubt, what it is judged by, and what was said to it. */
import type { CellMetrics } from '#core/compare/cellMetrics.ts';
import type { CellEvidence } from '#core/compare/cellEvidence.ts';
import type { CrossCheck } from '#core/compare/checks/crossCheck.ts';
import type { DoubtId, DoubtNote } from '#core/compare/doubtNote.ts';

export interface Doubt {
  readonly id: DoubtId;
  readonly text: string;
  readonly reference: string;
  /** Cells whose data raise it. */
  readonly cells: readonly string[];
  readonly state: 'open' | DoubtNote['state'];
  readonly note: string;
}

/** Cells that are left out raise nothing. */
export interface DoubtFacts {
  readonly cells: readonly { readonly evidence: CellEvidence; readonly metrics: CellMetrics }[];
  readonly checks: readonly CrossCheck[];
}
