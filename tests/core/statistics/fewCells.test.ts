import { describe, expect, test } from 'vitest';
import { describeSample } from '#core/statistics/describeSample.ts';
import { geometricMeanRatio } from '#core/statistics/geometricMeanRatio.ts';
import { hedgesG } from '#core/statistics/hedgesG.ts';
import { holm } from '#core/statistics/holm.ts';
import { mannWhitney, smallestRankP } from '#core/statistics/mannWhitney.ts';
import { permutationTest } from '#core/statistics/permutationTest.ts';
import { welchTest } from '#core/statistics/welchTest.ts';
import { createRandom } from '../../simulate/random.ts';

/** Polarisations in mV; the expected numbers beside them were computed with SciPy 1.10. */
const bare = [82, 95, 88];
const coated = [11, 9, 14, 10];

describe('few cells', () => {
  test('mean, spread and the width of the interval agree with SciPy', () => {
    expect(describeSample(bare).mean).toBeCloseTo(88.33333333333333, 12);
    expect(describeSample(bare).sd).toBeCloseTo(6.506407098647712, 12);
    expect(describeSample([0, 2]).halfWidth95 / Math.SQRT2).toBeCloseTo(8.984643532275763, 8);
    const tenfold = describeSample([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(tenfold.halfWidth95 / tenfold.sd).toBeCloseTo(0.7153569059525722, 10);
  });

  test('a single cell has a mean and no spread', () => {
    expect(describeSample([5])).toEqual({ n: 1, mean: 5, sd: NaN, halfWidth95: NaN });
    expect(welchTest([5], coated)).toBeNull();
    expect(hedgesG([5], coated)).toBeNull();
  });

  test('Welch agrees with SciPy on the plain scale', () => {
    const welch = welchTest(bare, coated);
    expect(welch?.t).toBeCloseTo(19.785026477800645, 10);
    expect(welch?.degrees).toBeCloseTo(2.333744792470297, 12);
    expect(welch?.p).toBeCloseTo(0.0011869459867599073, 13);
    expect(welch?.difference).toBeCloseTo(77.33333333333333, 12);
    expect(welch?.lower95).toBeCloseTo(62.62261177849318, 8);
    expect(welch?.upper95).toBeCloseTo(92.04405488817348, 8);
  });

  test('the ratio of geometric means comes with the p of the logarithms', () => {
    const found = geometricMeanRatio(bare, coated);
    expect(found?.ratio).toBeCloseTo(8.126419464350997, 12);
    expect(found?.interval?.p).toBeCloseTo(2.9583185977419592e-5, 14);
    expect(geometricMeanRatio([80], [10])).toEqual({
      ratio: expect.closeTo(8, 12) as number,
      interval: null,
    });
    expect(geometricMeanRatio([1, 0], coated)).toBeNull();
  });

  test("Hedges' g carries the exact factor", () => {
    const effect = hedgesG(bare, coated);
    expect(effect?.d).toBeCloseTo(17.408706530442263, 10);
    expect(effect?.g).toBeCloseTo(14.636347078796721, 10);
    expect(effect?.variance).toBeCloseTo(15.884951605547714, 10);
    expect(effect?.lower95).toBeCloseTo(6.824584788002658, 9);
    expect(effect?.upper95).toBeCloseTo(22.44810936959078, 9);
  });

  test('the exact tests count every regrouping', () => {
    expect(permutationTest(bare, coated)).toEqual({ p: 1 / 35, regroupings: 35, isExact: true });
    const [a, b] = [
      [3.1, 4.2, 5.5, 6.0],
      [1.0, 2.0, 4.0, 4.1, 5.0],
    ];
    expect(mannWhitney(a, b)?.p).toBeCloseTo(0.1904761904761905, 12);
    expect(mannWhitney(a, b)?.u).toBe(16);
    expect(permutationTest(a, b)?.p).toBeCloseTo(0.1984126984126984, 12);
  });

  test('ranks of many cells are counted exactly too', () => {
    // scipy 1.10, mannwhitneyu(method='exact').
    const a = Array.from({ length: 20 }, (_, i) => 3 * (i + 1));
    const b = a.map((value) => value + 20.5);
    expect(mannWhitney(a, b)).toMatchObject({ u: 91, isExact: true });
    expect(mannWhitney(a, b)?.p).toBeCloseTo(0.0026426305915593523, 13);
    const c = [1.1, 2.3, 3.7, 5.2, 6.6, 8.1, 9.9, 12.4, 15.0, 16.5, 18.2, 20.9];
    const d = [4.4, 7.3, 10.8, 11.7, 13.9, 14.2, 17.1, 19.3, 21.8, 22.6, 24.0, 25.5];
    expect(mannWhitney(c, d)?.p).toBeCloseTo(0.04490199529908778, 13);
  });

  test('counting rank sums agrees with listing every regrouping where values are equal', () => {
    const a = [1, 2, 2, 5, 7];
    const b = [2, 3, 5, 8, 8, 9];
    const values = [...a, ...b];
    const rankOf = (value: number) =>
      values.filter((other) => other < value).length +
      (values.filter((other) => other === value).length + 1) / 2;
    const ranks = values.map(rankOf);
    const sums: number[] = [];
    // Every five of eleven, by the bits of a number.
    for (let bits = 0; bits < 2 ** 11; bits += 1) {
      const chosen = ranks.filter((_, i) => (bits >> i) % 2 === 1);
      if (chosen.length === 5) sums.push(chosen.reduce((sum, rank) => sum + rank, 0));
    }
    const mine = ranks.slice(0, 5).reduce((sum, rank) => sum + rank, 0);
    const extreme = sums.filter((sum) => Math.abs(sum - 30) >= Math.abs(mine - 30)).length;
    expect(sums).toHaveLength(462);
    expect(mannWhitney(a, b)?.p).toBeCloseTo(extreme / 462, 13);
  });

  test('the smallest p that ranks can reach is told from the numbers of cells', () => {
    expect(smallestRankP(2, 2)).toBeCloseTo(1 / 3, 12);
    expect(smallestRankP(2, 3)).toBeCloseTo(0.2, 12);
    expect(smallestRankP(3, 3)).toBeCloseTo(0.1, 12);
    expect(smallestRankP(3, 4)).toBeCloseTo(0.05714285714285714, 12);
    expect(smallestRankP(4, 4)).toBeCloseTo(0.02857142857142857, 12);
    expect(smallestRankP(5, 5)).toBeCloseTo(0.007936507936507936, 12);
    for (const n of [2, 3, 4]) {
      const [low, high] = [
        Array.from({ length: n }, (_, i) => i),
        Array.from({ length: n }, (_, i) => 10 + i),
      ];
      expect(mannWhitney(low, high)?.p).toBeCloseTo(smallestRankP(n, n), 12);
    }
  });

  test('Holm multiplies the smallest p by their number and keeps the order', () => {
    // Worked by hand: 4 × 0.005, 3 × 0.01, 2 × 0.03, then not below the one before.
    const adjusted = holm([0.01, 0.04, 0.03, 0.005]);
    [0.03, 0.06, 0.06, 0.02].forEach((p, i) => {
      expect(adjusted[i]).toBeCloseTo(p, 12);
    });
  });

  test.each([1, 2, 4])(
    'the interval of the ratio covers it as often as it says, spread ratio %s',
    (spreadRatio) => {
      const seed = 20240920 + spreadRatio;
      const random = createRandom(seed);
      const studies = 2000;
      let covered = 0;
      for (let study = 0; study < studies; study += 1) {
        const draw = (mean: number, spread: number) =>
          Array.from({ length: 3 }, () => mean * Math.exp(spread * random.normal()));
        const interval = geometricMeanRatio(draw(80, 0.1 * spreadRatio), draw(10, 0.1))?.interval;
        if (interval && interval.lower95 <= 8 && 8 <= interval.upper95) covered += 1;
      }
      console.log(
        `seed ${seed}: ${covered} of ${studies} intervals cover the ratio, spread ratio ${spreadRatio}`,
      );
      expect(covered / studies).toBeGreaterThanOrEqual(0.93);
      expect(covered / studies).toBeLessThanOrEqual(0.975);
    },
  );
});
