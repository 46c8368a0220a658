/** The course of the polarisation in a cycling summary. */
import { isSameCurrent } from '#core/cycling/sameCurrent.ts';
import { polarisationTrend, type PolarisationTrend } from '#core/cycling/trend/polarisationTrend.ts';
import { theilSen, type TheilSenSlope } from '#core/cycling/trend/theilSen.ts';
import type { TooFewPoints } from '#core/cycling/trend/tooFewPoints.ts';
import type { TrendPoint } from '#core/cycling/trend/trendPoint.ts';
import { medianBy } from '#core/numeric/quantile.ts';
import { trendWords } from '#core/text/trendWords.ts';

/** Rests and noise may turn single half cycles; a full cell discharges in half of them. */
const MOST_OPPOSITE = 0.25;

export interface TrendHalfCycle {
  readonly index: number;
  readonly direction: 'positive' | 'negative';
  readonly current_mA: number;
  readonly polarisation_mV: number;
  readonly middleVoltage_mV: number;
  /** Left out, since it compares with no whole half cycle. */
  readonly isInterrupted?: boolean;
}

export interface HalfCycleTrend extends PolarisationTrend {
  /** mV per half cycle, whatever the course. */
  readonly slope: TheilSenSlope;
  /** Which half cycles the course leaves out, and why. */
  readonly leftOut: readonly { readonly halfCycle: number; readonly reason: string }[];
}

/** What is said of the half cycles of one run. */
export type HalfCycleTrendOutcome = HalfCycleTrend | TooFewPoints | NoPolarisation;

/** The voltage keeps its sign when the current turns: a full cell, whose |E| is no polarisation. */
export interface NoPolarisation {
  readonly ok: false;
  readonly reason: 'not-symmetric';
  readonly halfCycles: number;
  /** Half cycles whose voltage has the other sign than their current. */
  readonly opposite: number;
  readonly verdict: readonly string[];
}

/** The course of a run's half cycles, and its slope. */
export function halfCycleTrend(halfCycles: readonly TrendHalfCycle[]): HalfCycleTrendOutcome {
  const opposite = halfCycles.filter(isOpposite).length;
  if (opposite > MOST_OPPOSITE * halfCycles.length) return noPolarisation(halfCycles.length, opposite);
  const points = trendPoints(halfCycles);
  const trend = polarisationTrend(points);
  if (!trend.ok) return trend;
  const slope = theilSen(points);
  if (!slope.ok) return slope;
  const leftOut = points.flatMap(({ count, excluded }) =>
    excluded === null ? [] : [{ halfCycle: count, reason: excluded }],
  );
  return { ...trend, slope, leftOut, verdict: [...trend.verdict, trendWords.slope(slope)] };
}

/**
 * Half cycles at the usual current, the median of all, are compared; a polarisation at another current is excluded, since
 * it differs for that reason alone. Interrupted half cycles are left out too.
 */
export function trendPoints(halfCycles: readonly TrendHalfCycle[]): TrendPoint[] {
  const usual_mA = medianBy(halfCycles, ({ current_mA }) => Math.abs(current_mA));
  const excludedFor = ({ isInterrupted = false, current_mA }: TrendHalfCycle): string | null => {
    if (isInterrupted) return trendWords.interrupted();
    return isSameCurrent(current_mA, usual_mA) ? null : trendWords.otherCurrent(usual_mA);
  };
  return halfCycles.map((halfCycle) => ({
    count: halfCycle.index,
    value: halfCycle.polarisation_mV,
    excluded: excludedFor(halfCycle),
    direction: halfCycle.direction,
  }));
}

function isOpposite({ direction, middleVoltage_mV }: TrendHalfCycle): boolean {
  return direction === 'positive' ? middleVoltage_mV < 0 : middleVoltage_mV > 0;
}

function noPolarisation(halfCycles: number, opposite: number): NoPolarisation {
  const verdict = [trendWords.notSymmetric({ halfCycles, opposite })];
  return { ok: false, reason: 'not-symmetric', halfCycles, opposite, verdict };
}
