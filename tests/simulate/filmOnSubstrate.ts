/**
 * Simulated powder patterns (Cu Kα doublet) of a closed, even film on a thick substrate in symmetric reflection, on one
 * absolute scale for all patterns. Spacings, intensities, I/Ic, densities and attenuation come from tables of an
 * independent computation; of a phase alone and endless I ∝ (I/Ic)·ρ/µ.
 */
import tables from '../fixtures/xrd/simulatedPhases.json' with { type: 'json' };
import { countedScan, CU_DOUBLET, FIRST_DEG, POINTS, STEP_DEG, type CountedScan } from './countedScan.ts';
import type { Random } from './random.ts';

export interface FilmOnSubstrate {
  /** Shares by weight on any scale, by id; empty: the bare substrate. */
  readonly film: Readonly<Record<string, number>>;
  readonly substrate: string;
  readonly thickness_um: number;
  /** Of the strongest line of the bare substrate. */
  readonly strongest_counts: number;
  readonly background_counts: number;
  readonly fwhm_deg: number;
  readonly eta: number;
}

/** g/cm³ and 1/cm at Cu Kα1. */
const BULK: Readonly<Record<string, { readonly density: number; readonly mu: number }>> = {
  LiHg3: { density: 12.4275, mu: 2590.5 },
  LiHg: { density: 9.7036, mu: 1977.7 },
  Li3Hg: { density: 5.2072, mu: 994.9 },
  Li: { density: 0.5333, mu: 0.3 },
  'LLTO-tet': { density: 4.9488, mu: 1056 },
  'LLTO-cub': { density: 4.8319, mu: 979.5 },
};

const REACH = 200;

/** 15 … 75° in steps of 0.02°. */
export function filmOnSubstrate(sample: FilmOnSubstrate, random: Random): CountedScan {
  const mean = new Float64Array(POINTS).fill(sample.background_counts);
  const below = bulkOf(sample.substrate);
  const whole = sample.strongest_counts / (endless(sample.substrate) * 100);
  const parts = filmParts(sample.film);
  const mu = parts.reduce((sum, { volume, id }) => sum + volume * bulkOf(id).mu, 0);
  const through = (sine: number) => Math.exp((-2 * mu * sample.thickness_um * 1e-4) / sine);
  addPhase(mean, sample, sample.substrate, (sine) => whole * endless(sample.substrate) * through(sine));
  for (const { id, volume } of parts) {
    const share = (volume * bulkOf(id).mu) / mu;
    addPhase(mean, sample, id, (sine) => whole * endless(id) * share * (1 - through(sine)));
  }
  if (!(below.mu > 0)) throw new Error(sample.substrate);
  return countedScan(mean, random);
}

function bulkOf(id: string): { readonly density: number; readonly mu: number } {
  const bulk = BULK[id];
  if (!bulk) throw new Error(`no bulk values of ${id}`);
  return bulk;
}

interface Table {
  readonly id: string;
  readonly iOverIc: number;
  readonly peaks: readonly (readonly number[])[];
}

function tableOf(id: string): Table {
  const found = (tables as unknown as readonly Table[]).find((each) => each.id === id);
  if (!found) throw new Error(`no table of ${id}`);
  return found;
}

/** Of the strongest line, with nothing else in the beam. */
function endless(id: string): number {
  return (tableOf(id).iOverIc * bulkOf(id).density) / bulkOf(id).mu;
}

function filmParts(
  weights: Readonly<Record<string, number>>,
): { readonly id: string; readonly volume: number }[] {
  const parts = Object.entries(weights).map(([id, weight]) => ({ id, volume: weight / bulkOf(id).density }));
  const whole = parts.reduce((sum, { volume }) => sum + volume, 0);
  return parts.map(({ id, volume }) => ({ id, volume: volume / whole }));
}

function addPhase(
  mean: Float64Array,
  shape: FilmOnSubstrate,
  id: string,
  countsPerIntensity: (sine: number) => number,
): void {
  for (const [, , , d_A = NaN, intensity = NaN] of tableOf(id).peaks) {
    for (const { wavelength_A, weight } of CU_DOUBLET) {
      const sine = wavelength_A / (2 * d_A);
      const counts = weight * intensity * countsPerIntensity(sine);
      if (sine < 1) addPeak(mean, (Math.asin(sine) * 360) / Math.PI, { ...shape, counts });
    }
  }
}

function addPeak(
  mean: Float64Array,
  centre_deg: number,
  { counts, fwhm_deg, eta }: { readonly counts: number; readonly fwhm_deg: number; readonly eta: number },
): void {
  const nearest = Math.round((centre_deg - FIRST_DEG) / STEP_DEG);
  for (let i = Math.max(0, nearest - REACH); i <= Math.min(POINTS - 1, nearest + REACH); i += 1) {
    const square = ((2 * (FIRST_DEG + STEP_DEG * i - centre_deg)) / fwhm_deg) ** 2;
    mean[i] = (mean[i] ?? 0) + counts * (eta / (1 + square) + (1 - eta) * Math.exp(-Math.LN2 * square));
  }
}
