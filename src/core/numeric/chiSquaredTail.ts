import { upperIncompleteGamma } from '#core/numeric/upperIncompleteGamma.ts';

/** The probability that χ² with so many degrees of freedom exceeds `value` (DLMF 8.4, Abramowitz and Stegun 26.4.2). */
export function chiSquaredTail(value: number, degrees: number): number {
  return upperIncompleteGamma(degrees / 2, value / 2);
}
