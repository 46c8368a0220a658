/** The course of the polarisation over the segments of a run whose current flows one way. */
import type { OneWayRun, OneWaySegment } from '#core/cycling/oneWayRun.ts';
import { trendPoints } from '#core/cycling/trend/halfCycleTrend.ts';
import { polarisationCourse, type PolarisationCourse } from '#core/cycling/trend/polarisationTrend.ts';
import { theilSen, type TheilSenSlope } from '#core/cycling/trend/theilSen.ts';
import type { TooFewPoints } from '#core/cycling/trend/tooFewPoints.ts';
import { medianBy } from '#core/numeric/quantile.ts';
import { trendWords } from '#core/text/trendWords.ts';

/** Share of the voltage; what stays without a current is no polarisation. */
const MOST_AT_REST = 0.5;

export interface SegmentTrend extends Omit<PolarisationCourse, 'first' | 'last'> {
  readonly counted: 'segment';
  readonly firstSegment: number;
  readonly lastSegment: number;
  /** mV per segment, whatever the course. */
  readonly slope: TheilSenSlope;
  /** Which segments the course leaves out, and why. */
  readonly leftOut: readonly { readonly segment: number; readonly reason: string }[];
}

/** More of the voltage stays at rest than a polarisation leaves: unlike electrodes, or rests too short to tell. */
export interface VoltageAtRest {
  readonly ok: false;
  readonly reason: 'voltage-at-rest';
  readonly segments: number;
  readonly rest_mV: number;
  readonly verdict: readonly string[];
}

/** The course of the segments, and its slope. */
export function segmentTrend({ segments, rest_mV }: OneWayRun): SegmentTrend | TooFewPoints | VoltageAtRest {
  const usual_mV = medianBy(segments, ({ polarisation_mV }) => polarisation_mV);
  if (rest_mV !== null && rest_mV > MOST_AT_REST * usual_mV) {
    const verdict = [trendWords.voltageAtRest({ rest_mV, usual_mV })];
    return { ok: false, reason: 'voltage-at-rest', segments: segments.length, rest_mV, verdict };
  }
  return fittedTrend(segments);
}

function fittedTrend(segments: readonly OneWaySegment[]): SegmentTrend | TooFewPoints {
  const stretches = segments.map((segment) => ({ ...segment, isInterrupted: segment.isShort }));
  const points = trendPoints(stretches, trendWords.shortSegment());
  const course = polarisationCourse(points, 'segment');
  if (!course.ok) return course;
  const slope = theilSen(points);
  if (!slope.ok) return slope;
  const { first, last, ...rest } = course;
  return {
    ...rest,
    counted: 'segment',
    firstSegment: first,
    lastSegment: last,
    slope,
    leftOut: points.flatMap(({ count, excluded }) =>
      excluded === null ? [] : [{ segment: count, reason: excluded }],
    ),
    verdict: [...course.verdict, trendWords.slope(slope, 'segment'), trendWords.oneWay()],
  };
}
