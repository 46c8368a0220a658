import { expect, test } from 'vitest';
import { createRandom } from './random.ts';

test('gives the same numbers for the same seed and others for another', () => {
  const draw = (seed: number): number[] => {
    const random = createRandom(seed);
    return Array.from({ length: 5 }, random.uniform);
  };
  expect(draw(3)).toEqual(draw(3));
  expect(draw(3)).not.toEqual(draw(4));
});

test('normal numbers have mean 0 and standard deviation 1 within four standard errors', () => {
  const random = createRandom(20);
  const values = Array.from({ length: 40_000 }, random.normal);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(values.length));
  expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / values.length));
});
