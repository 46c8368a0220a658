/**
 * A simulated powder scan (Cu Kα doublet, Bragg-Brentano) of a known mixture. Spacings and relative intensities come
 * from tables of an independent computation; heights follow the weight fractions by I/Ic.
 */
import tables from '../fixtures/xrd/simulatedPhases.json';
import type { Random } from './random.ts';

interface TabledPhase {
  readonly id: string;
  readonly iOverIc: number;
  /** h, k, l, spacing in Å, intensity for Cu Kα1. */
  readonly peaks: readonly (readonly [number, number, number, number, number])[];
}

/** Hölzer et al., Phys. Rev. A 56 (1997) 4554. */
export const KA1_A = 1.5405929;
export const KA2_A = 1.5444274;
export const KA2_TO_KA1 = 0.5;

export const START_DEG = 10;
export const STEP_DEG = 0.02;
const POINTS = 3501;
const RADIUS_MM = 150;
const BACKGROUND_COUNTS = 120;
const STRONGEST_COUNTS = 9000;
const ETA = 0.5;
const RADIAN = Math.PI / 180;

export interface SimulatedScan {
  readonly comment: string;
  readonly sample: string;
  readonly startedAt_ms: number;
  readonly countingTime_s: number;
  /** At `START_DEG`, then every `STEP_DEG`. */
  readonly counts: readonly number[];
}

/** Counts of a mixture, given as phase and weight percent. Zero shift and height of the specimen are drawn. */
export function scanCounts(content: readonly (readonly [string, number])[], random: Random): number[] {
  const mean = Array.from({ length: POINTS }, (_, i) => background(START_DEG + STEP_DEG * i));
  const zero_deg = 0.04 * (random.uniform() - 0.5);
  const displacement_mm = 0.16 * (random.uniform() - 0.5);
  for (const { d_A, height } of linesOf(content)) {
    for (const [wavelength_A, weight] of [
      [KA1_A, 1],
      [KA2_A, KA2_TO_KA1],
    ] as const) {
      const theta = Math.asin(wavelength_A / (2 * d_A));
      if (!(theta > 0)) continue;
      const shift_deg = zero_deg - (2 * displacement_mm * Math.cos(theta)) / RADIUS_MM / RADIAN;
      const centre_deg = (2 * theta) / RADIAN + shift_deg;
      addLine(mean, centre_deg, { height: height * weight, width_deg: 0.09 + 0.05 * Math.tan(theta) });
    }
  }
  // Counting noise: the normal approximation of Poisson's law, which is close from some tens of counts on.
  return mean.map((value) => Math.max(0, Math.round(value + Math.sqrt(value) * random.normal())));
}

/** Air scatter towards small angles. */
function background(twoTheta_deg: number): number {
  return BACKGROUND_COUNTS * (1 + 1.5 * (START_DEG / twoTheta_deg) ** 2);
}

interface Line {
  readonly d_A: number;
  readonly height: number;
}

function linesOf(content: readonly (readonly [string, number])[]): readonly Line[] {
  const all = content.flatMap(([id, percent]) => {
    const phase = (tables as unknown as readonly TabledPhase[]).find((each) => each.id === id);
    if (!phase) throw new Error(`no table of ${id}`);
    return phase.peaks.map(([, , , d_A, relative]) => ({ d_A, height: percent * phase.iOverIc * relative }));
  });
  const highest = all.reduce((most, { height }) => Math.max(most, height), 0);
  return all.map(({ d_A, height }) => ({ d_A, height: (height / highest) * STRONGEST_COUNTS }));
}

interface Shape {
  readonly height: number;
  readonly width_deg: number;
}

/** A pseudo-Voigt line, followed to where it has less than a ten-thousandth of its height. */
function addLine(mean: number[], centre_deg: number, { height, width_deg }: Shape): void {
  const reach_deg = 40 * width_deg;
  const from = Math.max(0, Math.floor((centre_deg - reach_deg - START_DEG) / STEP_DEG));
  const to = Math.min(mean.length - 1, Math.ceil((centre_deg + reach_deg - START_DEG) / STEP_DEG));
  for (let i = from; i <= to; i += 1) {
    const square = ((2 * (START_DEG + STEP_DEG * i - centre_deg)) / width_deg) ** 2;
    mean[i] = (mean[i] ?? 0) + height * (ETA / (1 + square) + (1 - ETA) * Math.exp(-Math.LN2 * square));
  }
}
