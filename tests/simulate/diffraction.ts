/**
 * Simulated powder patterns (Cu Kα doublet) of lithium amalgams on LLTO and other lithium compounds, with what spoils
 * real ones. Angles and relative intensities come from tables of an independent computation.
 */
import tables from '../fixtures/xrd/simulatedPhases.json';
import { marchTexture } from './marchTexture.ts';
import type { Random } from './random.ts';

interface TabledPhase {
  readonly id: string;
  readonly iOverIc: number;
  readonly symmetry: 'cubic' | 'axial' | 'other';
  readonly c_A: number;
  /** h, k, l, spacing in Å, intensity for Cu Kα1. */
  readonly peaks: readonly (readonly [number, number, number, number, number])[];
}

export interface SimulatedPattern {
  readonly twoTheta_deg: Float64Array;
  readonly intensity_counts: Float64Array;
  /** Weight percent of the phases that are in it. */
  readonly content: ReadonlyMap<string, number>;
}

const AMALGAMS = ['LiHg3', 'LiHg', 'Li3Hg'];
const OTHERS = ['LLTO-cub', 'LLTO-tet', 'Li', 'Li2O', 'LiOH', 'Li2CO3'];
const WITHOUT_AMALGAM = 0.15;
const [KA1_A, KA2_A] = [1.5405929, 1.5444274];
const RADIUS_MM = 150;
const RADIAN = Math.PI / 180;

function tableOf(id: string): TabledPhase {
  const found = (tables as unknown as readonly TabledPhase[]).find((phase) => phase.id === id);
  if (!found) throw new Error(`no table of ${id}`);
  return found;
}

/** 15 … 75° in steps of 0.02°. */
export function simulatedPattern(random: Random): SimulatedPattern {
  const twoTheta_deg = Float64Array.from({ length: 3001 }, (_, i) => 15 + 0.02 * i);
  const content = randomContent(random);
  const mean = backgroundOf(twoTheta_deg, random);
  const strongest = logBetween(random, 1500, 40_000);
  addPeaks(mean, [...linesOf(content, strongest, random), ...impurity(strongest, random)], random);
  const intensity_counts = mean.map((value) => counted(value, random));
  return { twoTheta_deg, intensity_counts, content };
}

function between(random: Random, least: number, most: number): number {
  return least + (most - least) * random.uniform();
}

function logBetween(random: Random, least: number, most: number): number {
  return least * (most / least) ** random.uniform();
}

function oneOf<T>(random: Random, values: readonly T[]): T {
  const value = values[Math.floor(random.uniform() * values.length)];
  if (value === undefined) throw new Error('nothing to choose from');
  return value;
}

/** One to three phases; those after the first share 0.5 … 60 wt% each. */
function randomContent(random: Random): Map<string, number> {
  const hasAmalgam = random.uniform() >= WITHOUT_AMALGAM;
  const count = 1 + Math.floor(random.uniform() * 3);
  const chosen = new Set<string>(hasAmalgam ? [oneOf(random, AMALGAMS)] : []);
  while (chosen.size < count || chosen.size === 0) {
    const pool = hasAmalgam && random.uniform() < 0.25 ? AMALGAMS : OTHERS;
    chosen.add(oneOf(random, pool));
  }
  const [main, ...minor] = [...chosen].sort(() => random.uniform() - 0.5);
  const shares = minor.map(() => logBetween(random, 0.5, 60));
  const scale = Math.min(1, 90 / shares.reduce((sum, share) => sum + share, 1e-9));
  const content = new Map(minor.map((id, i) => [id, scale * (shares[i] ?? 0)]));
  const rest = 100 - [...content.values()].reduce((sum, share) => sum + share, 0);
  return main === undefined ? content : content.set(main, rest);
}

function backgroundOf(twoTheta_deg: Float64Array, random: Random): Float64Array {
  const level = logBetween(random, 40, 800);
  const slope = between(random, 0, 3);
  const halo = random.uniform() < 0.3 ? level * between(random, 0.2, 3) : 0;
  return twoTheta_deg.map((angle) => {
    const smooth = level * (1 + slope * (15 / angle) ** 2);
    return smooth + halo * Math.exp(-4 * Math.LN2 * ((angle - 32.7) / 4.9) ** 2);
  });
}

interface Peak {
  readonly d_A: number;
  readonly height: number;
}

/** Heights by I/Ic; each phase has its own texture, if any. */
function linesOf(content: ReadonlyMap<string, number>, strongest: number, random: Random): Peak[] {
  const all = [...content].flatMap(([id, share]) => {
    const phase = tableOf(id);
    const march = random.uniform() < 0.4 ? between(random, 0.6, 1.5) : 1;
    return phase.peaks.map(([h, k, l, d_A, intensity]) => {
      const height = share * phase.iOverIc * intensity * marchTexture(phase, [h, k, l, d_A], march);
      return { d_A, height };
    });
  });
  const highest = all.reduce((most, { height }) => Math.max(most, height), 0);
  return all.map(({ d_A, height }) => ({ d_A, height: (height / highest) * strongest }));
}

/** In a quarter of the patterns: a few lines of something that no list holds. */
function impurity(strongest: number, random: Random): Peak[] {
  if (random.uniform() > 0.25) return [];
  const height = strongest * logBetween(random, 0.02, 0.4);
  return Array.from({ length: 1 + Math.floor(random.uniform() * 5) }, () => ({
    d_A: between(random, 1.3, 5),
    height: height * between(random, 0.2, 1),
  }));
}

function addPeaks(mean: Float64Array, peaks: readonly Peak[], random: Random): void {
  const zero_deg = between(random, -0.1, 0.1);
  const displacement_mm = between(random, -0.2, 0.2);
  const [width, widening, eta] = [
    between(random, 0.07, 0.16),
    between(random, 0, 0.08),
    between(random, 0.2, 0.8),
  ];
  for (const { d_A, height } of peaks) {
    for (const [wavelength_A, weight] of [
      [KA1_A, 1],
      [KA2_A, 0.5],
    ] as const) {
      const theta = Math.asin(wavelength_A / (2 * d_A));
      if (!(theta > 0)) continue;
      const shift = zero_deg - (2 * displacement_mm * Math.cos(theta)) / RADIUS_MM / RADIAN;
      addPeak(mean, (2 * theta) / RADIAN + shift, {
        height: height * weight,
        width: width + widening * Math.tan(theta),
        eta,
      });
    }
  }
}

interface Shape {
  readonly height: number;
  readonly width: number;
  readonly eta: number;
}

function addPeak(mean: Float64Array, centre_deg: number, { height, width, eta }: Shape): void {
  const from = Math.max(0, Math.floor((centre_deg - 30 * width - 15) / 0.02));
  const to = Math.min(mean.length - 1, Math.ceil((centre_deg + 30 * width - 15) / 0.02));
  for (let i = from; i <= to; i += 1) {
    const square = ((2 * (15 + 0.02 * i - centre_deg)) / width) ** 2;
    const value = eta / (1 + square) + (1 - eta) * Math.exp(-Math.LN2 * square);
    mean[i] = (mean[i] ?? 0) + height * value;
  }
}

/** Counting noise: the normal approximation, which is close enough from some tens of counts on. */
function counted(mean: number, random: Random): number {
  return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
}
