import { expect, test } from 'vitest';
import { impedance } from './impedance.ts';

const RC = { inductance_H: 0, series_ohm: 2, arcs: [{ r_ohm: 10, q: 1e-6, n: 1 }], parallel_ohm: null };

test('a resistor in parallel with a capacitor has R/2 (1 - j) at 1/(2 pi R C)', () => {
  const { re, im } = impedance(RC, 1 / (2 * Math.PI * 10 * 1e-6));
  expect(re).toBeCloseTo(2 + 5, 9);
  expect(im).toBeCloseTo(-5, 9);
});

test('a short in parallel halves an equal resistance', () => {
  const { re, im } = impedance({ ...RC, arcs: [], parallel_ohm: 2 }, 1000);
  expect(re).toBeCloseTo(1, 12);
  expect(im).toBeCloseTo(0, 12);
});

test('an inductance of 1 uH adds 2 pi ohm at 1 MHz', () => {
  expect(impedance({ ...RC, arcs: [], inductance_H: 1e-6 }, 1e6).im).toBeCloseTo(2 * Math.PI, 9);
});
