/** Sentences about the phases of a pattern. */
import type { PhaseVerdictKind } from '#core/xrd/identification.ts';

export interface VerdictFacts {
  /** Deciding lines that were found, and how many there are in the range. */
  readonly found: number;
  readonly required: number;
  readonly loss: number;
}

export const identificationWords = {
  verdict: (verdict: PhaseVerdictKind, { found, required, loss }: VerdictFacts) =>
    `${found} of ${required} deciding lines found; ` +
    (verdict === 'absent'
      ? 'the pattern is explained without it'
      : `χ² rises by ${loss.toFixed(0)} without it`),
};
