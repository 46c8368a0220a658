/**
 * A model of a course: a sum of terms, each times a coefficient, of which at most one further parameter, the shape (a
 * time constant, an exponent, a position), bends the terms. With the shape held, all else is linear.
 */
export interface TrendTerm {
  readonly value: (t: number, shape: number) => number;
  /** Its derivative by the shape; needed unless the shape is stepwise or absent. */
  readonly perShape?: (t: number, shape: number) => number;
}

export interface TrendUnits {
  /** Of the values, such as mV. */
  readonly value: string;
  /** What is counted: cycle or half cycle. */
  readonly count: string;
}

export interface ParameterKind {
  readonly name: string;
  readonly unit: (units: TrendUnits) => string;
  /** A number of a cycle rather than a difference of two. */
  readonly isPosition?: boolean;
}

export interface TrendShape {
  /** Ascending values at which the search looks; it never leaves their range. */
  readonly candidates: (t: Float64Array) => readonly number[];
  /** The sum of squares changes only where the shape passes a point. */
  readonly isStepwise: boolean;
  /** How many parameters the information criterion counts for it. */
  readonly cost: number;
}

export interface TrendModel<Name extends string = string> {
  readonly name: Name;
  readonly terms: readonly TrendTerm[];
  /** One for each term, then the shape's. */
  readonly parameters: readonly ParameterKind[];
  readonly shape: TrendShape | null;
  /** Whether coefficients describe what the model is named after: a growth that grows. */
  readonly isMeant: (coefficients: Float64Array) => boolean;
}

/** Parameters that the information criterion counts, without the variance. */
export function criterionCount({ terms, shape }: TrendModel): number {
  return terms.length + (shape?.cost ?? 0);
}

export const CONSTANT_TERM: TrendTerm = { value: () => 1, perShape: () => 0 };

/** A term of the opposite sign, so that its coefficient is a loss. */
export function negated(term: TrendTerm): TrendTerm {
  const { value, perShape } = term;
  return {
    value: (t, shape) => -value(t, shape),
    ...(perShape && { perShape: (t: number, shape: number) => -perShape(t, shape) }),
  };
}
