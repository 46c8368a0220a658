import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { highFrequencyIntercept, interceptFall, isPossibleShort } from '#core/eis/highFrequencyIntercept.ts';
import { spectrumOf } from '#core/eis/spectrum.ts';
import { expectData, importBytes } from '../../support/importBytes.ts';
import { sharedFile } from '../../support/sharedData.ts';
import { impedance, type Circuit } from '../../simulate/impedance.ts';
import { createRandom } from '../../simulate/random.ts';
import { noisySpectrum, sweepFrequencies } from '../../simulate/relaxations.ts';

const spectrum = (zRe: number[], zIm: number[]) => ({
  frequency_Hz: Float64Array.from(zRe, (_, k) => 10 ** (6 - k)),
  zRe_ohm: Float64Array.from(zRe),
  zIm_ohm: Float64Array.from(zIm),
});

describe('by hand', () => {
  test('an inductive tail is followed to where it crosses the real axis', () => {
    // From +3 Ω to −1 Ω: three quarters of the way from 10 Ω to 14 Ω.
    const found = highFrequencyIntercept(spectrum([9, 10, 14, 30], [8, 3, -1, -10]));
    expect(found?.value_ohm).toBeCloseTo(13, 12);
    expect(found).toMatchObject({ way: 'crossing', isExtrapolated: false, isUpperLimit: false });
    // Four points leave one to judge the scatter about a parabola by: not enough.
    expect(found?.standardError_ohm).toBeNull();
  });

  test('an end close to the axis is lengthened along its chord, and said to be', () => {
    // 20 − 1 · (26 − 20)/(4 − 1) = 18.
    const found = highFrequencyIntercept(spectrum([20, 23, 26, 32], [-1, -2, -4, -9]));
    expect(found?.value_ohm).toBeCloseTo(18, 12);
    expect(found).toMatchObject({ way: 'straight-line', isExtrapolated: true });
  });

  test('where a faster arc begins above, the least real part is the most that the intercept can be', () => {
    const found = highFrequencyIntercept(spectrum([200, 195, 220, 240], [-35, -22, -17, -15]));
    expect(found).toMatchObject({
      value_ohm: 195,
      way: 'least-real-part',
      isExtrapolated: true,
      isUpperLimit: true,
    });
  });

  test('the order of the points does not matter, and no points have no intercept', () => {
    const { frequency_Hz, zRe_ohm, zIm_ohm } = spectrum([9, 10, 14, 30], [8, 3, -1, -10]);
    const reversed = {
      frequency_Hz: frequency_Hz.toReversed(),
      zRe_ohm: zRe_ohm.toReversed(),
      zIm_ohm: zIm_ohm.toReversed(),
    };
    expect(highFrequencyIntercept(reversed)?.value_ohm).toBeCloseTo(13, 12);
    expect(highFrequencyIntercept(spectrum([], []))).toBeNull();
  });

  test('a fall by more than a fifth may be a short', () => {
    expect(isPossibleShort(10, 7.9)).toBe(true);
    expect(isPossibleShort(10, 8.1)).toBe(false);
  });
});

describe('simulated, 40 seeds: at most one in eight lies more than two standard errors off', () => {
  const circuit = (inductance_H: number, q: number): Circuit => ({
    inductance_H,
    series_ohm: 10,
    arcs: [{ r_ohm: 80, q, n: 0.9 }],
    parallel_ohm: null,
  });
  const frequency_Hz = sweepFrequencies({ start_Hz: 1e6, stop_Hz: 1, points: 61 });
  const misses = (cell: Circuit, truth_ohm: number) =>
    Array.from({ length: 40 }, (_, seed) => {
      const random = createRandom(seed + 1);
      const found = highFrequencyIntercept(
        noisySpectrum((f) => impedance(cell, f), frequency_Hz, { noise: 0.005, random }),
      );
      const error = ((found?.value_ohm ?? NaN) - truth_ohm) / (found?.standardError_ohm ?? NaN);
      expect(found?.isExtrapolated).toBe(cell.inductance_H === 0);
      return !(error > -2 && (error < 2 || found?.isUpperLimit === true));
    }).filter((isMiss) => isMiss).length;

  test('where leads bring it across the axis, against the root of the exact impedance', () => {
    const cell = circuit(5e-7, 2e-5);
    let [low, high] = [Math.log(1e3), Math.log(1e6)];
    for (let round = 0; round < 60; round += 1) {
      const middle = (low + high) / 2;
      if (impedance(cell, Math.exp(middle)).im < 0) low = middle;
      else high = middle;
    }
    expect(misses(cell, impedance(cell, Math.exp(low)).re)).toBeLessThanOrEqual(5);
  });

  test('where it stays above the axis, against the series resistance', () => {
    expect(misses(circuit(0, 1e-6), 10)).toBeLessThanOrEqual(5);
  });
});

const run =
  'biologic/datalab-app-plugin-insitu/LiLi_symmetric/jr862_11_08_23_insitu-impedance-LiLi_1MLiTFSI_TEGDME-1mA_02_GEIS_C05.mpr';
const path = sharedFile(run);

test.skipIf(path === null)(
  'a real Li | Li run of 45 spectra to 500 Hz: 203 Ω, then 95 to 219 Ω, none of it on the axis, possible shorts flagged',
  async () => {
    const { datasets } = expectData(await importBytes(readFileSync(path ?? ''), 'run.mpr'));
    const intercepts = datasets.flatMap((dataset) => {
      const spectrum = spectrumOf(dataset)?.spectrum;
      return (spectrum && highFrequencyIntercept(spectrum)) ?? [];
    });
    expect(intercepts).toHaveLength(45);
    const [first] = intercepts;
    if (!first) throw new Error('no spectrum');
    expect(Math.round(first.value_ohm)).toBe(203);
    const values = intercepts.map(({ value_ohm }) => value_ohm);
    expect(Math.round(Math.min(...values))).toBe(95);
    expect(Math.round(Math.max(...values))).toBe(219);
    for (const { isExtrapolated, standardError_ohm } of intercepts) {
      expect(isExtrapolated).toBe(true);
      expect(standardError_ohm).toBeGreaterThan(0);
    }
    const falls = intercepts.slice(1).map((later) => interceptFall(first, later));
    // From 203 to 122 Ω within the first loop: 1 − 121.67/203.13.
    expect(falls[0]?.share.value).toBeCloseTo(0.401, 3);
    expect(falls[0]?.isPossibleShort).toBe(true);
    const flagged = falls.filter(({ isPossibleShort: isFlagged }) => isFlagged);
    expect(flagged.every(({ share }) => share.value > 0.2)).toBe(true);
    expect(flagged.length).toBeLessThan(falls.length);
  },
);
