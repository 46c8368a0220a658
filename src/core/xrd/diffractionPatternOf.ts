/** From a diffraction dataset to the pattern that phases are sought in. */
import { findNumbers, type Dataset } from '#core/dataset.ts';
import type { Problem } from '#core/problem.ts';
import { fileRadiation } from '#core/xrd/fileRadiation.ts';
import type { DiffractionPattern } from '#core/xrd/powderPattern.ts';

/** Where the standard errors come from: the file's own, counting statistics, or the scatter of the points. */
export type SigmaRule = 'file' | 'counts' | 'scatter';

export type PatternOutcome =
  | { readonly ok: true; readonly pattern: DiffractionPattern; readonly sigmaRule: SigmaRule }
  | { readonly ok: false; readonly problem: Problem };

/**
 * The pattern of a dataset, ascending in 2θ. Its errors are the file's; or √(intensity × attenuation) of counts, with
 * at least one count; or, for intensities in another unit, √(k × intensity) with k from the scatter of neighbours.
 * Problem `no-pattern` for a dataset of another kind.
 */
export function diffractionPatternOf(dataset: Dataset): PatternOutcome {
  const angles = findNumbers(dataset, 'twoTheta_deg');
  const intensities = findNumbers(dataset, 'intensity_counts');
  if (dataset.kind !== 'diffraction' || !angles || !intensities) {
    return { ok: false, problem: { code: 'no-pattern', found: dataset.label } };
  }
  const { sigma, rule } = errorsOf(dataset, intensities);
  const order = ascending(angles);
  const sorted = (values: Float64Array) =>
    order ? Float64Array.from(order, (i) => values[i] ?? NaN) : values;
  const pattern: DiffractionPattern = {
    twoTheta_deg: sorted(angles),
    intensity_counts: sorted(intensities),
    sigma_counts: sorted(sigma),
    radiation: fileRadiation(dataset.metadata),
  };
  return { ok: true, pattern, sigmaRule: rule };
}

/** The order that makes angles ascend; undefined when they do already. */
function ascending(angles: Float64Array): Uint32Array | undefined {
  if (angles.every((angle, i) => i === 0 || angle >= (angles[i - 1] ?? NaN))) return undefined;
  return Uint32Array.from(angles.keys()).sort((a, b) => (angles[a] ?? NaN) - (angles[b] ?? NaN));
}

interface Errors {
  readonly sigma: Float64Array;
  readonly rule: SigmaRule;
}

function errorsOf(dataset: Dataset, intensities: Float64Array): Errors {
  const given = findNumbers(dataset, 'intensityError_counts');
  if (given?.every((error) => error > 0)) return { sigma: given, rule: 'file' };
  if (dataset.metadata['intensityUnit'] === 'counts') {
    const attenuation = findNumbers(dataset, 'attenuation');
    return { sigma: countingErrors(intensities, attenuation), rule: 'counts' };
  }
  return { sigma: scatterErrors(intensities), rule: 'scatter' };
}

/** n counts behind a factor f: I = f·n, so σ(I) = f·√n = √(I·f); a point without a count weighs as one with one. */
function countingErrors(intensities: Float64Array, attenuation: Float64Array | undefined): Float64Array {
  return intensities.map((intensity, i) => {
    const factor = attenuation?.[i] ?? 1;
    return Math.sqrt(Math.max(intensity, factor) * factor);
  });
}

/** Median of the square of a standard normal number. */
const MEDIAN_CHI_SQUARE = 0.4549;

/**
 * σ² = k·|I| with k from second differences of neighbours, whose variance is 6 σ² where the curve is straight; the
 * median keeps peaks out.
 */
function scatterErrors(intensities: Float64Array): Float64Array {
  const ratios = Array.from(intensities, (middle, i) => {
    const bend = (intensities[i - 1] ?? NaN) - 2 * middle + (intensities[i + 1] ?? NaN);
    return bend ** 2 / (6 * Math.abs(middle));
  }).filter((ratio) => Number.isFinite(ratio) && ratio > 0);
  const k = (median(ratios) ?? FLAT) / MEDIAN_CHI_SQUARE;
  // Where a background was subtracted, points near zero are no more certain than those beside them.
  const floor = FLOOR * (median(Array.from(intensities, Math.abs).filter((value) => value > 0)) ?? 1);
  return intensities.map((value) => Math.sqrt(k * Math.max(Math.abs(value), floor)));
}

/** Ratio for a curve without any scatter, and the least intensity that counts, as a share of the median. */
const FLAT = 1e-6;
const FLOOR = 0.1;

function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
