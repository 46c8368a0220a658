/** What the linear Kramers-Kronig test and the Z-HIT say of a spectrum, as plain data. */

export type KramersKronigFit = 'complex' | 'real' | 'imaginary';
export type Immittance = 'impedance' | 'admittance';

export interface KramersKronig {
  readonly valid: boolean;
  readonly fit: KramersKronigFit;
  readonly representation: Immittance;
  /** Number of RC elements of the chosen fit. */
  readonly rcCount: number;
  /** 1 − Σ|R<0| / Σ|R≥0| of the chosen fit (Schönleber et al. 2014). */
  readonly mu: number;
  /** Sum of |dZ|²/|Z|². */
  readonly chiSquared: number;
  /** Standard deviation of the noise of a value as a fraction of |Z|: of the residuals, freed from the unknowns spent. */
  readonly noiseRms: number;
  /** Of normal noise: noiseRms/√(2 × values left free). */
  readonly noiseRmsStandardError: number;
  /** (Z − Zfit)/|Z| as fractions, in the order of the points. */
  readonly residualRe: Float64Array;
  readonly residualIm: Float64Array;
  /** Lag-1 autocorrelation of the residuals times √N; ≥ 3 = structure. */
  readonly structureRe: number;
  readonly structureIm: number;
  /** Points (indexes) whose removal would make the spectrum valid, and in words why. */
  readonly advice: KramersKronigAdvice;
}

export interface KramersKronigAdvice {
  readonly code: 'none' | 'drop-low' | 'drop-high' | 'drop-points' | 'repeat';
  readonly points: readonly number[];
  readonly detail: string;
}

export interface ZHit {
  /** |Z| reconstructed from the phase, and its deviation (|Z| − |Z|reconstructed)/|Z|. */
  readonly modulus_ohm: Float64Array;
  readonly deviation: Float64Array;
  readonly valid: boolean;
}
