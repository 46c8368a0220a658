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

test('the median of many values is that of the sorted list, however they are spread', () => {
  const spreads: Record<string, (value: number) => number> = {
    even: (value) => value,
    'signed with far outliers': (value) => (value % 97 === 0 ? 1e9 : value - 400) / 7,
    'over many decades': (value) => 10 ** (value / 50 - 12),
    'nearly all the same': (value) => (value === 5 ? 6 : 1.25),
    'all the same': () => -0.4,
    'beyond what a difference can hold': (value) => (value % 2 === 0 ? 1.7e308 : -1.7e308),
  };
  for (const [name, spread] of Object.entries(spreads))
    for (const count of [256, 257, 1000, 4097]) {
      let state = 20_261_123;
      const values = Float64Array.from({ length: count }, () => {
        state = (state * 48_271) % 2_147_483_647;
        return spread(state % 800);
      });
      const sorted = values.slice().sort();
      const [low, high] = [sorted[(count - 1) >> 1] ?? NaN, sorted[count >> 1] ?? NaN];
      expect(medianOf(values), `${name}, ${count} values`).toBe(count % 2 === 1 ? high : (low + high) / 2);
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
