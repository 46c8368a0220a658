import type { Criterion } from '#core/cycling/events/criterion.ts';
import type { EventThresholds } from '#core/cycling/events/eventThresholds.ts';
import type { RunPart } from '#core/cycling/events/runParts.ts';
import { medianBy } from '#core/numeric/quantile.ts';

const BEFORE = 10;
/** Fewer parts before do not tell how noisy the logger is. */
const LEAST_KNOWN = 3;
const SCATTER_PARTS = 10;
/** Standard deviations by which a count must exceed what chance brings. */
const CHANCE = 3;
/** Mean of such reversals of independent normal numbers with standard deviation 1, by a simulation of 400 000. */
const REVERSAL_PER_SIGMA = 0.562;
/** A record of few digits has residuals of zero; a thousandth of the polarisation is then taken as noise. */
const LEAST_NOISE = 1e-3;

/**
 * The voltage flickers towards 0 V, or the resistance jumps from half cycle to half cycle, where neither was so before: a
 * filament that opens and closes. Dips are counted against the cell's own noise, so that a noisy logger is no short.
 */
export const turnsNoisy: Criterion = (parts, _known, thresholds) => {
  const noise = parts.map((part) => noiseOf(part, thresholds.dipSigma));
  const noisy = parts.map((part, i) => dips(part, noise.slice(Math.max(0, i - BEFORE), i), thresholds));
  const scattering = scatteringParts(parts, thresholds.scatter);
  return parts.map((part, i) => flickers(noisy, i, thresholds) || scattering.has(part));
};

function dips(part: RunPart, before: readonly Noise[], thresholds: EventThresholds): boolean {
  if (before.length < LEAST_KNOWN) return false;
  const surplus = surplusOfDips(part, before, thresholds.dipSigma);
  return surplus >= thresholds.dips && surplus > meaningless(before);
}

interface Noise {
  /** Robust standard deviation of |E| about its running median, V. */
  readonly sigma_V: number;
  /** The same per volt of polarisation. */
  readonly relative: number;
  /** Samples beyond so many of these deviations, on either side. */
  readonly outliers: number;
}

function noiseOf(part: RunPart, dipSigma: number): Noise {
  const { sigma_V } = part.scatter;
  const limit_V = dipSigma * Math.max(sigma_V, LEAST_NOISE * part.polarisation_V);
  const { below, above } = outliersOf(part, limit_V);
  return { sigma_V, relative: sigma_V / part.polarisation_V, outliers: below + above };
}

/**
 * Samples far towards 0 V, less those as far away from it: a bad contact or logger errs both ways. Noise of the instrument
 * stays as it is when the polarisation changes, noise of the cell changes with it: the larger counts.
 */
function surplusOfDips(part: RunPart, before: readonly Noise[], dipSigma: number): number {
  const sigma_V = Math.max(
    medianBy(before, (noise) => noise.sigma_V),
    part.polarisation_V * medianBy(before, (noise) => noise.relative),
    part.polarisation_V * LEAST_NOISE,
  );
  const { below, above } = outliersOf(part, dipSigma * sigma_V);
  return below - above;
}

function outliersOf({ scatter }: RunPart, limit_V: number): { below: number; above: number } {
  if (scatter.least_V >= -limit_V && scatter.most_V <= limit_V) return { below: 0, above: 0 };
  let below = 0;
  let above = 0;
  for (const distance_V of scatter.all_V()) {
    if (distance_V < -limit_V) below += 1;
    else if (distance_V > limit_V) above += 1;
  }
  return { below, above };
}

/** What a half cycle of this cell shows without meaning: its outliers of either side would fall on one by chance. */
function meaningless(before: readonly Noise[]): number {
  const usual = before.reduce((sum, { outliers }) => sum + outliers, 0) / before.length / 2;
  return usual + CHANCE * Math.sqrt(usual);
}

function flickers(
  noisy: readonly boolean[],
  index: number,
  { window, noisyHalfCycles }: EventThresholds,
): boolean {
  if (noisy[index] !== true) return false;
  const around = noisy.slice(Math.max(0, index - window + 1), index + 1);
  return around.filter(Boolean).length >= noisyHalfCycles;
}

/** Whole half cycles at which the resistance begins to jump about; pieces cut by a pause differ by their place alone. */
function scatteringParts(parts: readonly RunPart[], limit: number): ReadonlySet<RunPart> {
  const whole = parts.filter(({ isWhole }) => isWhole);
  const reversals = reversalsOf(whole);
  return new Set(
    whole.filter((_, i) => {
      const start = Math.max(0, i + 1 - SCATTER_PARTS);
      if (!(scatterOf(reversals, start, i + 1) > limit)) return false;
      return scatterOf(reversals, Math.max(0, start - BEFORE), start) < limit / 2;
    }),
  );
}

/**
 * Of two steps of ln R in a row that go opposite ways the smaller one, at the part that ends the second: a trend, its bend and
 * the jump of a rate step are none. Each direction is compared with itself.
 */
function reversalsOf(parts: readonly RunPart[]): Float64Array {
  const steps = parts.map((part, i) => Math.log(part.resistance_ohm / (parts[i - 2]?.resistance_ohm ?? NaN)));
  return Float64Array.from(steps, (step, i) => {
    const before = steps[i - 2] ?? NaN;
    return step * before < 0 ? Math.min(Math.abs(step), Math.abs(before)) : 0;
  });
}

/** Standard deviation of ln R from half cycle to half cycle over parts [from, to), from the reversals that lie in them whole. */
function scatterOf(reversals: Float64Array, from: number, to: number): number {
  const count = to - from - 4;
  if (count < 3) return NaN;
  let sum = 0;
  for (let i = from + 4; i < to; i += 1) sum += reversals[i] ?? NaN;
  return sum / count / REVERSAL_PER_SIGMA;
}
