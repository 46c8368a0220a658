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
/** What a meter may be off zero, or heat drive: a shorted cell may show no more than this of either sign. */
const OFF_ZERO_mV = 20;

/** A half cycle, or a segment of one. */
export interface TrendStretch {
  readonly index: number;
  readonly direction: 'positive' | 'negative';
  readonly current_mA: number;
  readonly polarisation_mV: number;
  /** Left out, since it compares with no whole one. */
  readonly isInterrupted?: boolean;
}

export interface TrendHalfCycle extends TrendStretch {
  readonly middleVoltage_mV: number;
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
  /** Half cycles whose voltage has clearly the other sign than their current. */
  readonly opposite: number;
  readonly verdict: readonly string[];
}

/** The course of a run's half cycles, and its slope. */
export function halfCycleTrend(halfCycles: readonly TrendHalfCycle[]): HalfCycleTrendOutcome {
  const refusal = noPolarisation(halfCycles);
  if (refusal) return refusal;
  const points = trendPoints(halfCycles);
  const trend = polarisationTrend(points);
  if (!trend.ok) return trend;
  const slope = theilSen(points);
  if (!slope.ok) return slope;
  const leftOut = points.flatMap(({ count, excluded }) =>
    excluded === null ? [] : [{ halfCycle: count, reason: excluded }],
  );
  return { ...trend, slope, leftOut, verdict: [...trend.verdict, trendWords.slope(slope, 'half cycle')] };
}

/**
 * Half cycles at the usual current, the median of all, are compared; a polarisation at another current is excluded, since
 * it differs for that reason alone. Interrupted half cycles are left out too, with the reason given.
 */
export function trendPoints(
  halfCycles: readonly TrendStretch[],
  interrupted = trendWords.interrupted(),
): TrendPoint[] {
  const usual_mA = medianBy(halfCycles, ({ current_mA }) => Math.abs(current_mA));
  const excludedFor = ({ isInterrupted = false, current_mA }: TrendStretch): string | null => {
    if (isInterrupted) return interrupted;
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
  return direction === 'positive' ? middleVoltage_mV < -OFF_ZERO_mV : middleVoltage_mV > OFF_ZERO_mV;
}

/** The refusal of a run whose voltage keeps its sign when the current turns; null where it does not. */
export function noPolarisation(run: readonly TrendHalfCycle[]): NoPolarisation | null {
  const halfCycles = run.length;
  const opposite = run.filter(isOpposite).length;
  if (opposite <= MOST_OPPOSITE * halfCycles) return null;
  const verdict = [trendWords.notSymmetric({ halfCycles, opposite })];
  return { ok: false, reason: 'not-symmetric', halfCycles, opposite, verdict };
}
