import { expect, test } from 'vitest';
import { runningMedianOfFive } from '#core/numeric/medianOfFive.ts';
import { createRandom } from '../../simulate/random.ts';

test('agrees with sorting every window, whatever the length', () => {
  const seed = 20240920;
  const random = createRandom(seed);
  for (let length = 0; length < 40; length += 1) {
    const values = Float64Array.from({ length }, () => Math.round(10 * random.normal()) + 0);
    const expected = Array.from(values, (_, i) => {
      const window = Array.from(values.slice(Math.max(0, i - 2), i + 3)).sort((a, b) => a - b);
      const middle = window.length >> 1;
      return window.length % 2 === 1
        ? window[middle]
        : ((window[middle - 1] ?? NaN) + (window[middle] ?? NaN)) / 2;
    });
    const medians = new Float64Array(length);
    runningMedianOfFive(values, length, medians);
    expect([...medians], `seed ${seed}, length ${length}`).toEqual(expected);
  }
});
