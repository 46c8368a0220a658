import type { CellEvidence } from '#core/compare/cellEvidence.ts';

export type CrossCheckId =
  | 'polarisation-impedance'
  | 'ohmic-floor'
  | 'layer-thickness'
  | 'layer-capacity'
  | 'intercept-change'
  | 'efficiency-retention'
  | 'phase-voltage';

export type Verdict = 'agrees' | 'disagrees' | 'cannot tell';

/** One line: what two techniques, or a measurement and a balance, say of one cell. */
export interface CrossCheck {
  readonly check: CrossCheckId;
  readonly cell: string;
  readonly verdict: Verdict;
  /** The sentence with its numbers, or why nothing can be told. */
  readonly text: string;
  /** Names carry the unit. */
  readonly numbers: Readonly<Record<string, number>>;
}

export type CheckOutcome = Omit<CrossCheck, 'check' | 'cell'>;

/** Null where the check does not concern the cell at all. */
export type CheckCell = (evidence: CellEvidence) => CheckOutcome | null;

export function cannotTell(why: string): CheckOutcome {
  return { verdict: 'cannot tell', text: why, numbers: {} };
}
