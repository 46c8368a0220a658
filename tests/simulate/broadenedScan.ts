/**
 * Simulated powder patterns (Cu Kα doublet) of one phase whose lines are broadened by an instrument, by the size of the
 * crystallites and by strain. Spacings and relative intensities come from tables of an independent computation.
 */
import tables from '../fixtures/xrd/simulatedPhases.json' with { type: 'json' };
import type { Random } from './random.ts';

export interface BroadenedPhase {
  readonly id: string;
  readonly size_A: number;
  readonly strain: number;
  /** Width of the instrument's lines at all angles. */
  readonly instrument_deg: number;
  /** lorentz: all shapes Lorentzian, widths add up; gauss: their squares do. */
  readonly law: 'lorentz' | 'gauss';
  readonly strongest_counts: number;
}

export interface BroadenedScan {
  readonly twoTheta_deg: Float64Array;
  readonly intensity_counts: Float64Array;
  readonly sigma_counts: Float64Array;
  /** Angle of Kα1, width and height of each line, the weakest left out. */
  readonly lines: readonly BroadenedLine[];
}

interface BroadenedLine {
  readonly twoTheta_deg: number;
  readonly fwhm_deg: number;
  readonly height_counts: number;
}

interface Table {
  readonly id: string;
  readonly peaks: readonly (readonly number[])[];
}

const [KA1_A, KA2_A] = [1.5405929, 1.5444274];
const SHAPE_FACTOR = 0.9;
const [FIRST_DEG, STEP_DEG, POINTS] = [18, 0.02, 5101];
const BACKGROUND = 150;
const RADIAN = Math.PI / 180;
/** Of the strongest. */
const LEAST_HEIGHT = 0.005;

/** Scherrer's and Stokes and Wilson's widths with the instrument's. */
function widthAt(theta: number, phase: BroadenedPhase): number {
  const size = (SHAPE_FACTOR * KA1_A) / (phase.size_A * Math.cos(theta)) / RADIAN;
  const strain = (4 * phase.strain * Math.tan(theta)) / RADIAN;
  const parts = [size, strain, phase.instrument_deg];
  return phase.law === 'lorentz' ? parts.reduce((sum, part) => sum + part, 0) : Math.hypot(...parts);
}

function linesOf(phase: BroadenedPhase): BroadenedLine[] {
  const table = (tables as unknown as readonly Table[]).find(({ id }) => id === phase.id);
  if (!table) throw new Error(`no table of ${phase.id}`);
  return table.peaks
    .map(([, , , d_A = NaN, relative = NaN]) => {
      const theta = Math.asin(KA1_A / (2 * d_A));
      const height_counts = (relative / 100) * phase.strongest_counts;
      return { twoTheta_deg: (2 * theta) / RADIAN, fwhm_deg: widthAt(theta, phase), height_counts };
    })
    .filter(({ height_counts }) => height_counts > LEAST_HEIGHT * phase.strongest_counts);
}

function addDoublet(mean: Float64Array, line: BroadenedLine, law: BroadenedPhase['law']): void {
  const theta = (line.twoTheta_deg * RADIAN) / 2;
  const second = (2 * Math.asin((KA2_A / KA1_A) * Math.sin(theta))) / RADIAN;
  for (let i = 0; i < mean.length; i += 1) {
    const angle = FIRST_DEG + STEP_DEG * i;
    const shape = (centre: number) => {
      const square = ((2 * (angle - centre)) / line.fwhm_deg) ** 2;
      return law === 'lorentz' ? 1 / (1 + square) : 2 ** -square;
    };
    const counts = line.height_counts * (shape(line.twoTheta_deg) + 0.5 * shape(second));
    mean[i] = (mean[i] ?? 0) + counts;
  }
}

/** 18 … 120° in steps of 0.02°; nothing but a background with air scatter and a glass' halo where `phase` is null. */
export function broadenedScan(phase: BroadenedPhase | null, random: Random): BroadenedScan {
  const twoTheta_deg = Float64Array.from({ length: POINTS }, (_, i) => FIRST_DEG + STEP_DEG * i);
  const mean = twoTheta_deg.map(
    (angle) =>
      BACKGROUND * (1 + 2 * (FIRST_DEG / angle) ** 2 + Math.exp(-Math.LN2 * ((angle - 26) / 4) ** 2)),
  );
  const lines = phase ? linesOf(phase) : [];
  for (const line of lines) addDoublet(mean, line, phase?.law ?? 'gauss');
  const intensity_counts = mean.map((value) => Math.round(value + Math.sqrt(value) * random.normal()));
  return { twoTheta_deg, intensity_counts, sigma_counts: intensity_counts.map(Math.sqrt), lines };
}
