/** Where the events of a run stand on its voltage against time. */
import type { CellEvent } from '#core/cycling/events/findEvents.ts';
import type { HalfCycleSummary } from '#core/cycling/summariseCycling.ts';
import { searchSorted } from '#core/numeric/searchSorted.ts';
import type { EventMark } from '#figures/eventMarks.ts';
import type { CyclingRunView } from '../../app/useCyclingRuns.ts';

/** An event that begins within so many s of its half cycle is one of the whole half cycle. */
const AT_START_s = 60;

interface VoltageColumns {
  readonly time_s: Float64Array;
  readonly voltage_V: Float64Array;
  readonly timeIsSorted: boolean;
}

/** At its time; on the plateau of its half cycle, or inside one on the voltage recorded there. */
export function eventPlaces({ trace, outcome }: CyclingRunView): readonly EventMark[] {
  if (!trace?.ok || !outcome?.ok || !outcome.value.ok) return [];
  const { events, halfCycles } = outcome.value.summary;
  return events.map((event) => ({
    kind: event.kind,
    x: event.time_s,
    y: voltageAt(event, halfCycles[event.halfCycle - 1], trace.value),
  }));
}

function voltageAt(
  { time_s: at_s }: CellEvent,
  halfCycle: HalfCycleSummary | undefined,
  { time_s, voltage_V, timeIsSorted }: VoltageColumns,
): number {
  if (!halfCycle) return NaN;
  if (at_s - halfCycle.startTime_s < AT_START_s) return halfCycle.middleVoltage_mV / 1000;
  const row = timeIsSorted ? searchSorted(time_s, at_s) : time_s.findIndex((time) => time >= at_s);
  return voltage_V[row] ?? NaN;
}
