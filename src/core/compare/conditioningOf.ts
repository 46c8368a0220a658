import type { CyclingSummary } from '#core/cycling/summariseCycling.ts';
import type { Interval } from '#core/cycling/trend/profileHull.ts';
import { trendPoints } from '#core/cycling/trend/halfCycleTrend.ts';
import { polarisationTrend } from '#core/cycling/trend/polarisationTrend.ts';

const SECONDS_PER_HOUR = 3600;
/** A polarisation that ends above this share of where it began has not been conditioned, and is not fitted. */
const FALLS_TO = 0.8;

export interface Conditioning {
  readonly plateau_mV: number;
  /** 95 %; a bound is null where the half cycles do not set it. */
  readonly plateauInterval_mV: Interval;
  readonly timeConstant_h: number;
  readonly timeConstantInterval_h: Interval;
}

/**
 * The fall of the polarisation to a plateau, where that is the course its half cycles are described by; null otherwise.
 * The time constant, fitted in half cycles, is told in hours by their mean spacing.
 */
export function conditioningOf({ halfCycles }: Pick<CyclingSummary, 'halfCycles'>): Conditioning | null {
  const [first, last] = [halfCycles[0]?.polarisation_mV ?? NaN, halfCycles.at(-1)?.polarisation_mV ?? NaN];
  if (!(last < FALLS_TO * first)) return null;
  const trend = polarisationTrend(trendPoints(halfCycles));
  if (!trend.ok || trend.chosen.model !== 'conditioning') return null;
  const [plateau, timeConstant] = ['plateau', 'timeConstant'].map((name) =>
    trend.chosen.parameters.find((each) => each.name === name),
  );
  if (!plateau || !timeConstant) return null;
  const spacing_h = meanSpacing_h(halfCycles);
  return {
    plateau_mV: plateau.value,
    plateauInterval_mV: intervalOf(plateau, 1),
    timeConstant_h: timeConstant.value * spacing_h,
    timeConstantInterval_h: intervalOf(timeConstant, spacing_h),
  };
}

function meanSpacing_h(halfCycles: CyclingSummary['halfCycles']): number {
  const begin_s = halfCycles[0]?.startTime_s ?? NaN;
  const end_s = halfCycles.at(-1)?.startTime_s ?? NaN;
  return (end_s - begin_s) / (halfCycles.length - 1) / SECONDS_PER_HOUR;
}

function intervalOf({ lower95, upper95 }: Interval, factor: number): Interval {
  const scaled = (bound: number | null) => (bound === null ? null : bound * factor);
  return { lower95: scaled(lower95), upper95: scaled(upper95) };
}
