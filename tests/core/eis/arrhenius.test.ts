import { expect, test } from 'vitest';
import { fitArrhenius } from '#core/eis/arrhenius.ts';
import { resistanceRatio } from '#core/eis/resistanceRatio.ts';

test('exact data of 0.35 eV give back energy and prefactor', () => {
  // k = 8.617333262e-5 eV/K
  const points = [258.15, 268.15, 278.15, 288.15, 298.15].map((temperature_K) => ({
    temperature_K,
    value: 2500 * Math.exp(-0.35 / (8.617333262e-5 * temperature_K)),
  }));
  const found = fitArrhenius(points);
  expect(found?.activationEnergy_eV).toBeCloseTo(0.35, 8);
  expect((found?.prefactor ?? NaN) / 2500).toBeCloseTo(1, 6);
  expect(found?.interval95_kJPerMol?.[0]).toBeCloseTo(33.77, 2);
});

test('two temperatures give an energy without an interval, one gives none', () => {
  const points = [
    { temperature_K: 300, value: 2 },
    { temperature_K: 280, value: 1 },
  ];
  expect(fitArrhenius(points)?.interval95_kJPerMol).toBeNull();
  expect(fitArrhenius(points.slice(0, 1))).toBeNull();
});

test('the ratio of 100, 200 and 25, 50 ohm is 4; by hand its interval is wide with two cells each', () => {
  // Logs differ by ln 4; each group's error is ln 2/2, together 0.49013; t(2, 95 %) = 4.302653.
  const found = resistanceRatio([100, 200], [25, 50]);
  expect(found?.ratio).toBeCloseTo(4, 12);
  expect(found?.interval95?.[0]).toBeCloseTo(4 * Math.exp(-4.302653 * 0.490129), 4);
  expect(found?.interval95?.[1]).toBeCloseTo(4 * Math.exp(4.302653 * 0.490129), 2);
  expect(found?.cells).toEqual([2, 2]);
});

test('one cell a group has a ratio without an interval', () => {
  expect(resistanceRatio([100], [50])).toEqual({
    ratio: expect.closeTo(2, 12) as number,
    interval95: null,
    cells: [1, 1],
  });
});
