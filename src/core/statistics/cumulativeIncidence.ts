/** How a cell ended: the cause of its failure, or null when the test ended first. */
export interface CausedLifetime<Cause extends string> {
  readonly time: number;
  readonly cause: Cause | null;
}

export interface IncidenceStep<Cause extends string> {
  readonly time: number;
  /** Estimated share of cells that have failed of each cause by this time. */
  readonly incidence: Readonly<Record<Cause, number>>;
}

/**
 * Shares of cells lost to each of several causes, of which only one can happen to a cell: the estimator of Aalen and
 * Johansen (Scand. J. Stat. 5 (1978) 141). One minus Kaplan and Meier's curve of a single cause would take cells lost to
 * the others as if they could still fail of it.
 */
export function cumulativeIncidence<Cause extends string>(
  lifetimes: readonly CausedLifetime<Cause>[],
  causes: readonly Cause[],
): IncidenceStep<Cause>[] {
  const times = [...new Set(lifetimes.filter(({ cause }) => cause !== null).map(({ time }) => time))];
  const total = Object.fromEntries(causes.map((cause) => [cause, 0])) as Record<Cause, number>;
  let survival = 1;
  return times
    .sort((a, b) => a - b)
    .map((time) => {
      const atRisk = lifetimes.filter((cell) => cell.time >= time).length;
      const failing = lifetimes.filter((cell) => cell.time === time && cell.cause !== null);
      for (const { cause } of failing) if (cause !== null) total[cause] += survival / atRisk;
      survival *= 1 - failing.length / atRisk;
      return { time, incidence: { ...total } };
    });
}
