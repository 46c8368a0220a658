/** Where Kβ draws the lines of phases once more, for scans without a filter. */
import type { ReferenceLines } from '#core/xrd/peaks/explainPeaks.ts';
import type { Radiation } from '#core/xrd/radiation.ts';

/** Of the strongest line by the radiation's first. */
const LEAST_INTENSITY = 1;

/** Named after the phase and Kβ; nothing for a radiation whose Kβ is alone or missing. */
export function betaLines(
  references: readonly ReferenceLines[],
  { lines: [first, ...others] }: Radiation,
): readonly ReferenceLines[] {
  const beta = others.find(({ name }) => name === 'Kb1');
  if (!first || !beta) return [];
  const ratio = beta.wavelength_A / first.wavelength_A;
  return references.map(({ phase, ticks }) => ({
    phase: `${phase} Kβ`,
    ticks: ticks
      .map((tick) => ({
        ...tick,
        intensity: tick.intensity * beta.weight,
        twoTheta_deg: (360 / Math.PI) * Math.asin(ratio * Math.sin((tick.twoTheta_deg * Math.PI) / 360)),
      }))
      .filter(({ intensity }) => intensity >= LEAST_INTENSITY),
  }));
}
