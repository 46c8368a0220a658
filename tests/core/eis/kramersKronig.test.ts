import { describe, expect, test } from 'vitest';
import { testKramersKronig } from '#core/eis/kramersKronig.ts';
import { kramersKronig } from '#core/eis/kramersKronigAdvice.ts';
import { linearKramersKronig } from '#core/eis/linearKramersKronig.ts';
import { impedance, type Circuit } from '../../simulate/impedance.ts';
import { createRandom } from '../../simulate/random.ts';
import { noisySpectrum, relaxationImpedance, sweepFrequencies } from '../../simulate/relaxations.ts';

const FREQUENCIES = sweepFrequencies({ start_Hz: 1e6, stop_Hz: 1e-2, points: 57 });
const cell = (series_ohm: number, arcs: Circuit['arcs'], inductance_H = 0): Circuit => ({
  inductance_H,
  series_ohm,
  arcs,
  parallel_ohm: null,
});

/** A tail is an arc so large that only its beginning is seen. */
const CIRCUITS: Readonly<Record<string, Circuit>> = {
  'one arc': cell(5, [{ r_ohm: 80, q: 2e-5, n: 0.9 }]),
  'two arcs': cell(10, [
    { r_ohm: 100, q: 1e-5, n: 0.9 },
    { r_ohm: 200, q: 1e-3, n: 0.8 },
  ]),
  'solid electrolyte and interface': cell(10, [
    { r_ohm: 200, q: 1e-9, n: 0.95 },
    { r_ohm: 300, q: 2e-6, n: 0.8 },
  ]),
  'arc with lead inductance': cell(2, [{ r_ohm: 40, q: 1e-4, n: 0.85 }], 5e-7),
  'arc and diffusion': cell(8, [
    { r_ohm: 60, q: 1e-5, n: 0.88 },
    { r_ohm: 1e9, q: 0.05, n: 0.5 },
  ]),
  'blocking electrodes': cell(8, [
    { r_ohm: 150, q: 5e-9, n: 0.98 },
    { r_ohm: 1e12, q: 3e-5, n: 0.85 },
  ]),
};

/** Arcs whose resistances grow during the sweep, in proportion to the time a cycle of each frequency takes. */
function drifted(circuit: Circuit, drift: number, noise: number, seed: number) {
  const spent = [...FREQUENCIES].map((f) => 0.5 + 2 / f);
  const whole = spent.reduce((a, b) => a + b, 0);
  let time = 0;
  const shares = spent.map((s) => (time += s) / whole);
  return noisySpectrum(
    (f, k) => {
      const growth = 1 + drift * (shares[k] ?? 0);
      const arcs = circuit.arcs.map((arc) => ({ ...arc, r_ohm: arc.r_ohm * growth }));
      return impedance({ ...circuit, arcs }, f);
    },
    FREQUENCIES,
    { noise, random: createRandom(seed) },
  );
}

describe('the verdict is right on 22 of 22', () => {
  const clean = Object.keys(CIRCUITS).flatMap((name) => [0.002, 0.01].map((noise) => ({ name, noise })));

  test.each(clean)('$name with noise $noise is valid', ({ name, noise }) => {
    const circuit = CIRCUITS[name] ?? cell(1, []);
    const found = testKramersKronig(drifted(circuit, 0, noise, 11));
    expect(found?.valid).toBe(true);
    expect((found?.noiseRms ?? NaN) / noise).toBeGreaterThan(0.8);
    expect((found?.noiseRms ?? NaN) / noise).toBeLessThan(1.2);
  });

  const drifts = [
    { name: 'two arcs', drift: 0.1, noise: 0.001 },
    { name: 'two arcs', drift: 0.2, noise: 0.001 },
    { name: 'two arcs', drift: 0.35, noise: 0.001 },
    { name: 'two arcs', drift: 0.2, noise: 0.005 },
    { name: 'two arcs', drift: 0.35, noise: 0.005 },
    { name: 'solid electrolyte and interface', drift: 0.1, noise: 0.001 },
    { name: 'solid electrolyte and interface', drift: 0.35, noise: 0.005 },
    { name: 'one arc', drift: 0.1, noise: 0.001 },
    { name: 'one arc', drift: 0.2, noise: 0.001 },
    { name: 'one arc', drift: 0.35, noise: 0.005 },
  ];

  test.each(drifts)('$name that drifted by $drift at noise $noise is not valid', ({ name, drift, noise }) => {
    const found = testKramersKronig(drifted(CIRCUITS[name] ?? cell(1, []), drift, noise, 12));
    expect(found?.valid).toBe(false);
  });
});

test('exact data are valid although mu never falls', () => {
  const found = testKramersKronig(drifted(CIRCUITS['two arcs'] ?? cell(1, []), 0, 0, 1));
  expect(found?.valid).toBe(true);
  expect(found?.mu).toBeGreaterThan(0.85);
});

const searched = Object.keys(CIRCUITS).flatMap((name) =>
  [0.001, 0.003, 0.01].flatMap((noise) => [0, 0.2].map((drift) => ({ name, noise, drift }))),
);

test.each(searched)(
  'the elements for $name, noise $noise, drift $drift leave hardly more than the least variance of all numbers, with hardly more elements than that takes',
  ({ name, noise, drift }) => {
    const spectrum = drifted(CIRCUITS[name] ?? cell(1, []), drift, noise, 5);
    const options = { fit: 'complex', representation: 'impedance', lowFrequencyTerm: true } as const;
    const variances = Array.from({ length: 41 }, (_, i) => {
      const found = linearKramersKronig(spectrum, { ...options, rcCount: i + 3 });
      return (found?.chiSquared ?? NaN) / (2 * 57 - (i + 3) - 3);
    });
    const least = Math.min(...variances);
    const found = testKramersKronig(spectrum);
    expect((found?.noiseRms ?? NaN) ** 2 / least).toBeLessThan(1.35);
    expect(found?.rcCount).toBeGreaterThanOrEqual(3 + variances.findIndex((each) => each <= 1.35 * least));
    expect(found?.rcCount).toBeLessThanOrEqual(3 + variances.findIndex((each) => each <= 1.02 * least));
  },
);

describe.each(Object.keys(CIRCUITS))(
  'the printed noise of 20 simulated spectra of 71 points, %s:',
  (name) => {
    const frequencies = sweepFrequencies({ start_Hz: 1e6, stop_Hz: 1e-2, points: 71 });
    const circuit = CIRCUITS[name] ?? cell(1, []);

    test.each([0.001, 0.005, 0.01])('noise of %s comes back within its own uncertainty', (noise) => {
      const first = 100 * Object.keys(CIRCUITS).indexOf(name) + 1e5 * noise;
      const found = Array.from({ length: 20 }, (_, seed) => {
        const random = createRandom(first + seed);
        const tested = testKramersKronig(
          noisySpectrum((f) => impedance(circuit, f), frequencies, { noise, random }),
        );
        const { noiseRms = NaN, noiseRmsStandardError = NaN, rcCount = NaN, valid } = tested ?? {};
        expect(valid).toBe(true);
        // Far fewer than the 71 that χ² alone would ask for.
        expect(rcCount).toBeLessThan(60);
        return { ratio: noiseRms / noise, deviation: (noiseRms - noise) / noiseRmsStandardError };
      });
      // Two standard errors, which leave out the choice of the number of elements, hold 16 of 20 or more.
      expect(found.filter(({ deviation }) => Math.abs(deviation) > 2).length).toBeLessThanOrEqual(4);
      expect(found.every(({ deviation }) => Math.abs(deviation) < 4)).toBe(true);
      const mean = found.reduce((sum, { ratio }) => sum + ratio, 0) / found.length;
      // A constant phase tail over all decades is what RC elements follow worst.
      expect(Math.abs(mean - 1)).toBeLessThan(name === 'blocking electrodes' ? 0.1 : 0.05);
    });
  },
);

test.each([
  ['real', 'impedance'],
  ['imaginary', 'impedance'],
  ['complex', 'admittance'],
] as const)('the %s fit of the %s tells a clean spectrum from a drifted one', (fit, representation) => {
  const circuit = CIRCUITS['two arcs'] ?? cell(1, []);
  expect(testKramersKronig(drifted(circuit, 0, 0.002, 3), { fit, representation })?.valid).toBe(true);
  expect(testKramersKronig(drifted(circuit, 0.35, 0.001, 3), { fit, representation })?.valid).toBe(false);
});

describe('the advice', () => {
  const arc = { r_ohm: 100, tau_s: 1e-3, a: 0.9, b: 1 };
  const spoiled = (factor: (k: number) => number) =>
    noisySpectrum(
      (f, k) => {
        const { re, im } = relaxationImpedance(arc, f);
        return { re: (re + 20) * factor(k), im: im * factor(k) };
      },
      FREQUENCIES,
      { noise: 0.001, random: createRandom(4) },
    );

  test('names the low end of a cell that changed there', () => {
    const { advice, valid } = kramersKronig(spoiled((k) => (k > 50 ? 1 + 0.05 * (k - 50) : 1))) ?? {};
    expect(valid).toBe(false);
    expect(advice?.code).toBe('drop-low');
    expect(advice?.points).toContain(56);
    expect(advice?.points.length).toBeLessThan(12);
    expect(advice?.detail).toContain('Hz');
  });

  test('names the high end that the leads disturb', () => {
    const { advice } = kramersKronig(spoiled((k) => (k < 6 ? 1 - 0.04 * (6 - k) : 1))) ?? {};
    expect(advice?.code).toBe('drop-high');
    expect(advice?.points).toContain(0);
  });

  test('is none for a clean spectrum', () => {
    expect(kramersKronig(spoiled(() => 1))?.advice.code).toBe('none');
  });
});

test('fewer than eight points are not judged', () => {
  const few = sweepFrequencies({ start_Hz: 1e3, stop_Hz: 1, points: 7 });
  const spectrum = noisySpectrum((f) => impedance(cell(1, []), f), few, {
    noise: 0,
    random: createRandom(1),
  });
  expect(testKramersKronig(spectrum)).toBeNull();
});
