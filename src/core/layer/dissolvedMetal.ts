import { solveTridiagonal } from '#core/numeric/solveTridiagonal.ts';

const MOST_TERMS = 10_000;

/** Liquid amalgam between the foil (x = 0) and the electrolyte (x = L), in which dissolved metal diffuses. */
export interface LiquidSlab {
  readonly thickness_cm: number;
  /** cm²/s; 8.65e-6 for lithium in mercury at 25 °C. */
  readonly diffusivity_cm2PerS: number;
  /** mol/cm³ everywhere at the start. */
  readonly concentration_molPerCm3: number;
  /** mol/(cm² s) that leave through the electrolyte side when stripped: j/(zF). */
  readonly flux_molPerCm2S: number;
}

/**
 * Concentration at depth x after t seconds when nothing comes from the foil; the series of Carslaw and Jaeger, Conduction of
 * Heat in Solids, 3.8, for a slab with constant flux on one side. Early times need many terms: it ends when they no
 * longer count.
 */
export function isolatedConcentration(slab: LiquidSlab, x_cm: number, time_s: number): number {
  const { thickness_cm: length, diffusivity_cm2PerS: diffusivity, flux_molPerCm2S: flux } = slab;
  const fourier = (diffusivity * time_s) / length ** 2;
  const relative = x_cm / length;
  let series = 0;
  for (let n = 1; n <= MOST_TERMS; n += 1) {
    const decay = Math.exp(-fourier * (n * Math.PI) ** 2);
    if (decay < Number.EPSILON) break;
    series += ((n % 2 === 0 ? 1 : -1) * decay * Math.cos(n * Math.PI * relative)) / n ** 2;
  }
  const shape = fourier + (3 * relative ** 2 - 1) / 6 - (2 / Math.PI ** 2) * series;
  return slab.concentration_molPerCm3 - ((flux * length) / diffusivity) * shape;
}

/** What holds at the foil's side. */
export type FoilSide =
  | { readonly kind: 'isolated' }
  /** Metal enters at k(c_eq − c), cm/s times mol/cm³. */
  | { readonly kind: 'exchange'; readonly rate_cmPerS: number; readonly equilibrium_molPerCm3: number }
  /** A solid beneath keeps the liquid saturated. */
  | { readonly kind: 'saturated'; readonly saturation_molPerCm3: number };

export interface SlabProfile {
  /** mol/cm³ in the middle of equal cells from the foil to the electrolyte. */
  readonly concentration_molPerCm3: Float64Array;
  /** mol/cm² that entered from the foil. */
  readonly entered_molPerCm2: number;
  /** |content − start − entered + left| over the content at the start: must stay below 1e-6. */
  readonly imbalance: number;
}

export interface SlabGrid {
  readonly cells: number;
  readonly steps: number;
}

interface FoilTerms {
  /** Flux into the film as conductance·(reference − c of the first cell). */
  readonly conductance_cmPerS: number;
  readonly reference_molPerCm3: number;
}

/**
 * The profile after `time_s` by finite volumes and backward Euler steps, which conserve the metal to rounding whatever the
 * step and never swing. First order in time: halve the step to see how much it matters.
 */
export function slabProfile(
  slab: LiquidSlab,
  foil: FoilSide,
  time_s: number,
  { cells, steps }: SlabGrid = { cells: 200, steps: 400 },
): SlabProfile {
  const width = slab.thickness_cm / cells;
  const terms = foilTerms(slab, foil, width);
  const dt = time_s / steps;
  const concentration = new Float64Array(cells).fill(slab.concentration_molPerCm3);
  let entered = 0;
  for (let step = 0; step < steps; step += 1) {
    advance(concentration, slab, terms, { width, dt });
    entered += dt * terms.conductance_cmPerS * (terms.reference_molPerCm3 - (concentration[0] ?? NaN));
  }
  const start = slab.concentration_molPerCm3 * slab.thickness_cm;
  const content = width * concentration.reduce((sum, value) => sum + value, 0);
  const left = slab.flux_molPerCm2S * time_s;
  return {
    concentration_molPerCm3: concentration,
    entered_molPerCm2: entered,
    imbalance: Math.abs(content - start - entered + left) / start,
  };
}

/** The resistance of half a cell lies between the foil and the middle of the first cell. */
function foilTerms(slab: LiquidSlab, foil: FoilSide, width: number): FoilTerms {
  const half = (2 * slab.diffusivity_cm2PerS) / width;
  if (foil.kind === 'isolated') return { conductance_cmPerS: 0, reference_molPerCm3: 0 };
  if (foil.kind === 'saturated')
    return { conductance_cmPerS: half, reference_molPerCm3: foil.saturation_molPerCm3 };
  const conductance_cmPerS = (half * foil.rate_cmPerS) / (half + foil.rate_cmPerS);
  return { conductance_cmPerS, reference_molPerCm3: foil.equilibrium_molPerCm3 };
}

function advance(
  concentration: Float64Array,
  slab: LiquidSlab,
  foil: FoilTerms,
  { width, dt }: { width: number; dt: number },
): void {
  const last = concentration.length - 1;
  const between = (slab.diffusivity_cm2PerS * dt) / width ** 2;
  const fromFoil = (foil.conductance_cmPerS * dt) / width;
  const diagonal = concentration.map((_, i) => 1 + (i > 0 ? between : fromFoil) + (i < last ? between : 0));
  const side = new Float64Array(last).fill(-between);
  concentration[0] = (concentration[0] ?? NaN) + fromFoil * foil.reference_molPerCm3;
  concentration[last] = (concentration[last] ?? NaN) - (slab.flux_molPerCm2S * dt) / width;
  solveTridiagonal({ lower: side, diagonal, upper: side }, concentration);
}

/**
 * How fast the boundary between liquid and the solid beneath moves away from the electrolyte when stripped, cm/s:
 * flux over the difference of their concentrations, the change of volume neglected.
 */
export function boundarySpeed_cmPerS(
  flux_molPerCm2S: number,
  solid_molPerCm3: number,
  liquid_molPerCm3: number,
): number {
  return flux_molPerCm2S / (solid_molPerCm3 - liquid_molPerCm3);
}
