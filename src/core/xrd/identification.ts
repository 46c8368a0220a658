/** What the search for phases in a pattern says, as plain data. */

export type PhaseVerdictKind = 'present' | 'absent' | 'undecided';

/** A line of the rules that decide about a phase. */
export interface LineEvidence {
  readonly twoTheta_deg: number;
  readonly hkl: string;
  readonly significance: number;
}

export interface PhaseVerdict {
  readonly id: string;
  readonly verdict: PhaseVerdictKind;
  /** Calibrated: of 100 verdicts with 0.9, about 90 phases are there. */
  readonly probability: number;
  readonly weightFraction: number | null;
  readonly weightFractionError: number | null;
  /** The amount that could be there and stay unseen. */
  readonly detectionLimit_weightFraction: number;
  readonly evidence: {
    readonly required: readonly LineEvidence[];
    readonly found: readonly LineEvidence[];
    readonly missing: readonly LineEvidence[];
  };
  readonly reason: string;
}

export interface UnexplainedPeak {
  readonly twoTheta_deg: number;
  readonly d_A: number;
  readonly relativeIntensity: number;
}

/** What is not crystalline. */
export interface HaloShare {
  readonly id: string;
  /** Share of the counts above the background, lines included. */
  readonly share: number;
  /** Amount over its standard error. */
  readonly significance: number;
}

/** A phase of which only the cell is known: how many of its positions hold a peak that nothing else explains. */
export interface CellMatch {
  readonly id: string;
  readonly matched: number;
  /** Positions that were looked at: the first of the cell that lie in the range. */
  readonly sought: number;
}

export interface Identification {
  readonly radiation: string;
  readonly zeroShift_deg: number;
  readonly displacement_mm: number;
  readonly phases: readonly PhaseVerdict[];
  readonly halos: readonly HaloShare[];
  readonly cells: readonly CellMatch[];
  readonly unexplainedPeaks: readonly UnexplainedPeak[];
  readonly rwp: number;
  readonly rExpected: number;
  /** The curves have one value for each point of the pattern. Without halos: */
  readonly background_counts: Float64Array;
  readonly halo_counts: Float64Array;
  /** Background, halos, phases and the unexplained peaks together. */
  readonly calculated_counts: Float64Array;
  readonly warnings: readonly string[];
}
