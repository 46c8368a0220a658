/** A doubt, what it is judged by, and what was said to it. */
import type { CellMetrics } from '#core/compare/cellMetrics.ts';
import type { CellEvidence } from '#core/compare/cellEvidence.ts';
import type { CrossCheck } from '#core/compare/checks/crossCheck.ts';

export type DoubtId =
  | 'D1'
  | 'D2'
  | 'D3'
  | 'D4'
  | 'D5'
  | 'D6'
  | 'D7'
  | 'D8'
  | 'D9'
  | 'D10'
  | 'D11'
  | 'D12'
  | 'D13'
  | 'D14'
  | 'D15'
  | 'D16'
  | 'D17'
  | 'D18'
  | 'D19'
  | 'D20'
  | 'D21'
  | 'D22';

/** What a user said to a doubt; it stays with the study. */
export interface DoubtNote {
  readonly doubt: DoubtId;
  readonly state: 'answered' | 'dismissed';
  readonly note: string;
}

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
