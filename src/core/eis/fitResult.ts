/** What a fit of a circuit to a spectrum says, as plain data that can be stored and sent between threads. */
import type { KramersKronig } from '#core/eis/kramersKronigResult.ts';

export type Weighting = 'modulus' | 'proportional' | 'unit';
export type FitStatus = 'converged' | 'stalled' | 'iteration-limit';

/** How well the data fix a parameter. */
export type ParameterVerdict = 'determined' | 'upper-bound' | 'lower-bound' | 'at-bound' | 'undetermined';

export interface ParameterEstimate {
  /** `R1`, `CPE1.Q`. */
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  /** Null for fixed parameters and where the data do not fix the parameter. */
  readonly standardError: number | null;
  readonly lower95: number | null;
  readonly upper95: number | null;
  readonly fixed: boolean;
  readonly verdict: ParameterVerdict;
  /** Why the verdict is not "determined"; empty otherwise. */
  readonly reason: string;
}

export interface FitResult {
  /** In impedance.py style and in Boukamp's code (with the values). */
  readonly circuit: string;
  readonly cdc: string;
  readonly weighting: Weighting;
  readonly status: FitStatus;
  /** How the fit ended, in a sentence. Absent in fits stored before this was said. */
  readonly ending?: string;
  readonly iterations: number;
  readonly points: number;
  readonly parameters: readonly ParameterEstimate[];
  /** Names of the free parameters in the order of `correlation`, row-major. */
  readonly freeParameters: readonly string[];
  readonly correlation: readonly number[];
  /** Of the natural free parameters, same order; null entries are never there: empty when the matrix is singular. */
  readonly covariance: readonly number[];
  /** Sum of |dZ|²/|Z|², whatever the weighting. */
  readonly chiSquared_modulus: number;
  /** Weighted sum of squares that was minimised, divided by 2N − p. */
  readonly reducedChiSquared: number;
  readonly aicc: number;
  readonly bic: number;
  readonly starts: number;
  /** How many of the starts ended at the best sum of squares (within 1e-4 relative). */
  readonly startsAtBest: number;
  /**
   * How often a search was taken up again from where parameters had got lost, at a limit or where the data do not feel
   * them. Absent in fits stored before this was counted.
   */
  readonly restarts?: number;
  readonly fittedRe_ohm: Float64Array;
  readonly fittedIm_ohm: Float64Array;
  /** (Z − Zfit)/|Z| as fractions. */
  readonly residualRe: Float64Array;
  readonly residualIm: Float64Array;
  /** Highly correlated pairs, parameters at limits, capacitances outside their class, in words of the catalogue. */
  readonly warnings: readonly FitWarning[];
}

/** Coded; the words stand in text/eisWords.ts. */
export interface FitWarning {
  readonly code:
    | 'correlated'
    | 'redundant-arc'
    | 'degenerate'
    | 'capacitance-class'
    | 'physically-impossible'
    | 'no-convergence'
    | 'few-points';
  readonly subject: string;
  readonly detail: string;
}

export interface CircuitCandidate {
  readonly circuit: string;
  readonly name: string;
  readonly aicc: number;
  readonly bic: number;
  /** Null = admissible; otherwise why it is refused or cannot be chosen. */
  readonly refusal: string | null;
}

export interface RefusedCircuit {
  readonly circuit: string;
  readonly reason: string;
}

/** An automatic choice among circuits. */
export interface CircuitChoice {
  readonly fit: FitResult;
  readonly runnerUp: FitResult | null;
  readonly candidates: readonly CircuitCandidate[];
  /** Of the candidates those that cannot be chosen. Absent, as the next, in choices stored before they were kept. */
  readonly refused?: readonly RefusedCircuit[];
  /** Pairs of admissible circuits with the same number of parameters that describe the data alike. */
  readonly degeneratePairs?: readonly (readonly [string, string])[];
  /** False when the corrected Akaike criterion prefers another circuit, named in `aiccPrefers`. */
  readonly criteriaAgree: boolean;
  readonly aiccPrefers: string | null;
  /** Why this circuit: one sentence. */
  readonly reason: string;
  readonly kramersKronig: KramersKronig;
}
