import type { Random } from './random.ts';

export interface RandomWalk {
  /** Standard deviation of the stationary value. */
  readonly deviation: number;
  /** Time after which the memory of a value has fallen to 1/e, s. */
  readonly correlation_s: number;
}

/**
 * A random walk that is pulled back to 0: the Ornstein-Uhlenbeck process, exact for any time step
 * (D. T. Gillespie, Phys. Rev. E 54 (1996) 2084). Call it with times that do not decrease.
 */
export function createRandomWalk(
  random: Random,
  { deviation, correlation_s }: RandomWalk,
): (time_s: number) => number {
  let value = deviation * random.normal();
  let last_s = 0;
  return (time_s) => {
    const memory = Math.exp(-Math.max(0, time_s - last_s) / correlation_s);
    if (memory < 1) value = value * memory + deviation * Math.sqrt(1 - memory * memory) * random.normal();
    last_s = time_s;
    return value;
  };
}
