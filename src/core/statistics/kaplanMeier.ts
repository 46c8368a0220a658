import { NORMAL_TWO_SIDED_95 } from '#core/numeric/normalQuantile.ts';
import { failureTimes } from '#core/statistics/survival.ts';
import type { FailureTime, Lifetime } from '#core/statistics/survival.ts';

export interface SurvivalStep extends FailureTime {
  /** Estimated share of cells that outlast this time. */
  readonly survival: number;
  /** Greenwood's; null once nothing survives. */
  readonly standardError: number | null;
  /** 95 % by the log(−log) transformation, which stays within 0 and 1; null once nothing survives. */
  readonly interval95: readonly [number, number] | null;
}

/**
 * The survival curve of Kaplan and Meier (J. Am. Stat. Assoc. 53 (1958) 457) with Greenwood's variance, one step for each
 * time of failure. It presumes that cells were not taken off because they were doing well or badly.
 */
export function kaplanMeier(lifetimes: readonly Lifetime[]): SurvivalStep[] {
  let survival = 1;
  let greenwood = 0;
  return failureTimes(lifetimes).map((step) => {
    survival *= 1 - step.failures / step.atRisk;
    greenwood += step.failures / (step.atRisk * (step.atRisk - step.failures));
    if (step.failures === step.atRisk) return { ...step, survival: 0, standardError: null, interval95: null };
    const standardError = survival * Math.sqrt(greenwood);
    return { ...step, survival, standardError, interval95: logLogInterval(survival, greenwood) };
  });
}

function logLogInterval(survival: number, greenwood: number): readonly [number, number] {
  const spread = Math.exp((NORMAL_TWO_SIDED_95 * Math.sqrt(greenwood)) / Math.abs(Math.log(survival)));
  return [survival ** spread, survival ** (1 / spread)];
}

/** The first time by which half of the cells are estimated to have failed; null when the curve never comes so low. */
export function medianLifetime(steps: readonly SurvivalStep[]): number | null {
  return steps.find(({ survival }) => survival <= 0.5)?.time ?? null;
}
