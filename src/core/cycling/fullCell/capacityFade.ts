import { countedCycles } from '#core/cycling/fullCell/countedCycles.ts';
import type { FullCellCycle } from '#core/cycling/fullCell/fullCellCycles.ts';
import type { RetainedCapacity } from '#core/cycling/fullCell/retention.ts';
import { atUsualCurrent, isSameCurrent } from '#core/cycling/sameCurrent.ts';
import { fadeTrend, type FadeTrend } from '#core/cycling/trend/fadeTrend.ts';
import type { TooFewPoints } from '#core/cycling/trend/tooFewPoints.ts';
import { fullCellWords } from '#core/text/fullCellWords.ts';
import { trendWords } from '#core/text/trendWords.ts';

/**
 * The course of the discharge capacity at the usual current, and when it falls to 80 % of the reference cycle's, or of the
 * fitted initial capacity where the reference was cycled at another current.
 */
export function capacityFade(
  cycles: readonly FullCellCycle[],
  retained: RetainedCapacity | null,
): FadeTrend | TooFewPoints {
  const { counted, leftOut } = countedCycles(cycles);
  const reasons = new Map(leftOut.map(({ cycle, reason }) => [cycle, fullCellWords.leftOut(reason)]));
  const usual = atUsualCurrent(counted, ({ discharge }) => discharge?.current_mA ?? NaN);
  const usual_mA = Math.abs(usual[0]?.discharge?.current_mA ?? NaN);
  const points = cycles.flatMap(({ cycle, discharge }) => {
    if (!discharge) return [];
    const other = isSameCurrent(discharge.current_mA, usual_mA) ? null : trendWords.otherCurrent(usual_mA);
    return [{ count: cycle, value: discharge.capacity_mAh, excluded: reasons.get(cycle) ?? other }];
  });
  const comparable = retained && isSameCurrent(retained.reference_mA, usual_mA);
  return fadeTrend(points, {
    unit: 'mAh',
    ...(comparable && { referenceCapacity: retained.reference_mAh }),
  });
}
