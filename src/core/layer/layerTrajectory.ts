import type { AmalgamSystem } from '#core/layer/amalgamSystem.ts';
import { molesPerMilliampereHour } from '#core/layer/hgInventory.ts';
import { layerState } from '#core/layer/layerState.ts';
import type { LayerState } from '#core/layer/layerState.ts';
import { takeUp } from '#core/layer/metalUptake.ts';

/** A film and what lies under it. */
export interface Film {
  readonly system: AmalgamSystem;
  readonly hg_molPerCm2: number;
  /** Atoms of metal for each of mercury at the start. */
  readonly startMetalPerHg: number;
  /**
   * How fast metal comes back from a foil under the film: dy/dt = k(y_full − y), 1/h. 0 is a film on its own, an upper
   * bound of the liquid; Infinity keeps the film full and never liquid. The truth lies between.
   */
  readonly exchange_perHour: number;
}

/** A stretch of constant current; positive plates metal onto this electrode, negative strips it. */
export interface CurrentStep {
  readonly duration_h: number;
  readonly current_mAPerCm2: number;
}

export interface LayerPoint extends LayerState {
  readonly time_h: number;
  /** Charge passed since the start, plating positive. */
  readonly charge_mAhPerCm2: number;
  /** Charge that the amalgam could not give, so that it came from elsewhere: the foil, or nothing. */
  readonly exhausted_mAhPerCm2: number;
}

interface Progress {
  readonly time_h: number;
  readonly charge_mAhPerCm2: number;
  readonly metalPerHg: number;
  readonly exhausted_mAhPerCm2: number;
}

/** The layer along a protocol: the state at the start and after each step, in order. */
export function layerTrajectory(film: Film, steps: readonly CurrentStep[]): LayerPoint[] {
  let now: Progress = {
    time_h: 0,
    charge_mAhPerCm2: 0,
    metalPerHg: film.exchange_perHour === Infinity ? fullMetalPerHg(film) : film.startMetalPerHg,
    exhausted_mAhPerCm2: 0,
  };
  const points = [now];
  for (const step of steps) points.push((now = afterStep(film, now, step)));
  return points.map((at) => ({ ...at, ...layerState(film.system, film.hg_molPerCm2, at.metalPerHg) }));
}

/** The content beyond which metal stays beside the amalgam. */
function fullMetalPerHg({ system }: Film): number {
  return system.phases.at(-1)?.metalPerHg ?? 0;
}

/** Charge for one atom of metal to each of mercury, mAh/cm². */
export function chargePerMetalPerHg({ system, hg_molPerCm2 }: Film): number {
  return hg_molPerCm2 / molesPerMilliampereHour(system);
}

function afterStep(film: Film, before: Progress, { duration_h, current_mAPerCm2 }: CurrentStep): Progress {
  const unit = chargePerMetalPerHg(film);
  const { metalPerHg, missing } = takeUp(
    {
      rate_perHour: current_mAPerCm2 / unit,
      exchange_perHour: film.exchange_perHour,
      full: fullMetalPerHg(film),
    },
    before.metalPerHg,
    duration_h,
  );
  return {
    time_h: before.time_h + duration_h,
    charge_mAhPerCm2: before.charge_mAhPerCm2 + current_mAPerCm2 * duration_h,
    metalPerHg,
    exhausted_mAhPerCm2: before.exhausted_mAhPerCm2 + missing * unit,
  };
}
