/** No cell can polarise less than its electrolyte alone: j L/σ. */
import { cannotTell, type CheckCell } from '#core/compare/checks/crossCheck.ts';
import { hasSolidElectrolyte, mainRun } from '#core/compare/cellEvidence.ts';
import { ohmicFloor_ohm_cm2 } from '#core/cycling/ohmicFloor.ts';
import { compareWords } from '#core/text/compareWords.ts';
import { medianBy, medianOf } from '#core/numeric/quantile.ts';

/** Uncertainty of thickness and conductivity that a breach must exceed. */
const UNCERTAINTY = 0.1;
const LAST_HALF_CYCLES = 10;

export const ohmicFloor: CheckCell = (evidence) => {
  const { cell, conditioning = null } = evidence;
  if (cell.kind !== 'symmetric') return null;
  const floor_ohm_cm2 = ohmicFloor_ohm_cm2(cell);
  const last = (mainRun(evidence)?.halfCycles ?? []).slice(-LAST_HALF_CYCLES);
  if (floor_ohm_cm2 === null)
    return hasSolidElectrolyte(cell) ? cannotTell(compareWords.check.needsElectrolyte()) : null;
  const densities = last.flatMap((half) => half.currentDensity_mAPerCm2 ?? []).map(Math.abs);
  if (densities.length === 0) return cannotTell(compareWords.check.needsArea());
  const density_mAPerCm2 = medianOf(Float64Array.from(densities));
  const floor_mV = density_mAPerCm2 * floor_ohm_cm2;
  const measured_mV = medianBy(last, (half) => half.polarisation_mV);
  return {
    verdict: measured_mV < floor_mV * (1 - UNCERTAINTY) ? 'disagrees' : 'agrees',
    text:
      compareWords.check.ohmicFloor(measured_mV, floor_mV, density_mAPerCm2, floor_ohm_cm2) +
      (conditioning
        ? compareWords.check.plateau(conditioning.plateau_mV, conditioning.plateauInterval_mV)
        : ''),
    numbers: {
      measured_mV,
      floor_mV,
      density_mAPerCm2,
      floor_ohm_cm2,
      ...(conditioning && { plateau_mV: conditioning.plateau_mV }),
    },
  };
};
