/**
 * Simulated powder patterns (Cu Kα doublet) of a well-mixed sample with known weights of each phase, one width and no
 * texture. Spacings, intensities and I/Ic come from tables of an independent computation.
 */
import tables from '../fixtures/xrd/simulatedPhases.json' with { type: 'json' };
import { countedScan, CU_DOUBLET, FIRST_DEG, POINTS, STEP_DEG, type CountedScan } from './countedScan.ts';
import type { Random } from './random.ts';

export interface AmalgamFilm {
  /** Shares by weight on any scale, by id of the table. */
  readonly weights: Readonly<Record<string, number>>;
  /** Counts of the highest line. */
  readonly strongest_counts: number;
  readonly background_counts: number;
  readonly fwhm_deg: number;
  readonly eta: number;
}

interface Table {
  readonly id: string;
  readonly iOverIc: number;
  readonly peaks: readonly (readonly number[])[];
}

/** Points on either side of a line beyond which its tails are lost in the noise: 4°. */
const REACH = 200;

/** 15 … 75° in steps of 0.02°. */
export function amalgamFilm(film: AmalgamFilm, random: Random): CountedScan {
  const peaks = Object.entries(film.weights).flatMap(([id, weight]) => peaksOf(id, weight));
  const highest = Math.max(...peaks.map(({ height }) => height));
  const mean = new Float64Array(POINTS).fill(film.background_counts);
  for (const { d_A, height } of peaks) {
    for (const { wavelength_A, weight } of CU_DOUBLET) {
      const sine = wavelength_A / (2 * d_A);
      if (sine >= 1) continue;
      const counts = (height / highest) * film.strongest_counts * weight;
      addPeak(mean, (Math.asin(sine) * 360) / Math.PI, { ...film, counts });
    }
  }
  return countedScan(mean, random);
}

function peaksOf(id: string, weight: number): { readonly d_A: number; readonly height: number }[] {
  const phase = (tables as unknown as readonly Table[]).find((each) => each.id === id);
  if (!phase) throw new Error(`no table of ${id}`);
  return phase.peaks.map(([, , , d_A = NaN, intensity = NaN]) => ({
    d_A,
    height: weight * phase.iOverIc * intensity,
  }));
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
