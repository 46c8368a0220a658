/** The kinds of parameters that elements share, each with its limits stated once. */
import type { ElementParameter } from '#core/eis/element.ts';

type Described = Pick<ElementParameter, 'symbol' | 'description'>;

export function resistance({ symbol, description }: Described): ElementParameter {
  return { symbol, description, unit: 'ohm', scale: 'log', lower: 1e-6, upper: 1e12, typical: 100 };
}

/** A time constant; 1e-12 s lies beyond the fastest analyser, 1e9 s beyond the slowest experiment. */
export function timeConstant({ symbol, description }: Described, typical = 1): ElementParameter {
  return { symbol, description, unit: 's', scale: 'log', lower: 1e-12, upper: 1e9, typical };
}

/** The coefficient of (jω)ⁿ in an admittance. */
export function constantPhaseCoefficient({ symbol, description }: Described): ElementParameter {
  return { symbol, description, unit: 'S s^n', scale: 'log', lower: 1e-15, upper: 1e5, typical: 1e-5 };
}

export function exponent(
  { symbol, description }: Described,
  { typical = 0.85, upper = 1 }: { readonly typical?: number; readonly upper?: number } = {},
): ElementParameter {
  return { symbol, description, unit: '-', scale: 'exponent', lower: 0.1, upper, typical };
}
