import { describe, expect, test } from 'vitest';
import { medianSlope, theilSen } from '#core/cycling/trend/theilSen.ts';
import { CONDITIONING } from './scipyCourses.ts';
import { simulatedCourse } from './simulatedCourse.ts';
import { seedsOf } from '../../../support/seedShare.ts';

describe('the slope by Theil and Sen', () => {
  test('is the median of six slopes worked by hand', () => {
    // (1,1) (2,3) (3,2) (4,6): slopes 2, 1/2, 5/3, −1, 3/2, 4; the middle two are 3/2 and 5/3.
    expect(medianSlope(Float64Array.of(1, 2, 3, 4), Float64Array.of(1, 3, 2, 6))).toBeCloseTo(19 / 12, 14);
  });

  test('leaves pairs at the same place out', () => {
    // (1,0) (1,8) (2,1): slopes 1 and −7.
    expect(medianSlope(Float64Array.of(1, 1, 2), Float64Array.of(0, 8, 1))).toBe(-3);
  });

  test('is that of scipy.stats.theilslopes', () => {
    const result = theilSen(CONDITIONING.points);
    if (!result.ok) throw new Error(result.reason);
    expect(result.slope).toBeCloseTo(CONDITIONING.theilSlope, 12);
    expect(result.lower95).toBeLessThan(result.slope);
    expect(result.upper95).toBeGreaterThan(result.slope);
  });

  test('does not follow one wild point', () => {
    const points = Array.from({ length: 15 }, (_, i) => ({
      count: i + 1,
      value: i === 14 ? 1e6 : 3 * i,
      excluded: null,
    }));
    expect(theilSen(points)).toMatchObject({ ok: true, slope: 3 });
  });

  test('gives the same interval for the same seed and another one for another', () => {
    const points = simulatedCourse(40, (t) => 80 + 0.3 * t, { seed: 5, scatter: 2 });
    expect(theilSen(points, { seed: 7 })).toEqual(theilSen(points, { seed: 7 }));
    expect(theilSen(points, { seed: 7 })).not.toMatchObject({
      lower95: (theilSen(points, { seed: 8 }) as { lower95?: number }).lower95,
    });
  });

  test('leaves excluded points out and refuses what is left where it is too little', () => {
    const points = simulatedCourse(10, (t) => t, { seed: 1, scatter: 0.1 }).map((point, i) => ({
      ...point,
      excluded: i < 3 ? 'interrupted' : null,
    }));
    expect(theilSen(points)).toMatchObject({
      ok: false,
      reason: 'too-few-points',
      points: 7,
      excluded: 3,
      needed: 8,
    });
  });

  test('puts neighbours of a long series together and says so', () => {
    const points = simulatedCourse(1000, (t) => 80 + 0.01 * t, { seed: 2, scatter: 0.5 });
    const result = theilSen(points, { replicates: 39 });
    expect(result).toMatchObject({ ok: true, points: 1000, groups: 120 });
    if (result.ok) expect(Math.abs(result.slope - 0.01)).toBeLessThan(3e-4);
  });
});

describe('the block bootstrap’s 95 % interval of a slope over simulated series', () => {
  const SEEDS = seedsOf(200);
  test.each([
    [20, 0],
    [60, 0],
    [60, 0.3],
    [60, 0.5],
  ])('of %i points correlated by %f covers the true slope in 90 to 98 of a hundred', (count, lag1) => {
    let covered = 0;
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const points = simulatedCourse(count, (t) => 80 + 0.3 * t, { seed, scatter: 2, lag1 });
      const result = theilSen(points, { replicates: 199 });
      if (result.ok && result.lower95 <= 0.3 && result.upper95 >= 0.3) covered += 1;
    }
    console.log(`slope, ${count} points, correlation ${lag1}, seeds 1–${SEEDS}: covered ${covered}`);
    expect(covered / SEEDS).toBeGreaterThanOrEqual(0.9);
    expect(covered / SEEDS).toBeLessThanOrEqual(0.98);
  });
});
