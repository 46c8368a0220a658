/** When weight fractions from a pattern cannot mean those of the bulk. */
import { informationDepth_um } from '#core/xrd/layerModel.ts';

export interface DepthPhase {
  readonly id: string;
  readonly mu_perCm: number;
  /** Of the line or lines that the amount rests on. */
  readonly twoTheta_deg: number;
  readonly weightFraction: number;
}

export interface SampleShape {
  /** The phase below the film, if its lines are among those seen. */
  readonly substrate?: string;
  /** Of the film, where it is known. */
  readonly thickness_um?: number;
}

export interface PhaseDepth {
  readonly id: string;
  readonly twoTheta_deg: number;
  /** 99 % of the signal comes from above it. */
  readonly t99_um: number;
}

export type FractionDoubt =
  /** Substrate and film are layers: their ratio tells the thickness, not a composition. */
  | { readonly code: 'substrate-seen'; readonly substrate: string }
  /** What lies deeper is not seen; the layer is thinner than that, so intensities are not those of an endless one. */
  | { readonly code: 'thinner-than-depth'; readonly phase: string; readonly t99_um: number }
  /** Brindley: with grains coarser than that the strong absorber is underrated. */
  | { readonly code: 'microabsorption'; readonly phase: string; readonly largestGrain_um: number };

export interface DepthReport {
  readonly depths: readonly PhaseDepth[];
  /** Empty: nothing known speaks against a bulk fraction. */
  readonly doubts: readonly FractionDoubt[];
}

/** |µ − mean µ|·D up to which powders count as fine: Brindley, Phil. Mag. 36 (1945) 347. */
const FINE_POWDER = 0.01;
/** Grains of a ground powder reach this size. */
const USUAL_GRAIN_UM = 1;
const MICROMETRE_PER_CM = 1e4;

/** Phases of which µ is not known are left out. */
export function fractionDoubts(phases: readonly DepthPhase[], shape: SampleShape = {}): DepthReport {
  const known = phases.filter(({ mu_perCm }) => mu_perCm > 0);
  const depths = known.map(({ id, twoTheta_deg, mu_perCm }) => ({
    id,
    twoTheta_deg,
    t99_um: informationDepth_um(mu_perCm, twoTheta_deg),
  }));
  const doubts = [...substrateDoubt(phases, shape), ...thicknessDoubts(depths, shape), ...grainDoubts(known)];
  return { depths, doubts };
}

function substrateDoubt(phases: readonly DepthPhase[], { substrate }: SampleShape): FractionDoubt[] {
  if (substrate === undefined || phases.length < 2) return [];
  const isSeen = phases.some(({ id, weightFraction }) => id === substrate && weightFraction > 0);
  return isSeen ? [{ code: 'substrate-seen', substrate }] : [];
}

function thicknessDoubts(
  depths: readonly PhaseDepth[],
  { thickness_um, substrate }: SampleShape,
): FractionDoubt[] {
  if (thickness_um === undefined) return [];
  return depths
    .filter(({ id, t99_um }) => id !== substrate && thickness_um < t99_um)
    .map(({ id, t99_um }) => ({ code: 'thinner-than-depth', phase: id, t99_um }));
}

/** The mean is weighed by what the fractions say, which is near enough to tell strong absorbers from weak ones. */
function grainDoubts(phases: readonly DepthPhase[]): FractionDoubt[] {
  const whole = phases.reduce((sum, { weightFraction }) => sum + weightFraction, 0);
  const mean =
    phases.reduce((sum, { weightFraction, mu_perCm }) => sum + weightFraction * mu_perCm, 0) / whole;
  if (phases.length < 2 || !(whole > 0)) return [];
  return phases.flatMap(({ id, mu_perCm, weightFraction }): FractionDoubt[] => {
    const largestGrain_um = (FINE_POWDER / Math.abs(mu_perCm - mean)) * MICROMETRE_PER_CM;
    if (!(weightFraction > 0) || largestGrain_um >= USUAL_GRAIN_UM) return [];
    return [{ code: 'microabsorption', phase: id, largestGrain_um }];
  });
}
