import type { AmalgamPhase, AmalgamSystem } from '#core/layer/amalgamSystem.ts';
import { moleFractionOf } from '#core/layer/amalgamSystem.ts';

const MICROMETRE_PER_CM = 1e4;

/** What the layer is made of at one composition, if its phases are those of equilibrium at 25 °C. */
export interface LayerState {
  /** Atoms of metal in the amalgam, and beside it once its last phase is full, for each of mercury. */
  readonly metalPerHg: number;
  /** The phases there and which share of the mercury each holds. */
  readonly phases: readonly { readonly id: string; readonly hgFraction: number }[];
  /** By volume of the amalgam; NaN where a volume is not known. */
  readonly liquidVolumeFraction: number;
  /** Of the dense amalgam, without pores and without metal beside it. */
  readonly thickness_um: number;
  /** Metal that the amalgam no longer takes up. */
  readonly freeMetal_um: number;
  /** Against the pure metal; NaN where it is not known. */
  readonly potential_V: number;
  readonly potentialError_V: number;
  /** The composition lies beyond the last phase whose successor is known: nothing more can be said. */
  readonly isBeyondModel: boolean;
}

/**
 * The state by the lever rule: between two phases the share of mercury in the richer one is
 * (y − y_poor)/(y_rich − y_poor). Below saturation there is liquid alone.
 */
export function layerState(system: AmalgamSystem, hg_molPerCm2: number, metalPerHg: number): LayerState {
  const last = system.phases.length - 1;
  const rich = system.phases.findIndex((phase) => metalPerHg <= phase.metalPerHg);
  if (rich === 0) return liquidState(system, hg_molPerCm2, metalPerHg);
  if (rich < 0) return fullState(system, hg_molPerCm2, metalPerHg);
  const [poorer, richer] = [system.phases[rich - 1], system.phases[Math.min(rich, last)]];
  if (!poorer || !richer) throw new Error('phases are in the order of their content');
  const share = (metalPerHg - poorer.metalPerHg) / (richer.metalPerHg - poorer.metalPerHg);
  const present = [
    { phase: poorer, hgFraction: 1 - share },
    { phase: richer, hgFraction: share },
  ].filter(({ hgFraction }) => hgFraction > 0);
  const volume = volumeOf(present);
  return {
    metalPerHg,
    phases: present.map(({ phase: { id }, hgFraction }) => ({ id, hgFraction })),
    liquidVolumeFraction: liquidFraction(present, volume),
    thickness_um: hg_molPerCm2 * volume * MICROMETRE_PER_CM,
    freeMetal_um: 0,
    potential_V: system.plateaus_V[rich - 1] ?? NaN,
    potentialError_V: system.plateauErrors_V[rich - 1] ?? NaN,
    isBeyondModel: false,
  };
}

type Present = readonly { readonly phase: AmalgamPhase; readonly hgFraction: number }[];

function volumeOf(present: Present): number {
  return present.reduce((sum, { phase, hgFraction }) => sum + hgFraction * phase.volume_cm3PerMolHg, 0);
}

/** None where no liquid is there, whatever the volumes of the solids are. */
function liquidFraction(present: Present, volume: number): number {
  const liquid = present.filter(({ phase }) => phase.isLiquid);
  return liquid.length === 0 ? 0 : volumeOf(liquid) / volume;
}

function liquidState(system: AmalgamSystem, hg_molPerCm2: number, metalPerHg: number): LayerState {
  const [liquid] = system.phases;
  if (!liquid) throw new Error('a system has a liquid');
  const lacking = (liquid.metalPerHg - metalPerHg) * system.dissolvedVolume_cm3PerMol;
  return {
    metalPerHg,
    phases: [{ id: liquid.id, hgFraction: 1 }],
    liquidVolumeFraction: 1,
    thickness_um: hg_molPerCm2 * (liquid.volume_cm3PerMolHg - lacking) * MICROMETRE_PER_CM,
    freeMetal_um: 0,
    potential_V: metalPerHg > 0 ? system.liquidPotential_V(moleFractionOf(metalPerHg)) : NaN,
    potentialError_V: 0.005,
    isBeyondModel: false,
  };
}

function fullState(system: AmalgamSystem, hg_molPerCm2: number, metalPerHg: number): LayerState {
  const last = system.phases.at(-1);
  if (!last) throw new Error('a system has phases');
  const free_molPerCm2 = hg_molPerCm2 * (metalPerHg - last.metalPerHg);
  return {
    metalPerHg,
    phases: [{ id: last.id, hgFraction: 1 }],
    liquidVolumeFraction: last.isLiquid ? 1 : 0,
    thickness_um: hg_molPerCm2 * last.volume_cm3PerMolHg * MICROMETRE_PER_CM,
    freeMetal_um: free_molPerCm2 * system.metalVolume_cm3PerMol * MICROMETRE_PER_CM,
    potential_V: system.plateaus_V.at(-1) ?? NaN,
    potentialError_V: system.plateauErrors_V.at(-1) ?? NaN,
    isBeyondModel: Number.isNaN(system.metalVolume_cm3PerMol),
  };
}
