/**
 * Simulated powder patterns (Cu Kα doublet, 15 to 75°) of known weights that no model has right: every phase is textured
 * about c (March), lines lean to low angles, each line is off at random as after few grains, and each phase absorbs in its
 * own grains. Spacings, intensities and I/Ic come from tables of an independent computation.
 */
import tables from '../fixtures/xrd/simulatedPhases.json' with { type: 'json' };
import { marchTexture } from './marchTexture.ts';
import { countedScan, CU_DOUBLET, FIRST_DEG, POINTS, STEP_DEG, type CountedScan } from './countedScan.ts';
import type { Random } from './random.ts';

export interface Imperfections {
  /** March's parameter of each phase lies between its inverse and this; 1 = no texture. */
  readonly mostMarch: number;
  /** Half width on the side of low angles over that on the other. */
  readonly lean: number;
  /** Relative standard deviations: of single lines, of whole phases. */
  readonly lines: number;
  readonly phases: number;
}

interface Table {
  readonly id: string;
  readonly iOverIc: number;
  readonly symmetry: 'cubic' | 'axial' | 'other';
  readonly c_A: number;
  /** h, k, l, spacing in Å, intensity for Cu Kα1. */
  readonly peaks: readonly (readonly [number, number, number, number, number])[];
}

interface Peak {
  readonly d_A: number;
  readonly height: number;
}

const [HALF_WIDTH_DEG, ETA, REACH] = [0.06, 0.5, 200];
const [STRONGEST_COUNTS, BACKGROUND_COUNTS] = [10_000, 100];

export function imperfectPowder(
  weights: Readonly<Record<string, number>>,
  imperfect: Imperfections,
  random: Random,
): CountedScan {
  const peaks = Object.entries(weights).flatMap(([id, weight]) => peaksOf(id, weight, imperfect, random));
  const highest = Math.max(...peaks.map(({ height }) => height));
  const mean = new Float64Array(POINTS).fill(BACKGROUND_COUNTS);
  for (const { d_A, height } of peaks) {
    for (const { wavelength_A, weight } of CU_DOUBLET) {
      const sine = wavelength_A / (2 * d_A);
      if (sine >= 1) continue;
      const counts = (height / highest) * STRONGEST_COUNTS * weight;
      addPeak(mean, (Math.asin(sine) * 360) / Math.PI, counts, imperfect.lean);
    }
  }
  return countedScan(mean, random);
}

function peaksOf(
  id: string,
  weight: number,
  { mostMarch, lines, phases }: Imperfections,
  random: Random,
): Peak[] {
  const phase = (tables as unknown as readonly Table[]).find((each) => each.id === id);
  if (!phase) throw new Error(`no table of ${id}`);
  const march = mostMarch ** (2 * random.uniform() - 1);
  const scale = weight * phase.iOverIc * Math.exp(phases * random.normal());
  return phase.peaks.map(([h, k, l, d_A, intensity]) => {
    const factor = marchTexture(phase, [h, k, l, d_A], march) * Math.exp(lines * random.normal());
    return { d_A, height: scale * intensity * factor };
  });
}

function addPeak(mean: Float64Array, centre_deg: number, counts: number, lean: number): void {
  const nearest = Math.round((centre_deg - FIRST_DEG) / STEP_DEG);
  for (let i = Math.max(0, nearest - REACH); i <= Math.min(POINTS - 1, nearest + REACH); i += 1) {
    const away = FIRST_DEG + STEP_DEG * i - centre_deg;
    const square = (away / (away < 0 ? HALF_WIDTH_DEG * lean : HALF_WIDTH_DEG)) ** 2;
    mean[i] = (mean[i] ?? 0) + counts * (ETA / (1 + square) + (1 - ETA) * Math.exp(-Math.LN2 * square));
  }
}
