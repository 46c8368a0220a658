/** Change of a resistance from pristine to cycled, whose errors may be correlated through a common area. */
import type { UncertainValue } from '#core/eis/interfaceResistance.ts';

export interface ResistanceChange {
  readonly difference: UncertainValue;
  /** Cycled over pristine. */
  readonly ratio: UncertainValue;
}

/** First-order propagation; `covariance` of the two values, 0 when they were measured independently. */
export function resistanceChange(
  pristine: UncertainValue,
  cycled: UncertainValue,
  covariance = 0,
): ResistanceChange {
  const variance = pristine.standardError ** 2 + cycled.standardError ** 2 - 2 * covariance;
  const ratio = cycled.value / pristine.value;
  const relativeSquare =
    (pristine.standardError / pristine.value) ** 2 +
    (cycled.standardError / cycled.value) ** 2 -
    (2 * covariance) / (pristine.value * cycled.value);
  return {
    difference: { value: cycled.value - pristine.value, standardError: Math.sqrt(Math.max(0, variance)) },
    ratio: { value: ratio, standardError: Math.abs(ratio) * Math.sqrt(Math.max(0, relativeSquare)) },
  };
}
