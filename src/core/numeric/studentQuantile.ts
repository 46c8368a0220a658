import { studentTail } from '#core/numeric/studentTail.ts';

const MOST_ROUNDS = 60;

/**
 * The t that a Student-distributed number with so many degrees of freedom, whole or not, exceeds in either direction with
 * the probability 1 − `level`: 1.96 for 0.95 and many degrees. By bisection of the two-sided probability over the angle
 * whose tangent is t/√ν, so that far tails need no bracket. NaN below one degree of freedom.
 */
export function studentQuantile(degrees: number, level: number): number {
  if (!(degrees >= 1)) return NaN;
  let low = 0;
  let high = Math.PI / 2;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const middle = (low + high) / 2;
    if (1 - studentTail(Math.sqrt(degrees) * Math.tan(middle), degrees) < level) low = middle;
    else high = middle;
  }
  return Math.sqrt(degrees) * Math.tan((low + high) / 2);
}
