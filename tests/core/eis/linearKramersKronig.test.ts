import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { linearKramersKronig } from '#core/eis/linearKramersKronig.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';
import { sharedFile } from '../../support/sharedData.ts';
import { impedance } from '../../simulate/impedance.ts';
import { noisySpectrum, sweepFrequencies } from '../../simulate/relaxations.ts';
import { createRandom } from '../../simulate/random.ts';

/** Runs of a second program (singular values, another language); columns: elements, mu, chi squared, largest residual. */
interface ReferenceRuns {
  readonly linkk_reference: { readonly rows: readonly number[][] };
  readonly linkk_noisy_0p5pct: {
    readonly rows: readonly number[][];
    readonly f: readonly number[];
    readonly Z_re: readonly number[];
    readonly Z_im: readonly number[];
  };
}

const path = sharedFile('../reference/eis-test-vectors.json');
const reference = path === null ? null : (JSON.parse(readFileSync(path, 'utf8')) as ReferenceRuns);

const circuit = {
  inductance_H: 0,
  series_ohm: 10,
  parallel_ohm: null,
  arcs: [
    { r_ohm: 100, q: 1e-5, n: 0.9 },
    { r_ohm: 200, q: 1e-3, n: 0.8 },
  ],
};
const exact = noisySpectrum(
  (f) => impedance(circuit, f),
  sweepFrequencies({ start_Hz: 1e6, stop_Hz: 1e-2, points: 57 }),
  { noise: 0, random: createRandom(1) },
);

function expectRows(spectrum: Spectrum, rows: readonly number[][]): void {
  expect(rows.length).toBeGreaterThan(20);
  for (const [rcCount = NaN, mu = NaN, chiSquared = NaN] of rows) {
    const found = linearKramersKronig(spectrum, {
      rcCount,
      fit: 'complex',
      representation: 'impedance',
      lowFrequencyTerm: false,
    });
    expect(Math.abs((found?.mu ?? NaN) / mu - 1), `mu, ${rcCount} elements`).toBeLessThan(1e-9);
    expect(Math.abs((found?.chiSquared ?? NaN) / chiSquared - 1), `χ², ${rcCount} elements`).toBeLessThan(
      1e-9,
    );
  }
}

describe.skipIf(!reference)('all reference runs are reproduced to nine digits', () => {
  test('on exact data, 3 to 25 elements', () => {
    expectRows(exact, reference?.linkk_reference.rows ?? []);
  });

  test('on data with 0.5 % noise, 3 to 40 elements', () => {
    const noisy = reference?.linkk_noisy_0p5pct;
    const spectrum = {
      frequency_Hz: Float64Array.from(noisy?.f ?? []),
      zRe_ohm: Float64Array.from(noisy?.Z_re ?? []),
      zIm_ohm: Float64Array.from(noisy?.Z_im ?? []),
    };
    expectRows(spectrum, noisy?.rows ?? []);
  });
});

describe.each(['real', 'imaginary'] as const)('the %s fit', (fit) => {
  test.each(['impedance', 'admittance'] as const)(
    'predicts the other part of an exact %s',
    (representation) => {
      const found = linearKramersKronig(exact, { rcCount: 24, fit, representation, lowFrequencyTerm: true });
      const worst = Math.max(
        ...(found?.residualRe ?? [NaN]).map(Math.abs),
        ...(found?.residualIm ?? []).map(Math.abs),
      );
      expect(worst).toBeLessThan(0.02);
    },
  );
});

test('more unknowns than values are refused', () => {
  const options = { fit: 'real', representation: 'impedance', lowFrequencyTerm: true } as const;
  expect(linearKramersKronig(exact, { ...options, rcCount: 58 })).toBeNull();
});
