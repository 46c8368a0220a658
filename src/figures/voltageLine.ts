import { cellLine } from '#figures/cellTrace.ts';
import { SECONDS_PER_HOUR, type CellVoltage } from '#figures/cellVoltage.ts';
import type { LineTrace } from '#figures/figure.ts';
import { PLAIN_SCALE } from '#figures/plainSeries.ts';

/** The voltage of a cell in V against its own time in h. */
export function voltageLine(cell: CellVoltage): LineTrace {
  return cellLine(cell, {
    x: cell.time_s,
    y: cell.voltage_V,
    xScale: { offset: cell.timeZero_s, factor: 1 / SECONDS_PER_HOUR },
    yScale: PLAIN_SCALE,
    from: cell.trimFrom_s,
    to: cell.trimTo_s,
    pyramid: cell.pyramid,
    xIsSorted: cell.timeIsSorted,
  });
}
