import { expect, test } from 'vitest';
import { highFrequencyIntercept_ohm, isPossibleShort } from '#core/eis/highFrequencyIntercept.ts';

const spectrum = (zRe: number[], zIm: number[]) => ({
  frequency_Hz: Float64Array.from(zRe, (_, k) => 10 ** (6 - k)),
  zRe_ohm: Float64Array.from(zRe),
  zIm_ohm: Float64Array.from(zIm),
});

test('an inductive tail is followed to where it crosses the real axis', () => {
  // From +3 Ω to −1 Ω: three quarters of the way from 10 Ω to 14 Ω.
  expect(highFrequencyIntercept_ohm(spectrum([9, 10, 14, 30], [8, 3, -1, -10]))).toBeCloseTo(13, 12);
});

test('without an inductive point the highest frequency counts, in whatever order the points come', () => {
  expect(highFrequencyIntercept_ohm(spectrum([5, 10], [-1, -3]))).toBe(5);
  const { frequency_Hz, zRe_ohm, zIm_ohm } = spectrum([5, 10], [-1, -3]);
  const reversed = {
    frequency_Hz: frequency_Hz.toReversed(),
    zRe_ohm: zRe_ohm.toReversed(),
    zIm_ohm: zIm_ohm.toReversed(),
  };
  expect(highFrequencyIntercept_ohm(reversed)).toBe(5);
});

test('no points have no intercept', () => {
  expect(highFrequencyIntercept_ohm(spectrum([], []))).toBeNull();
});

test('a fall by more than a fifth may be a short', () => {
  expect(isPossibleShort(10, 7.9)).toBe(true);
  expect(isPossibleShort(10, 8.1)).toBe(false);
});
