import { cellLine } from '#figures/cellTrace.ts';
import { SECONDS_PER_HOUR, type CellVoltage } from '#figures/cellVoltage.ts';
import { eventTraces, type EventMark } from '#figures/eventMarks.ts';
import type { DisplayScale, LineTrace } from '#figures/figure.ts';
import { PLAIN_SCALE, plainSeries } from '#figures/plainSeries.ts';

function hoursOf(cell: CellVoltage): DisplayScale {
  return { offset: cell.timeZero_s, factor: 1 / SECONDS_PER_HOUR };
}

/** The voltage of a cell in V against its own time in h. */
export function voltageLine(cell: CellVoltage): LineTrace {
  return cellLine(cell, {
    x: cell.time_s,
    y: cell.voltage_V,
    xScale: hoursOf(cell),
    yScale: PLAIN_SCALE,
    from: cell.trimFrom_s,
    to: cell.trimTo_s,
    pyramid: cell.pyramid,
    xIsSorted: cell.timeIsSorted,
  });
}

/** Events within what the cell was trimmed to. */
export function shownEvents({ events = [], trimFrom_s, trimTo_s }: CellVoltage): readonly EventMark[] {
  return events.filter(({ x }) => x >= (trimFrom_s ?? -Infinity) && x <= (trimTo_s ?? Infinity));
}

/** What happened to the cell, on its line. */
export function voltageEvents(cell: CellVoltage): readonly LineTrace[] {
  return eventTraces(cell, shownEvents(cell), (x, y) => ({
    ...plainSeries(x, y, { xIsSorted: true }),
    xScale: hoursOf(cell),
  }));
}
