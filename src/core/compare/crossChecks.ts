/** The registry of checks between techniques, and their lines for the cells of a study. */
import type { CellEvidence } from '#core/compare/cellEvidence.ts';
import type { CheckCell, CrossCheck, CrossCheckId } from '#core/compare/checks/crossCheck.ts';
import { efficiencyAgainstRetention } from '#core/compare/checks/efficiencyAgainstRetention.ts';
import { interceptChange } from '#core/compare/checks/interceptChange.ts';
import { layerCapacity } from '#core/compare/checks/layerCapacity.ts';
import { layerThickness } from '#core/compare/checks/layerThickness.ts';
import { ohmicFloor } from '#core/compare/checks/ohmicFloor.ts';
import { phaseVoltage } from '#core/compare/checks/phaseVoltage.ts';
import { polarisationAgainstImpedance } from '#core/compare/checks/polarisationAgainstImpedance.ts';

const CHECKS: readonly (readonly [CrossCheckId, CheckCell])[] = [
  ['polarisation-impedance', polarisationAgainstImpedance],
  ['ohmic-floor', ohmicFloor],
  ['intercept-change', interceptChange],
  ['layer-thickness', layerThickness],
  ['layer-capacity', layerCapacity],
  ['phase-voltage', phaseVoltage],
  ['efficiency-retention', efficiencyAgainstRetention],
];

/** Check after check, each over the cells it concerns. Cells left out of the study are left out here. */
export function crossChecks(cells: readonly CellEvidence[]): readonly CrossCheck[] {
  const included = cells.filter(({ cell }) => cell.exclusionReason === null);
  return CHECKS.flatMap(([check, checkCell]) =>
    included.flatMap((evidence) => {
      const outcome = checkCell(evidence);
      return outcome ? [{ check, cell: evidence.cell.name, ...outcome }] : [];
    }),
  );
}
