import { expect, test } from 'vitest';
import { fitMisfit } from '../../../src/renderer/views/impedance/fit/fitMisfit.ts';

test('a fit that leaves ten times the noise does not describe the spectrum, one at the noise does', () => {
  // 57 points, 1 % of |Z| left in both parts: χ² = 2 × 57 × 0.01².
  const fit = { chiSquared_modulus: 2 * 57 * 0.01 ** 2, points: 57 };
  expect(fitMisfit(fit, 0.001)?.residualRms).toBeCloseTo(0.01, 12);
  expect(fitMisfit(fit, 0.009)).toBeNull();
});

test('exact data without any noise are not asked for more than a thousandth of |Z|', () => {
  expect(fitMisfit({ chiSquared_modulus: 2 * 57 * 1e-10, points: 57 }, 0)).toBeNull();
});
