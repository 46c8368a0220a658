import { expect, test } from 'vitest';
import { zHit } from '#core/eis/zHit.ts';
import { createRandom } from '../../simulate/random.ts';
import { noisySpectrum, relaxationImpedance, sweepFrequencies } from '../../simulate/relaxations.ts';

const FREQUENCIES = sweepFrequencies({ start_Hz: 1e5, stop_Hz: 1e-2, points: 71 });
const arc = { r_ohm: 100, tau_s: 1e-2, a: 0.85, b: 1 };

/** Every point measured on a cell whose impedance has grown by `drift` at the end: the phase does not change. */
function spectrum(drift: number, noise: number) {
  const last = FREQUENCIES.length - 1;
  return noisySpectrum(
    (f, k) => {
      const { re, im } = relaxationImpedance(arc, f);
      const growth = 1 + drift * Math.max(0, (k - 40) / (last - 40));
      return { re: (re + 50) * growth, im: im * growth };
    },
    FREQUENCIES,
    { noise, random: createRandom(9) },
  );
}

const largest = (values: Float64Array | undefined) => Math.max(...(values ?? [NaN]).map(Math.abs));

test('gives back the modulus of an exact circuit from its phase within 1.5 %', () => {
  const found = zHit(spectrum(0, 0));
  expect(largest(found?.deviation)).toBeLessThan(0.015);
  expect(found?.valid).toBe(true);
});

test('of a constant phase element exactly: its phase is constant, its modulus a straight line', () => {
  const frequency_Hz = sweepFrequencies({ start_Hz: 1e4, stop_Hz: 1, points: 41 });
  const found = zHit(
    noisySpectrum(
      (f) => {
        const size = (2 * Math.PI * f) ** -0.8 / 1e-4;
        return { re: size * Math.cos(0.4 * Math.PI), im: -size * Math.sin(0.4 * Math.PI) };
      },
      frequency_Hz,
      { noise: 0, random: createRandom(1) },
    ),
  );
  expect(largest(found?.deviation)).toBeLessThan(1e-9);
});

test('accepts 0.5 % noise', () => {
  expect(zHit(spectrum(0, 0.005))?.valid).toBe(true);
});

test('sees a cell that drifted by 20 % at the low end, and by how much', () => {
  const found = zHit(spectrum(0.2, 0.002));
  expect(found?.valid).toBe(false);
  // |Z| is 1.2 times what the phase says: 1 − 1/1.2.
  expect(found?.deviation.at(-1)).toBeCloseTo(1 - 1 / 1.2, 1);
});

test('the order of the points does not matter; a frequency measured twice has no derivative', () => {
  const forward = spectrum(0.2, 0.002);
  const reversed = {
    frequency_Hz: forward.frequency_Hz.toReversed(),
    zRe_ohm: forward.zRe_ohm.toReversed(),
    zIm_ohm: forward.zIm_ohm.toReversed(),
  };
  expect(zHit(reversed)?.deviation[0]).toBeCloseTo(zHit(forward)?.deviation.at(-1) ?? NaN, 12);
  const twice = {
    ...forward,
    frequency_Hz: forward.frequency_Hz.map((f, k) => (k === 3 ? (forward.frequency_Hz[2] ?? f) : f)),
  };
  expect(zHit(twice)).toBeNull();
});
