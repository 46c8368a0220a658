/** A distribution of relaxation times, as plain data. */

export type DrtBasis = 'piecewise-linear' | 'gaussian';
export type LambdaRule = 'gcv' | 'l-curve' | 'by-hand';

/** One λ that was tried. */
export interface DrtSweepPoint {
  readonly lambda: number;
  /** Generalised cross-validation. */
  readonly gcv: number;
  /** Sum of |dZ|²/|Z|². */
  readonly residualSquared: number;
  /** Penalty of the scaled γ: ∫ of its squared derivative. */
  readonly roughness: number;
}

export interface DrtPeak {
  readonly tau_s: number;
  /** Area of the peak. */
  readonly r_ohm: number;
  /** tau / R. */
  readonly c_F: number;
  readonly height_ohm: number;
}

export interface Drt {
  readonly basis: DrtBasis;
  readonly lambdaRule: LambdaRule;
  /** Relative to the spectrum scaled by its polarisation resistance. */
  readonly lambda: number;
  /** In the order of λ, largest first; one entry when λ was given by hand. */
  readonly sweep: readonly DrtSweepPoint[];
  readonly tau_s: Float64Array;
  /** γ(ln τ): its integral over ln τ is a resistance. */
  readonly gamma_ohm: Float64Array;
  /** 95 % band of γ; null where it was not asked for. */
  readonly lower_ohm: Float64Array | null;
  readonly upper_ohm: Float64Array | null;
  readonly rInfinity_ohm: number;
  readonly inductance_H: number;
  /** Series capacitance taken out of the tail; null = none. */
  readonly seriesCapacitance_F: number | null;
  readonly polarisationResistance_ohm: number;
  readonly peaks: readonly DrtPeak[];
  readonly residualRe: Float64Array;
  readonly residualIm: Float64Array;
}
