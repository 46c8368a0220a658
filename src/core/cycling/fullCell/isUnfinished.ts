import type { FullCellHalf } from '#core/cycling/fullCell/fullCellHalf.ts';
import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import type { CyclingRun } from '#core/cycling/summariseCycling.ts';
import { medianBy } from '#core/numeric/quantile.ts';

type MeasuredHalf = HalfCycle & { readonly values: FullCellHalf };

/** Of the distance between the voltages at which charges and discharges end. */
const FAR_SHARE = 0.05;
const LESS_CAPACITY = 0.98;
const FEWEST_BEFORE = 2;

/**
 * Whether the run was stopped, or the file copied, inside the last half cycle: nothing follows it, it passed less charge
 * than the one before in its direction, and its voltage is far from where those in its direction ended.
 */
export function isUnfinished(run: CyclingRun, halves: readonly MeasuredHalf[]): boolean {
  const last = halves.at(-1);
  if (!last || last.endRow < run.trace.time_s.length - 1) return false;
  const alike = halves.slice(0, -1).filter(({ direction }) => direction === last.direction);
  const others = halves.filter(({ direction }) => direction !== last.direction);
  const before_mAh = alike.at(-1)?.values.capacity_mAh ?? NaN;
  if (alike.length < FEWEST_BEFORE || !(last.values.capacity_mAh < LESS_CAPACITY * before_mAh)) return false;
  const usual_V = medianBy(alike, ({ values }) => values.endVoltage_V);
  const span_V = Math.abs(usual_V - medianBy(others, ({ values }) => values.endVoltage_V));
  return Math.abs(last.values.endVoltage_V - usual_V) > FAR_SHARE * span_V;
}
