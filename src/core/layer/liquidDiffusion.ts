/**
 * What diffusion allows the film once all of it is saturated liquid, while metal is stripped from its free side: how fast
 * it evens out, what current it could feed, how little metal is dissolved, and the profile under the user's current.
 */
import { slabProfile, boundarySpeed_cmPerS, type FoilSide } from '#core/layer/dissolvedMetal.ts';
import type { AmalgamSystem } from '#core/layer/amalgamSystem.ts';
import { molesPerMilliampereHour } from '#core/layer/hgInventory.ts';

const SECONDS_PER_HOUR = 3600;
const CM_PER_MICROMETRE = 1e-4;
/** A film on its own is followed until this share of its metal has left: then there is none at the free side. */
const NEARLY_EMPTY = 0.9;

export interface SidesOfLiquid {
  /** Since the current began. */
  readonly time_s: number;
  readonly foilSide_molPerL: number;
  readonly electrolyteSide_molPerL: number;
  /** Metal lost or made by the arithmetic, over the content: stays below 1e-6. */
  readonly imbalance: number;
}

export interface LiquidDiffusion {
  /** Of the saturated liquid that the film's mercury makes. */
  readonly thickness_um: number;
  readonly diffusivity_cm2PerS: number;
  readonly saturation_molPerL: number;
  /** L²/D. */
  readonly evensOut_s: number;
  /** z F D c/L: what a saturated foil side can feed at most. */
  readonly limitingCurrent_mAPerCm2: number;
  /** All that is dissolved, and how long it lasts at the current. */
  readonly dissolved_mAhPerCm2: number;
  readonly lasts_s: number;
  /** The film on its own, no later than shortly before it is empty. */
  readonly isolated: SidesOfLiquid;
  /** With a solid beneath that keeps the liquid saturated. */
  readonly saturatedBeneath: SidesOfLiquid;
  /** How fast the boundary to the first solid moves inwards; null where its volume is not known. */
  readonly boundary_umPerH: number | null;
}

/**
 * Null for a metal whose diffusivity in mercury was not found. `current_mAPerCm2` as a size, `time_s` how long it flows.
 * Carslaw and Jaeger's slab, by finite volumes that conserve the metal (dissolvedMetal.ts).
 */
export function liquidDiffusion(
  system: AmalgamSystem,
  hg_molPerCm2: number,
  current_mAPerCm2: number,
  time_s: number,
): LiquidDiffusion | null {
  const [liquid, solid] = system.phases;
  const { liquidDiffusivity_cm2PerS: diffusivity_cm2PerS } = system;
  if (!liquid || diffusivity_cm2PerS === null) return null;
  const thickness_cm = hg_molPerCm2 * liquid.volume_cm3PerMolHg;
  const concentration_molPerCm3 = liquid.metalPerHg / liquid.volume_cm3PerMolHg;
  const perCharge = molesPerMilliampereHour(system);
  const dissolved_mAhPerCm2 = (concentration_molPerCm3 * thickness_cm) / perCharge;
  const flux_molPerCm2S = (current_mAPerCm2 * perCharge) / SECONDS_PER_HOUR;
  const limiting_molPerCm2S = (diffusivity_cm2PerS * concentration_molPerCm3) / thickness_cm;
  const lasts_s = (dissolved_mAhPerCm2 / current_mAPerCm2) * SECONDS_PER_HOUR;
  const slab = { thickness_cm, diffusivity_cm2PerS, concentration_molPerCm3, flux_molPerCm2S };
  const sides = (foil: FoilSide, until_s: number) => sidesOf(slabProfile(slab, foil, until_s), until_s);
  return {
    thickness_um: thickness_cm / CM_PER_MICROMETRE,
    diffusivity_cm2PerS,
    saturation_molPerL: 1000 * concentration_molPerCm3,
    evensOut_s: thickness_cm ** 2 / diffusivity_cm2PerS,
    limitingCurrent_mAPerCm2: (limiting_molPerCm2S / perCharge) * SECONDS_PER_HOUR,
    dissolved_mAhPerCm2,
    lasts_s,
    isolated: sides({ kind: 'isolated' }, Math.min(time_s, NEARLY_EMPTY * lasts_s)),
    saturatedBeneath: sides({ kind: 'saturated', saturation_molPerCm3: concentration_molPerCm3 }, time_s),
    boundary_umPerH: boundaryOf(solid, flux_molPerCm2S, concentration_molPerCm3),
  };
}

function sidesOf(
  { concentration_molPerCm3, imbalance }: ReturnType<typeof slabProfile>,
  time_s: number,
): SidesOfLiquid {
  return {
    time_s,
    foilSide_molPerL: 1000 * (concentration_molPerCm3[0] ?? NaN),
    electrolyteSide_molPerL: 1000 * (concentration_molPerCm3.at(-1) ?? NaN),
    imbalance,
  };
}

function boundaryOf(
  solid: AmalgamSystem['phases'][number] | undefined,
  flux_molPerCm2S: number,
  liquid_molPerCm3: number,
): number | null {
  const solid_molPerCm3 = solid ? solid.metalPerHg / solid.volume_cm3PerMolHg : NaN;
  if (Number.isNaN(solid_molPerCm3)) return null;
  const speed_cmPerS = boundarySpeed_cmPerS(flux_molPerCm2S, solid_molPerCm3, liquid_molPerCm3);
  return (speed_cmPerS / CM_PER_MICROMETRE) * SECONDS_PER_HOUR;
}
