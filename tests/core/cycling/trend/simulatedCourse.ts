/** Simulated courses over cycles with seeded scatter; imports nothing of core. */
import { createRandom } from '../../../simulate/random.ts';

export interface CourseNoise {
  readonly seed: number;
  /** Standard deviation, in the unit of the values. */
  readonly scatter: number;
  /** Correlation of each deviation with the one before, 0 unless given. */
  readonly lag1?: number;
}

export interface SimulatedPoint {
  readonly count: number;
  readonly value: number;
  readonly excluded: string | null;
}

/** Points at 1, 2, … `points`; `truth` takes the number of steps since the first. */
export function simulatedCourse(
  points: number,
  truth: (t: number) => number,
  { seed, scatter, lag1 = 0 }: CourseNoise,
): SimulatedPoint[] {
  const random = createRandom(seed);
  let deviation = random.normal();
  return Array.from({ length: points }, (_, t) => {
    if (t > 0) deviation = lag1 * deviation + Math.sqrt(1 - lag1 * lag1) * random.normal();
    return { count: t + 1, value: truth(t) + scatter * deviation, excluded: null };
  });
}
