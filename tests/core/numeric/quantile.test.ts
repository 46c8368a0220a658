import { expect, test } from 'vitest';
import { medianOf, quantileOf } from '#core/numeric/quantile.ts';

/** Multiplicative congruential numbers with many ties; the seed is printed with a failure. */
function seededValues(seed: number, count: number): Float64Array {
  let state = seed;
  return Float64Array.from({ length: count }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return state % 37;
  });
}

test.each([1, 2, 3, 10, 11, 500, 501])('the median of %i values is that of the sorted list', (count) => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const values = seededValues(seed, count);
    const sorted = [...values].sort((a, b) => a - b);
    const half = count >> 1;
    const expected =
      count % 2 === 1 ? (sorted[half] ?? NaN) : ((sorted[half - 1] ?? NaN) + (sorted[half] ?? NaN)) / 2;
    expect(medianOf(values), `seed ${seed}`).toBe(expected);
    expect(quantileOf(values, 0.95), `seed ${seed}`).toBe(sorted[Math.floor(0.95 * count)]);
  }
});

test('values that are not finite do not count, and nothing has no median', () => {
  expect(medianOf(Float64Array.of(NaN, 3, Infinity, 1, 2))).toBe(2);
  expect(medianOf(new Float64Array(0))).toBeNaN();
  expect(quantileOf(Float64Array.of(NaN), 0.5)).toBeNaN();
});

test('the values given are left in their order', () => {
  const values = Float64Array.of(3, 1, 2);
  medianOf(values);
  expect([...values]).toEqual([3, 1, 2]);
});
