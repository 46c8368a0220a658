/** How long one cell lasted. */
export interface Lifetime {
  /** h, or any other measure of use such as mAh/cm² plated. */
  readonly time: number;
  /** Whether it failed then; false when the test ended with the cell still alive (censored). */
  readonly failed: boolean;
}

/** What happened at one time at which cells failed. */
export interface FailureTime {
  readonly time: number;
  /** Cells alive and watched just before. */
  readonly atRisk: number;
  readonly failures: number;
}

/** The times of failure in rising order; a cell censored at a time of failure still counts as at risk then. */
export function failureTimes(lifetimes: readonly Lifetime[]): FailureTime[] {
  const times = [...new Set(lifetimes.filter(({ failed }) => failed).map(({ time }) => time))];
  return times
    .sort((a, b) => a - b)
    .map((time) => ({
      time,
      atRisk: lifetimes.filter((cell) => cell.time >= time).length,
      failures: lifetimes.filter((cell) => cell.failed && cell.time === time).length,
    }));
}
