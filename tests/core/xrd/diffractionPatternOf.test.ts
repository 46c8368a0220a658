import { describe, expect, test } from 'vitest';
import type { Column, Dataset, Metadata } from '#core/dataset.ts';
import { diffractionPatternOf } from '#core/xrd/diffractionPatternOf.ts';
import { fileRadiation } from '#core/xrd/fileRadiation.ts';
import { seededRandom } from '../../support/seededBytes.ts';

function dataset(columns: Readonly<Record<string, readonly number[]>>, metadata: Metadata): Dataset {
  const made = Object.entries(columns).map(([name, values]): Column => ({
    name,
    unit: '',
    source: '',
    values: Float64Array.from(values),
  }));
  return { kind: 'diffraction', label: 'Scan', rows: made[0]?.values.length ?? 0, columns: made, metadata };
}

function patternOf(...input: Parameters<typeof dataset>) {
  const outcome = diffractionPatternOf(dataset(...input));
  return outcome.ok ? outcome : expect.fail(outcome.problem.code);
}

describe('the standard errors', () => {
  const twoTheta_deg = [10, 11, 12];

  test('are the square root of counts, and one count where none was counted', () => {
    const { pattern, sigmaRule } = patternOf(
      { twoTheta_deg, intensity_counts: [0, 100, 400] },
      { intensityUnit: 'counts' },
    );
    expect([...pattern.sigma_counts]).toEqual([1, 10, 20]);
    expect(sigmaRule).toBe('counts');
  });

  test('grow with the attenuator: 4 counts behind a factor of 100 are 400 ± 200', () => {
    const columns = { twoTheta_deg, intensity_counts: [400, 0, 4], attenuation: [100, 100, 1] };
    expect([...patternOf(columns, { intensityUnit: 'counts' }).pattern.sigma_counts]).toEqual([200, 100, 2]);
  });

  test('are those of the file where it has them', () => {
    const columns = { twoTheta_deg, intensity_counts: [1, 2, 3], intensityError_counts: [0.1, 0.2, 0.3] };
    const { pattern, sigmaRule } = patternOf(columns, { intensityUnit: 'counts' });
    expect([...pattern.sigma_counts]).toEqual([0.1, 0.2, 0.3]);
    expect(sigmaRule).toBe('file');
  });

  test('of scaled counts are found from their scatter within 10 %', () => {
    const random = seededRandom(20261123);
    const uniform = () => (random.below(1e9) + 0.5) / 1e9;
    const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    // 10 000 counts ± 100, divided by 250: 40 ± 0.4.
    const values = Array.from({ length: 4000 }, () => (10_000 + 100 * normal()) / 250);
    const angles = values.map((_, i) => 10 + 0.02 * i);
    const { pattern, sigmaRule } = patternOf(
      { twoTheta_deg: angles, intensity_counts: values },
      { intensityUnit: null },
    );
    expect(sigmaRule).toBe('scatter');
    expect(Math.abs((pattern.sigma_counts[2000] ?? NaN) / 0.4 - 1)).toBeLessThan(0.1);
  });
});

test('a scan that runs down is turned round with its errors', () => {
  const columns = { twoTheta_deg: [12, 11, 10], intensity_counts: [400, 100, 25] };
  const { pattern } = patternOf(columns, { intensityUnit: 'counts' });
  expect([[...pattern.twoTheta_deg], [...pattern.intensity_counts], [...pattern.sigma_counts]]).toEqual([
    [10, 11, 12],
    [25, 100, 400],
    [5, 10, 20],
  ]);
});

test('a run is no pattern', () => {
  const run: Dataset = { ...dataset({ time_s: [1] }, {}), kind: 'cycling' };
  expect(diffractionPatternOf(run)).toMatchObject({ ok: false, problem: { code: 'no-pattern' } });
});

describe('the X-rays of a file', () => {
  test.for([
    [
      { anode: 'Cu', kAlpha1_A: 1.5406, kAlpha2_A: 1.54439, ratioKAlpha2: 0.5 },
      'CuKa',
      [1.5406, 1.54439],
      [1, 0.5],
    ],
    [{ anode: 'Cu', kAlpha1_A: 1.5406, kAlpha2_A: 1.54439, ratioKAlpha2: 0 }, 'CuKa1', [1.5406], [1]],
    [{ anode: 'Co' }, 'CoKa', [1.788996, 1.792835], [1, 0.5]],
    [{ kAlpha1_A: 0.7093, kAlpha2_A: 0.71359 }, 'MoKa', [0.7093, 0.71359], [1, 0.5]],
    [{ wavelength_A: 0.414581 }, 'custom', [0.414581], [1]],
  ] as const)('%o are %s', ([metadata, id, wavelengths, weights]) => {
    const radiation = fileRadiation(metadata);
    expect(radiation).toMatchObject({ id, source: 'file' });
    expect(radiation?.lines.map(({ wavelength_A }) => wavelength_A)).toEqual(wavelengths);
    expect(radiation?.lines.map(({ weight }) => weight)).toEqual(weights);
  });

  test('are unknown where nothing names them', () => {
    expect(fileRadiation({ anode: null, kAlpha1_A: null })).toBeNull();
  });
});
