/** What a half cycle moves against what the film can give and take without the metal beneath it. */
import { cannotTell, type CheckCell } from '#core/compare/checks/crossCheck.ts';
import { layerFilm } from '#core/compare/checks/layerFilm.ts';
import { isAmalgam, mainRun } from '#core/compare/cellEvidence.ts';
import { layerMilestones } from '#core/layer/layerMilestones.ts';
import { medianOf } from '#core/numeric/quantile.ts';
import { compareWords } from '#core/text/compareWords.ts';

export const layerCapacity: CheckCell = (evidence) => {
  if (!isAmalgam(evidence.cell)) return null;
  const film = layerFilm(evidence.cell);
  if (!film) return cannotTell(compareWords.check.needsInventory());
  const halfCycles = mainRun(evidence)?.halfCycles ?? [];
  const capacities = halfCycles.flatMap((half) => half.capacity_mAhPerCm2 ?? []);
  if (capacities.length === 0) return cannotTell(compareWords.check.needsArea());
  const cycled_mAhPerCm2 = medianOf(Float64Array.from(capacities));
  const milestones = layerMilestones(film).map(({ charge_mAhPerCm2 }) => charge_mAhPerCm2);
  const toLiquid_mAhPerCm2 = -Math.min(...milestones);
  const toFull_mAhPerCm2 = Math.max(...milestones);
  return {
    verdict: cycled_mAhPerCm2 <= toLiquid_mAhPerCm2 ? 'agrees' : 'disagrees',
    text: compareWords.check.layerCapacity(cycled_mAhPerCm2, toLiquid_mAhPerCm2, toFull_mAhPerCm2),
    numbers: { cycled_mAhPerCm2, toLiquid_mAhPerCm2, toFull_mAhPerCm2 },
  };
};
