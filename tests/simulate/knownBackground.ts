/**
 * A simulated pattern whose parts are known by formula: air scatter that falls with the angle, a liquid's halo, and
 * pseudo-Voigt lines of the Cu Kα doublet. Counting noise by the normal limit of Poisson's law.
 */
import type { Random } from './random.ts';

const [KA1_A, KA2_A, KA2_TO_KA1] = [1.5405929, 1.5444274, 0.5];
const RADIAN = Math.PI / 180;
/** Angle of Kα1 and height above the background. */
const LINES = [
  [16.36, 700],
  [24.75, 2000],
  [32.7, 5000],
  [38.12, 9000],
  [50.77, 600],
  [67.96, 1500],
] as const;

export interface KnownPattern {
  readonly twoTheta_deg: Float64Array;
  /** Scatter without the halo. */
  readonly base_counts: Float64Array;
  readonly halo_counts: Float64Array;
  /** Without noise. */
  readonly ka1Lines_counts: Float64Array;
  readonly ka2Lines_counts: Float64Array;
  /** All of it, with noise. */
  readonly intensity_counts: Float64Array;
  readonly sigma_counts: Float64Array;
}

export interface KnownOptions {
  readonly haloHeight_counts: number;
  /** Null = without noise. */
  readonly random: Random | null;
  readonly step_deg?: number;
  readonly fwhm_deg?: number;
  /** Heights of the lines over those of the table. */
  readonly lineScale?: number;
}

/** 10 … 80°. */
export function knownPattern({
  haloHeight_counts,
  random,
  step_deg = 0.02,
  fwhm_deg = 0.12,
  lineScale = 1,
}: KnownOptions): KnownPattern {
  const points = Math.round(70 / step_deg) + 1;
  const twoTheta_deg = Float64Array.from({ length: points }, (_, i) => 10 + step_deg * i);
  const base_counts = twoTheta_deg.map((angle) => 120 * (1 + 1.5 * (10 / angle) ** 2));
  const halo_counts = twoTheta_deg.map(
    (angle) => haloHeight_counts * Math.exp(-4 * Math.LN2 * ((angle - 33) / 5) ** 2),
  );
  const linesAt = (shift: (angle: number) => number, weight: number) =>
    twoTheta_deg.map((angle) =>
      LINES.reduce(
        (sum, [at, height]) => sum + weight * lineScale * height * line(angle - shift(at), fwhm_deg),
        0,
      ),
    );
  const ka1Lines_counts = linesAt((angle) => angle, 1);
  const ka2Lines_counts = linesAt(secondAngle, KA2_TO_KA1);
  const intensity_counts = twoTheta_deg.map((_, i) => {
    const parts = [base_counts, halo_counts, ka1Lines_counts, ka2Lines_counts];
    const mean = parts.reduce((sum, part) => sum + (part[i] ?? NaN), 0);
    return random ? Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal())) : mean;
  });
  const sigma_counts = intensity_counts.map((counts) => Math.sqrt(Math.max(1, counts)));
  const parts = { base_counts, halo_counts, ka1Lines_counts, ka2Lines_counts };
  return { twoTheta_deg, ...parts, intensity_counts, sigma_counts };
}

/** Where Kα2 of a line stands: the spacing is one, λ = 2 d sin θ. */
function secondAngle(first_deg: number): number {
  return (2 * Math.asin((KA2_A / KA1_A) * Math.sin((first_deg * RADIAN) / 2))) / RADIAN;
}

function line(away_deg: number, fwhm_deg: number): number {
  const square = ((2 * away_deg) / fwhm_deg) ** 2;
  return 0.5 / (1 + square) + 0.5 * Math.exp(-Math.LN2 * square);
}
