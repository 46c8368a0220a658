/** The contract of a circuit element: one file in elements/ and one line in elements.ts. */

/** How a parameter is fitted: its logarithm, or itself (a plain value, an exponent), each within its limits. */
export type ParameterScale = 'log' | 'linear' | 'exponent';

export interface ElementParameter {
  /** `R`, `tau`, `n`, … Of an element with one parameter the name in a circuit is the element's own (`R1`). */
  readonly symbol: string;
  readonly unit: string;
  readonly description: string;
  readonly scale: ParameterScale;
  /** Physical limits: a fit never leaves them. */
  readonly lower: number;
  readonly upper: number;
  /** A value of ordinary size for pictures, sliders and new elements. */
  readonly typical: number;
}

/** Frequencies of one spectrum with what every element needs of them. */
export interface FrequencyGrid {
  readonly omega_radPerS: Float64Array;
  readonly lnOmega: Float64Array;
}

/**
 * Z of an element at all N frequencies and its derivatives with respect to each parameter p (parameter-major:
 * index p·N + k; empty when derivatives are not wanted). Buffers are reused between evaluations.
 */
export interface Response {
  readonly re: Float64Array;
  readonly im: Float64Array;
  readonly dRe: Float64Array;
  readonly dIm: Float64Array;
}

export interface CircuitElement {
  /** Name in impedance.py style without its number: `R`, `CPE`, `Wo`. */
  readonly code: string;
  /** Letters in Boukamp's circuit description code: `R`, `Q`, `Wo`. */
  readonly cdc: string;
  readonly name: string;
  readonly description: string;
  /** Z(ω) in plain text with the parameters' symbols, j and w. */
  readonly equation: string;
  readonly parameters: readonly ElementParameter[];
  /** Symbols of two exponents whose product may not be above 1, whatever each may be alone. */
  readonly jointExponents?: readonly [string, string];
  /**
   * Writes Z and, unless `out.dRe` is empty, dZ/dp of the natural (untransformed) parameters, whose `values` stand in
   * the order of `parameters`. Finite at any ω > 0 within the limits.
   */
  readonly evaluate: (values: Float64Array, grid: FrequencyGrid, out: Response) => void;
}
