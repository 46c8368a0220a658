import { describe, expect, test } from 'vitest';
import { cumulativeIncidence } from '#core/statistics/cumulativeIncidence.ts';
import { kaplanMeier, medianLifetime } from '#core/statistics/kaplanMeier.ts';
import { exactLogRank, logRank } from '#core/statistics/logRank.ts';
import type { Lifetime } from '#core/statistics/survival.ts';

const failed = (...times: number[]): Lifetime[] => times.map((time) => ({ time, failed: true }));
const watched = (...times: number[]): Lifetime[] => times.map((time) => ({ time, failed: false }));

/** Remission of leukaemia in weeks, Freireich et al., Blood 21 (1963) 699: the field's worked example. */
const treated = [
  ...failed(6, 6, 6, 7, 10, 13, 16, 22, 23),
  ...watched(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
];
const placebo = failed(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23);

/** Hours to a short. */
const bare = failed(35, 48, 60);
const coated = [...failed(420), ...watched(500, 500, 500)];

describe('how long cells last', () => {
  test('the survival curve of the worked example, with its errors', () => {
    const steps = kaplanMeier(treated);
    expect(steps.map(({ time }) => time)).toEqual([6, 7, 10, 13, 16, 22, 23]);
    expect(steps.map(({ atRisk }) => atRisk)).toEqual([21, 17, 15, 12, 11, 7, 6]);
    expect(steps[0]?.survival).toBeCloseTo(0.8571428571428572, 12);
    expect(steps[0]?.standardError).toBeCloseTo(0.07636035483212125, 12);
    expect(steps[6]?.survival).toBeCloseTo(0.44817927170868355, 12);
    expect(steps[6]?.standardError).toBeCloseTo(0.13459145675576048, 12);
    expect(medianLifetime(steps)).toBe(23);
  });

  test('the interval stays within 0 and 1 and holds the estimate', () => {
    for (const { survival, interval95 } of kaplanMeier(treated)) {
      const [low, high] = interval95 ?? [NaN, NaN];
      expect(low).toBeGreaterThan(0);
      expect(low).toBeLessThan(survival);
      expect(high).toBeGreaterThan(survival);
      expect(high).toBeLessThan(1);
    }
  });

  test('the last failure of a group without survivors has no error', () => {
    expect(kaplanMeier(bare).at(-1)).toMatchObject({ time: 60, survival: 0, standardError: null });
    expect(medianLifetime(kaplanMeier(coated))).toBeNull();
  });

  test('the log-rank test of the worked example', () => {
    const found = logRank(treated, placebo);
    expect(found?.observed).toBe(9);
    expect(found?.expected).toBeCloseTo(19.25050094803113, 10);
    expect(found?.variance).toBeCloseTo(6.2569605736755, 10);
    expect(found?.chiSquared).toBeCloseTo(16.79294098921654, 10);
    expect(found?.p).toBeCloseTo(4.168809109334532e-5, 13);
  });

  test('with few cells the exact test is the honest one', () => {
    expect(logRank(bare, coated)?.p).toBeCloseTo(0.010063270374634803, 10);
    expect(exactLogRank(bare, coated)).toEqual({ p: 1 / 35, regroupings: 35, isExact: true });
    expect(logRank(watched(5), watched(7))).toBeNull();
    expect(exactLogRank(watched(5), watched(7))).toBeNull();
  });

  test('a cell lost to one cause no longer counts as one that could fail of another', () => {
    // By hand: four cells; a short at 10, contact lost at 20, a test ended at 30, a short at 40.
    const steps = cumulativeIncidence(
      [
        { time: 10, cause: 'short' },
        { time: 20, cause: 'contact' },
        { time: 30, cause: null },
        { time: 40, cause: 'short' },
      ],
      ['short', 'contact'],
    );
    expect(steps.map(({ time }) => time)).toEqual([10, 20, 40]);
    expect(steps[1]?.incidence).toEqual({ short: 0.25, contact: expect.closeTo(0.25, 12) as number });
    expect(steps[2]?.incidence.short).toBeCloseTo(0.75, 12);
    expect(steps[2]?.incidence.contact).toBeCloseTo(0.25, 12);
  });
});
