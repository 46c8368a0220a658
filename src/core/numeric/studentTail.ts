import { incompleteBeta } from '#core/numeric/incompleteBeta.ts';

/**
 * The probability that Student's t with so many degrees of freedom, whole or not, is farther from zero than `t` in either
 * direction (Abramowitz and Stegun 26.5.27). Infinitely far away it is 0, at zero 1.
 */
export function studentTail(t: number, degrees: number): number {
  if (!Number.isFinite(t)) return Number.isNaN(t) ? NaN : 0;
  return incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
}
