import { expect, test } from 'vitest';
import { linearLeastSquares } from '#core/numeric/linearLeastSquares.ts';

test('the straight line through (0,6) (1,0) (2,0) by hand: 5 − 3 x', () => {
  const x = linearLeastSquares(Float64Array.of(1, 1, 1, 0, 1, 2), Float64Array.of(6, 0, 0));
  expect(x[0]).toBeCloseTo(5, 12);
  expect(x[1]).toBeCloseTo(-3, 12);
});

test('a square system is solved exactly', () => {
  // 2x + y = 4, x + 3y = 7 gives (1, 2).
  const x = linearLeastSquares(Float64Array.of(2, 1, 1, 3), Float64Array.of(4, 7));
  expect(x[0]).toBeCloseTo(1, 12);
  expect(x[1]).toBeCloseTo(2, 12);
});

test('nearly parallel columns keep the digits that normal equations lose (Läuchli’s matrix)', () => {
  const tiny = 1e-8;
  const x = linearLeastSquares(Float64Array.of(1, tiny, 0, 1, 0, tiny), Float64Array.of(2, tiny, tiny));
  expect(x[0]).toBeCloseTo(1, 6);
  expect(x[1]).toBeCloseTo(1, 6);
});

test('a column of zeros leaves its unknown at zero', () => {
  const x = linearLeastSquares(Float64Array.of(1, 1, 0, 0), Float64Array.of(3, 5));
  expect([...x]).toEqual([expect.closeTo(4, 12), 0]);
});
