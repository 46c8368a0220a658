import type { EventThresholds } from '#core/cycling/events/eventThresholds.ts';
import type { RunPart } from '#core/cycling/events/runParts.ts';

export type CriterionId = 'floor' | 'drop' | 'rectangular' | 'linear' | 'impedance' | 'noise' | 'full-cell';

/** What is known of the cell beside the run itself. */
export interface CellKnowledge {
  /** Ohmic resistance before cycling, from impedance or from thickness over conductivity; null = not known. */
  readonly ohmic_ohm: number | null;
  /** Its relative uncertainty. */
  readonly ohmicError: number;
  /** Impedance over time: the high-frequency intercept relative to the pristine one. */
  readonly intercepts: readonly { readonly time_s: number; readonly relative: number }[];
}

export const NOTHING_KNOWN: CellKnowledge = {
  ohmic_ohm: null,
  ohmicError: 0.1,
  intercepts: [],
};

export type Criterion = (
  parts: readonly RunPart[],
  known: CellKnowledge,
  thresholds: EventThresholds,
) => readonly boolean[];
