import type { Criterion } from '#core/cycling/events/criterion.ts';
import type { EventThresholds } from '#core/cycling/events/eventThresholds.ts';
import type { RunPart } from '#core/cycling/events/runParts.ts';
import { scatteringParts } from '#core/cycling/events/scatteringParts.ts';
import { medianBefore } from '#core/numeric/medianBefore.ts';

const BEFORE = 10;
/** Fewer parts before do not tell how noisy the logger is. */
const LEAST_KNOWN = 3;
/** Standard deviations by which a count must exceed what chance brings. */
const CHANCE = 3;
/** A record of few digits has residuals of zero; a thousandth of the polarisation is then taken as noise. */
const LEAST_NOISE = 1e-3;

/**
 * The voltage flickers towards 0 V, or the resistance jumps from half cycle to half cycle, where neither was so before: a
 * filament that opens and closes. Dips are counted against the cell's own noise, so that a noisy logger is no short.
 */
export const turnsNoisy: Criterion = (parts, _known, thresholds) => {
  const noise = parts.map((part) => noiseOf(part, thresholds.dipSigma));
  const usual = {
    sigma_V: medianBefore(
      Float64Array.from(noise, ({ sigma_V }) => sigma_V),
      BEFORE,
    ),
    relative: medianBefore(
      Float64Array.from(noise, ({ relative }) => relative),
      BEFORE,
    ),
  };
  const noisy = parts.map((part, i) => {
    if (i < LEAST_KNOWN) return false;
    const sigma_V = sigmaOf(part, usual.sigma_V[i] ?? NaN, usual.relative[i] ?? NaN);
    return dips(part, { sigma_V, noise, index: i }, thresholds);
  });
  const scattering = scatteringParts(parts, thresholds.scatter);
  return parts.map((part, i) => flickers(noisy, i, thresholds) || scattering.has(part));
};

interface Before {
  /** As noisy as the cell was. */
  readonly sigma_V: number;
  readonly noise: readonly Noise[];
  readonly index: number;
}

function dips(part: RunPart, { sigma_V, noise, index }: Before, thresholds: EventThresholds): boolean {
  const surplus = surplusOfDips(part, thresholds.dipSigma * sigma_V);
  if (!(surplus >= thresholds.dips)) return false;
  return surplus > meaningless(noise.slice(Math.max(0, index - BEFORE), index));
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
 * Noise of the instrument stays as it is when the polarisation changes, noise of the cell changes with it: the larger counts.
 */
function sigmaOf({ polarisation_V }: RunPart, sigma_V: number, relative: number): number {
  return Math.max(sigma_V, polarisation_V * relative, polarisation_V * LEAST_NOISE);
}

/** Samples far towards 0 V, less those as far away from it: a bad contact or logger errs both ways. */
function surplusOfDips(part: RunPart, limit_V: number): number {
  const { below, above } = outliersOf(part, limit_V);
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
