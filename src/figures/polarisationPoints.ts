/** The points of a run in the plot of its polarisation: half cycles, or the segments of one that goes one way. */
import { segmentAt, type OneWayRun, type OneWaySegment } from '#core/cycling/oneWayRun.ts';
import type { CyclingSummary } from '#core/cycling/summariseCycling.ts';
import type { CellPolarisation } from '#figures/polarisationTraces.ts';

type Points = Pick<CellPolarisation, 'halfCycle' | 'polarisation_mV' | 'counted'> &
  Required<Pick<CellPolarisation, 'events'>>;

export function polarisationPoints(
  { halfCycles, events }: Pick<CyclingSummary, 'halfCycles' | 'events'>,
  oneWay: OneWayRun | null,
): Points {
  const points: readonly Pick<OneWaySegment, 'index' | 'polarisation_mV'>[] = oneWay?.segments ?? halfCycles;
  return {
    counted: oneWay ? 'segment' : 'half cycle',
    halfCycle: Float64Array.from(points, ({ index }) => index),
    polarisation_mV: Float64Array.from(points, ({ polarisation_mV }) => polarisation_mV),
    events: oneWay
      ? events.map((event) => ({ ...event, halfCycle: segmentAt(oneWay.segments, event.time_s) }))
      : events,
  };
}
