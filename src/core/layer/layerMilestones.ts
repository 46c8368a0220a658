import { chargePerMetalPerHg } from '#core/layer/layerTrajectory.ts';
import type { Film } from '#core/layer/layerTrajectory.ts';
import { layerState } from '#core/layer/layerState.ts';

export interface Milestone {
  /** The phase that is then the only one. */
  readonly phase: string;
  /** Charge from the start, mAh/cm²; below zero by stripping. */
  readonly charge_mAhPerCm2: number;
  readonly thickness_um: number;
}

/** How much charge turns a film on its own wholly into each of its phases, poorest first. */
export function layerMilestones(film: Film): Milestone[] {
  return film.system.phases.map(({ id, metalPerHg }) => ({
    phase: id,
    charge_mAhPerCm2: (metalPerHg - film.startMetalPerHg) * chargePerMetalPerHg(film),
    thickness_um: layerState(film.system, film.hg_molPerCm2, metalPerHg).thickness_um,
  }));
}
