/** The course of the polarisation of a run: over its half cycles, or where its current flows one way over its segments. */
import type { OneWayRun } from '#core/cycling/oneWayRun.ts';
import {
  halfCycleTrend,
  noPolarisation,
  type HalfCycleTrendOutcome,
  type TrendHalfCycle,
} from '#core/cycling/trend/halfCycleTrend.ts';
import { segmentTrend, type SegmentTrend, type VoltageAtRest } from '#core/cycling/trend/segmentTrend.ts';

export type RunTrendOutcome = HalfCycleTrendOutcome | SegmentTrend | VoltageAtRest;

export interface RunTrendRequest {
  readonly halfCycles: readonly TrendHalfCycle[];
  /** Null = the current flows both ways, or one way without a break. */
  readonly oneWay: OneWayRun | null;
}

export function runTrend({ halfCycles, oneWay }: RunTrendRequest): RunTrendOutcome {
  if (!oneWay) return halfCycleTrend(halfCycles);
  return noPolarisation(halfCycles) ?? segmentTrend(oneWay);
}
