import { describe, expect, test } from 'vitest';
import type { FadeName } from '#core/cycling/trend/fadeModels.ts';
import { fadeTrend, type FadeOptions } from '#core/cycling/trend/fadeTrend.ts';
import { fadeCurve } from '#core/cycling/trend/trendCurve.ts';
import type { TrendPoint } from '#core/cycling/trend/trendPoint.ts';
import { KNEE_FADE, LINEAR_FADE } from './scipyCourses.ts';
import { simulatedCourse } from './simulatedCourse.ts';
import { seedsOf } from '../../../support/seedShare.ts';

function fadeOf(points: readonly TrendPoint[], options: Partial<FadeOptions> = {}) {
  const fade = fadeTrend(points, { unit: 'mAh/g', ...options });
  if (!fade.ok) throw new Error(fade.reason);
  return fade;
}

describe('fade models against scipy', () => {
  const fade = fadeOf(KNEE_FADE.points);

  test('are ranked in the same order with the same AICc', () => {
    expect(fade.models.map(({ model }) => model)).toEqual(Object.keys(KNEE_FADE.aicc));
    for (const { model, aicc } of fade.models) expect(aicc).toBeCloseTo(KNEE_FADE.aicc[model], 4);
  });

  test('find the knee, the losses on either side and their errors', () => {
    expect(fade.chosen.model).toBe('knee');
    for (const name of ['initialCapacity', 'lossBefore', 'lossAfter', 'knee'] as const) {
      const found = fade.chosen.parameters.find((parameter) => parameter.name === name);
      expect(Math.abs((found?.value ?? NaN) / KNEE_FADE.knee[name] - 1)).toBeLessThan(1e-5);
      expect(Math.abs((found?.standardError ?? NaN) / KNEE_FADE.standardErrors[name] - 1)).toBeLessThan(1e-3);
    }
  });

  test('carry their units', () => {
    const units = fade.chosen.parameters.map(({ unit }) => unit);
    expect(units).toEqual(['mAh/g', 'mAh/g/cycle', 'mAh/g/cycle', 'cycle']);
  });

  test('reach 80 % on a line at the cycle and within the limits that a profile gives', () => {
    const line = fadeOf(LINEAR_FADE.points);
    const linear = line.models.find(({ model }) => model === 'linear');
    expect(linear?.sumOfSquares).toBeCloseTo(LINEAR_FADE.sumOfSquares, 8);
    expect(line.chosen.model).toBe('linear');
    const { cycle, lower95, upper95 } = line.endOfLife;
    expect(cycle).toBeCloseTo(LINEAR_FADE.endOfLife.cycle, 4);
    // Other models that may be right can only widen it.
    expect(lower95).toBeLessThanOrEqual(LINEAR_FADE.endOfLife.lower95 + 1e-3);
    expect(upper95).toBeGreaterThanOrEqual(LINEAR_FADE.endOfLife.upper95 - 1e-3);
  });
});

describe('simulated fades of 100 cycles with a scatter of 0.3 mAh/g', () => {
  const SEEDS = seedsOf(100);
  const TRUTHS: readonly (readonly [FadeName, string, (t: number) => number, number])[] = [
    ['linear', '150 − 0.2 t', (t) => 150 - 0.2 * t, 151],
    ['square-root', '150 − 2 √t', (t) => 150 - 2 * Math.sqrt(t), 226],
    ['power', '150 − 0.003 t²', (t) => 150 - 0.003 * t ** 2, 101],
    ['exponential', '150 exp(−t/150)', (t) => 150 * Math.exp(-t / 150), 1 - 150 * Math.log(0.8)],
    [
      'knee',
      '150 − 0.05 t, from 60 on 0.65',
      (t) => 150 - 0.05 * t - 0.6 * Math.max(0, t - 60),
      61 + 27 / 0.65,
    ],
  ];
  test.each(TRUTHS)(
    '%s (%s) is chosen in at least 90 % and the end of life covered in as many',
    (name, formula, truth, end) => {
      let right = 0;
      let covered = 0;
      for (let seed = 1; seed <= SEEDS; seed += 1) {
        const { chosen, endOfLife } = fadeOf(simulatedCourse(100, truth, { seed, scatter: 0.3 }));
        if (chosen.model === name) right += 1;
        const { lower95, upper95 } = endOfLife;
        if ((lower95 ?? Infinity) <= end && end <= (upper95 ?? Infinity)) covered += 1;
      }
      console.log(`${name} (${formula}): right in ${right}, end of life covered in ${covered} of ${SEEDS}`);
      expect(right / SEEDS).toBeGreaterThanOrEqual(0.9);
      expect(covered / SEEDS).toBeGreaterThanOrEqual(0.9);
    },
  );
});

describe('the end of life', () => {
  const slow = simulatedCourse(100, (t) => 150 - 0.001 * t, { seed: 3, scatter: 0.05 });

  test('is not reached where even the fastest likely fade stays above, and says how far it looked', () => {
    const { endOfLife, verdict } = fadeOf(slow, { spans: 3 });
    expect(endOfLife).toMatchObject({ status: 'not-reached', cycle: null, lower95: null, upper95: null });
    expect(endOfLife.searchedTo).toBe(1 + 3 * 99);
    expect(verdict.join(' ')).toContain('within 3 times the data (cycle 298)');
  });

  test('never stands as a point alone: an open upper end is told as such', () => {
    const { endOfLife } = fadeOf(simulatedCourse(12, (t) => 150 - 0.5 * t, { seed: 11, scatter: 3 }));
    expect(endOfLife.status).not.toBe('reached');
    expect(endOfLife.upper95).toBeNull();
  });

  test('is marked as extrapolated beyond the last cycle, and not where the data pass it', () => {
    const within = fadeOf(simulatedCourse(200, (t) => 150 - 0.2 * t, { seed: 1, scatter: 0.5 }));
    expect(within.endOfLife).toMatchObject({ status: 'reached', isExtrapolated: false });
    const beyond = fadeOf(simulatedCourse(100, (t) => 150 - 0.2 * t, { seed: 1, scatter: 0.5 }));
    expect(beyond.endOfLife).toMatchObject({ status: 'reached', isExtrapolated: true });
    expect(beyond.verdict.join(' ')).toContain('extrapolation');
  });

  test('takes another share and a reference capacity that is given', () => {
    // 150 − 0.2 t is 0.9 × 140 = 126 at t = 120.
    const { endOfLife } = fadeOf(
      simulatedCourse(100, (t) => 150 - 0.2 * t, { seed: 1, scatter: 0.05 }),
      {
        fraction: 0.9,
        referenceCapacity: 140,
      },
    );
    expect(Math.abs((endOfLife.cycle ?? NaN) - 121)).toBeLessThan(1);
  });

  test('is cycle one where the capacity starts below the threshold', () => {
    const { endOfLife } = fadeOf(slow, { referenceCapacity: 300 });
    expect(endOfLife).toMatchObject({ status: 'reached', cycle: 1, lower95: 1, upper95: 1 });
  });
});

test('fade is refused for fewer than eight cycles that count', () => {
  const points = simulatedCourse(9, (t) => 150 - t, { seed: 1, scatter: 0.1 }).map((point, i) => ({
    ...point,
    excluded: i < 2 ? 'interrupted' : null,
  }));
  expect(fadeTrend(points, { unit: 'mAh' })).toMatchObject({ ok: false, points: 7, excluded: 2 });
});

test('the curve of a knee bends at the knee', () => {
  const truth = (t: number) => 150 - 0.05 * t - 0.6 * Math.max(0, t - 60);
  const { chosen } = fadeOf(simulatedCourse(100, truth, { seed: 1, scatter: 0.01 }));
  const { count, values } = fadeCurve(chosen, { from: 1, to: 101, points: 5 });
  count.forEach((at, i) => {
    expect(Math.abs((values[i] ?? NaN) - truth(at - 1))).toBeLessThan(0.05);
  });
});
