import type { FullCellHalf } from '#core/cycling/fullCell/fullCellHalf.ts';
import type { CyclingRun } from '#core/cycling/summariseCycling.ts';
import { medianBy } from '#core/numeric/quantile.ts';

/** Of the distance between the voltages at which charges and discharges end. */
const FAR_SHARE = 0.05;
const LESS_CAPACITY = 0.98;
const FEWEST_BEFORE = 2;

/**
 * Whether the run was stopped, or the file copied, inside the last half cycle: nothing follows it, it passed less charge
 * than the one before in its direction, and its voltage is far from where those in its direction ended.
 */
export function isUnfinished({ halfCycles, trace }: CyclingRun, values: readonly FullCellHalf[]): boolean {
  const last = halfCycles.at(-1);
  const end = values.at(-1);
  if (!last || !end || last.endRow < trace.time_s.length - 1) return false;
  const inDirection = (same: boolean) =>
    values.filter((_, k) => (halfCycles[k]?.direction === last.direction) === same && k < values.length - 1);
  const alike = inDirection(true);
  const before_mAh = alike.at(-1)?.capacity_mAh ?? NaN;
  if (alike.length < FEWEST_BEFORE || !(end.capacity_mAh < LESS_CAPACITY * before_mAh)) return false;
  const usual_V = medianBy(alike, ({ endVoltage_V }) => endVoltage_V);
  const span_V = Math.abs(usual_V - medianBy(inDirection(false), ({ endVoltage_V }) => endVoltage_V));
  return Math.abs(end.endVoltage_V - usual_V) > FAR_SHARE * span_V;
}
