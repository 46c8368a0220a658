import type { CyclingSummary } from '#core/cycling/summariseCycling.ts';
import { trendPoints } from '#core/cycling/trend/halfCycleTrend.ts';
import { polarisationTrend } from '#core/cycling/trend/polarisationTrend.ts';

const SECONDS_PER_HOUR = 3600;
/** A polarisation that ends above this share of where it began has not been conditioned, and is not fitted. */
const FALLS_TO = 0.8;

export interface Conditioning {
  readonly plateau_mV: number;
  readonly timeConstant_h: number;
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
  const valueOf = (name: string) => trend.chosen.parameters.find((each) => each.name === name)?.value ?? NaN;
  const begin_s = halfCycles[0]?.startTime_s ?? NaN;
  const end_s = halfCycles.at(-1)?.startTime_s ?? NaN;
  const spacing_h = (end_s - begin_s) / (halfCycles.length - 1) / SECONDS_PER_HOUR;
  return { plateau_mV: valueOf('plateau'), timeConstant_h: valueOf('timeConstant') * spacing_h };
}
