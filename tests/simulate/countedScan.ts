/** What a diffractometer counts: 15 … 75° in steps of 0.02°, Cu Kα doublet, and the noise of counting. */
import type { Random } from './random.ts';

export interface CountedScan {
  readonly twoTheta_deg: Float64Array;
  readonly intensity_counts: Float64Array;
  readonly sigma_counts: Float64Array;
}

export const CU_DOUBLET = [
  { wavelength_A: 1.5405929, weight: 1 },
  { wavelength_A: 1.5444274, weight: 0.5 },
];
export const [FIRST_DEG, STEP_DEG, POINTS] = [15, 0.02, 3001];

/** Counts about their mean, one for each point of the scan. */
export function countedScan(mean_counts: Float64Array, random: Random): CountedScan {
  const intensity_counts = mean_counts.map((value) =>
    Math.max(0, Math.round(value + Math.sqrt(value) * random.normal())),
  );
  return {
    twoTheta_deg: mean_counts.map((_, i) => FIRST_DEG + STEP_DEG * i),
    intensity_counts,
    sigma_counts: intensity_counts.map((n) => Math.sqrt(Math.max(1, n))),
  };
}
