import type { CellFacts } from '#core/cycling/cellFacts.ts';
import type { CyclingTrace } from '#core/cycling/cyclingTrace.ts';
import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import { irDrop, type IrDrop } from '#core/cycling/irDrop.ts';
import type { HalfCycleMeasures } from '#core/cycling/measureHalfCycle.ts';
import { ohmicFloor_ohm_cm2 } from '#core/cycling/ohmicFloor.ts';
import { saltTransport, sandTime_s } from '#core/cycling/sandTime.ts';
import { platedThickness_um } from '#core/metalConstants.ts';

/** What a half cycle tells beside current, capacity and polarisation. */
export interface HalfCycleDetail {
  /** At the step of the current it begins with. */
  readonly irDrop: IrDrop;
  readonly initialPeak_mV: number | null;
  /** A step between two levels inside it, and the charge passed before it. */
  readonly innerStep: { readonly capacity_mAh: number; readonly jump_mV: number } | null;
  /** Polarisation over current density: per cell, both interfaces and the electrolyte. Null without an area. */
  readonly areaResistance_ohm_cm2: number | null;
  /** What the electrolyte alone must take; null where its L/σ or the area is not known. */
  readonly ohmicFloor_mV: number | null;
  /** Null where refused; why is told at the top. */
  readonly sandTime_s: number | null;
  /** Of dense metal plated or stripped; null without metal or area. */
  readonly metalThickness_um: number | null;
}

export interface DetailContext {
  readonly measures: HalfCycleMeasures;
  readonly area_cm2: number | null;
  readonly cell: CellFacts;
}

export function halfCycleDetail(
  trace: CyclingTrace,
  halfCycle: HalfCycle,
  context: DetailContext,
): HalfCycleDetail {
  const { initialPeak_V: peak_V, innerStep: step } = context.measures;
  return {
    irDrop: irDrop(trace, halfCycle.firstRow),
    initialPeak_mV: peak_V === null ? null : 1000 * peak_V,
    innerStep: step && {
      capacity_mAh: step.share * 1000 * halfCycle.capacity_Ah,
      jump_mV: 1000 * step.jump_V,
    },
    ...perArea(halfCycle, context),
  };
}

const NO_AREA = {
  areaResistance_ohm_cm2: null,
  ohmicFloor_mV: null,
  sandTime_s: null,
  metalThickness_um: null,
};

function perArea(halfCycle: HalfCycle, { measures: { middle }, area_cm2, cell }: DetailContext) {
  if (area_cm2 === null) return NO_AREA;
  const size_mAPerCm2 = (1000 * Math.abs(middle.current_A)) / area_cm2;
  const electrolyte_ohm_cm2 = ohmicFloor_ohm_cm2(cell);
  const transport = saltTransport(cell);
  const capacity_mAhPerCm2 = (1000 * halfCycle.capacity_Ah) / area_cm2;
  return {
    areaResistance_ohm_cm2: (1000 * middle.polarisation_V) / size_mAPerCm2,
    ohmicFloor_mV: electrolyte_ohm_cm2 === null ? null : size_mAPerCm2 * electrolyte_ohm_cm2,
    sandTime_s: transport.ok ? sandTime_s(transport.salt, size_mAPerCm2) : null,
    metalThickness_um: cell.metal === null ? null : platedThickness_um(cell.metal, capacity_mAhPerCm2),
  };
}
