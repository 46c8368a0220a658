import { expect, test } from 'vitest';
import { subtractBlanks, subtractOpen, subtractShort } from '#core/eis/subtractBlank.ts';

const spectrum = (frequency_Hz: number[], re: number[], im: number[]) => ({
  frequency_Hz: Float64Array.from(frequency_Hz),
  zRe_ohm: Float64Array.from(re),
  zIm_ohm: Float64Array.from(im),
});

test('a short is subtracted, halfway between two decades of the blank with the mean of both', () => {
  const leads = spectrum([1, 100, 10_000], [1, 3, 5], [0, 2, 4]);
  const found = subtractShort(spectrum([10, 1000, 100], [12, 14, 13], [-1, 3, 2]), leads);
  expect(found.ok && [...found.spectrum.zRe_ohm]).toEqual([10, 10, 10]);
  expect(found.ok && [...found.spectrum.zIm_ohm]).toEqual([-2, 0, 0]);
});

test('an open path lies in parallel: 100 ohm read beside 200 ohm were 200 ohm', () => {
  const found = subtractOpen(spectrum([10], [100], [0]), spectrum([1, 100], [200, 200], [0, 0]));
  expect(found.ok && found.spectrum.zRe_ohm[0]).toBeCloseTo(200, 10);
});

test('frequencies outside the blank are refused by name', () => {
  const found = subtractShort(
    spectrum([0.1, 10, 1e6], [1, 1, 1], [0, 0, 0]),
    spectrum([1, 100], [0, 0], [0, 0]),
  );
  expect(found).toEqual({ ok: false, outside_Hz: [0.1, 1e6] });
});

test('leads and stray path together: the open was measured through the same leads', () => {
  // 100 ohm cell beside 400 ohm is 80 ohm, behind leads of 2 ohm 82; the open reads 402 ohm.
  const found = subtractBlanks(spectrum([10], [82], [0]), {
    short: spectrum([1, 100], [2, 2], [0, 0]),
    open: spectrum([1, 100], [402, 402], [0, 0]),
  });
  expect(found.ok && found.spectrum.zRe_ohm[0]).toBeCloseTo(100, 10);
});

test('without a blank a spectrum stays as it is', () => {
  const measured = spectrum([10], [82], [-3]);
  expect(subtractBlanks(measured, {})).toEqual({ ok: true, spectrum: measured });
});
