import { expect, test } from 'vitest';
import { chiSquaredTail } from '#core/numeric/chiSquaredTail.ts';
import { combinations, numberOfCombinations } from '#core/numeric/combinations.ts';
import { incompleteBeta } from '#core/numeric/incompleteBeta.ts';
import { logGamma } from '#core/numeric/logGamma.ts';
import { studentQuantile } from '#core/numeric/studentQuantile.ts';
import { studentTail } from '#core/numeric/studentTail.ts';
import { upperIncompleteGamma } from '#core/numeric/upperIncompleteGamma.ts';

/** The expected numbers of this file were computed with SciPy 1.10 (special, stats), the quantiles of the first three with mpmath. */
const relative = (value: number, expected: number) => Math.abs(value / expected - 1);

test.each([
  [0.3, 0.5, 0.5, 0.3690101195655454],
  [0.9, 2, 3, 0.9963],
  [0.97, 150, 0.5, 0.002524730899404857],
  [0.999, 1e3, 0.5, 0.15724727426683946],
])('incomplete beta at %s with %s and %s', (x, a, b, expected) => {
  expect(relative(incompleteBeta(x, a, b), expected)).toBeLessThan(1e-11);
});

test.each([
  [0.5, 3, 0.014305878435429641],
  [2.5, 1, 0.8491450360846096],
  [10, 30, 7.121750862815593e-6],
  [0.5, 20, 2.5396285894708634e-10],
])('upper incomplete gamma with %s at %s', (a, x, expected) => {
  expect(relative(upperIncompleteGamma(a, x), expected)).toBeLessThan(1e-11);
  expect(chiSquaredTail(2 * x, 2 * a)).toBe(upperIncompleteGamma(a, x));
});

test.each([
  [0.1, 2.252712651734206],
  [0.5, 0.5723649429247],
  [3.7, 1.428072326665388],
  [170.3, 702.9773854513281],
])('logarithm of gamma at %s', (x, expected) => {
  expect(relative(logGamma(x), expected)).toBeLessThan(1e-12);
});

test.each([
  [1.3, 7.50052932556203332],
  [2.333744792470297, 3.76360364829838192],
  [7.7, 2.32173675283086475],
  [250.5, 1.9694792720509302],
])('the quantile for %s degrees of freedom, whole or not', (degrees, expected) => {
  expect(relative(studentQuantile(degrees, 0.95), expected)).toBeLessThan(1e-9);
  expect(studentTail(expected, degrees)).toBeCloseTo(0.05, 10);
});

test('no quantile below one degree of freedom', () => {
  expect(studentQuantile(0, 0.95)).toBeNaN();
  expect(studentTail(Infinity, 3)).toBe(0);
});

test('every choice comes once', () => {
  const seen = new Set<string>();
  for (const chosen of combinations(6, 3)) seen.add(chosen.join());
  expect(seen.size).toBe(20);
  expect(numberOfCombinations(6, 3)).toBe(20);
  expect([...combinations(3, 3)]).toHaveLength(1);
});
