import { expect, test } from 'vitest';
import {
  inverseElement,
  inverseTransposed,
  mutateToCholesky,
  mutateToSolution,
} from '#core/numeric/cholesky.ts';

// [[4,12,-16],[12,37,-43],[-16,-43,98]] = L Lᵀ with L = [[2],[6,1],[-8,5,3]], multiplied out by hand.
const matrix = () => Float64Array.of(4, 12, -16, 12, 37, -43, -16, -43, 98);

test('factors a matrix that was made from a known factor', () => {
  const factor = matrix();
  expect(mutateToCholesky(factor, 3)).toBe(-1);
  expect([factor[0], factor[3], factor[4], factor[6], factor[7], factor[8]]).toEqual([2, 6, 1, -8, 5, 3]);
});

test('solves for a vector that was multiplied out by hand', () => {
  const factor = matrix();
  mutateToCholesky(factor, 3);
  // A (1, -2, 3) = (4-24-48, 12-74-129, -16+86+294)
  const vector = Float64Array.of(-68, -191, 364);
  mutateToSolution(factor, 3, vector);
  expect(vector[0]).toBeCloseTo(1, 10);
  expect(vector[1]).toBeCloseTo(-2, 10);
  expect(vector[2]).toBeCloseTo(3, 10);
});

test('gives the elements of the inverse: times the matrix they are the identity', () => {
  const factor = matrix();
  mutateToCholesky(factor, 3);
  const transposed = inverseTransposed(factor, 3);
  const a = matrix();
  for (let i = 0; i < 3; i += 1) {
    for (let j = 0; j < 3; j += 1) {
      let sum = 0;
      for (let k = 0; k < 3; k += 1) sum += (a[i * 3 + k] ?? NaN) * inverseElement(transposed, 3, k, j);
      expect(sum).toBeCloseTo(i === j ? 1 : 0, 9);
    }
  }
});

test('names the first row that depends on the rows before it', () => {
  expect(mutateToCholesky(Float64Array.of(1, 2, 2, 4), 2)).toBe(1);
});
