import { describe, expect, test } from 'vitest';
import type { PolarisationName } from '#core/cycling/trend/polarisationModels.ts';
import { polarisationTrend } from '#core/cycling/trend/polarisationTrend.ts';
import type { RankedModel } from '#core/cycling/trend/rankTrends.ts';
import { polarisationCurve } from '#core/cycling/trend/trendCurve.ts';
import type { TrendPoint } from '#core/cycling/trend/trendPoint.ts';
import { CONDITIONING, POWER_GROWTH } from './scipyCourses.ts';
import { simulatedCourse } from './simulatedCourse.ts';

function trendOf(points: readonly TrendPoint[]) {
  const trend = polarisationTrend(points);
  if (!trend.ok) throw new Error(trend.reason);
  const model = (name: PolarisationName) => {
    const found = trend.models.find((one) => one.model === name);
    if (!found) throw new Error(`${name} was not fitted`);
    return found;
  };
  return { trend, model };
}

function parameterOf(model: RankedModel<PolarisationName>, name: string) {
  const found = model.parameters.find((parameter) => parameter.name === name);
  if (!found) throw new Error(`no parameter ${name}`);
  return found;
}

const relative = (value: number | null, truth: number) => Math.abs((value ?? NaN) / truth - 1);

describe('models of a polarisation against scipy', () => {
  const { trend, model } = trendOf(CONDITIONING.points);

  test('the plateau is chosen, and every AICc agrees', () => {
    expect(trend.chosen.model).toBe('conditioning');
    expect(model('conditioning').aicc).toBeCloseTo(CONDITIONING.aicc.conditioning, 6);
    expect(model('linear').aicc).toBeCloseTo(CONDITIONING.aicc.linear, 6);
    expect(model('constant').aicc).toBeCloseTo(CONDITIONING.aicc.constant, 6);
  });

  test.each(['plateau', 'excess', 'timeConstant'] as const)('%s, its error and its profile agree', (name) => {
    const found = parameterOf(model('conditioning'), name);
    expect(relative(found.value, CONDITIONING.optimum[name])).toBeLessThan(1e-6);
    expect(relative(found.standardError, CONDITIONING.standardErrors[name])).toBeLessThan(1e-4);
    const [lower, upper] = CONDITIONING.profiles[name];
    // The hull is taken over shapes a fraction of the interval apart.
    expect(relative(found.lower95, lower ?? NaN)).toBeLessThan(2e-3);
    expect(relative(found.upper95, upper ?? NaN)).toBeLessThan(2e-3);
  });

  test('growth by a power and exponential growth agree too', () => {
    const { trend: grown, model: of } = trendOf(POWER_GROWTH.points);
    const { power, exponential } = POWER_GROWTH;
    expect(grown.chosen.model).toBe('power-growth');
    for (const name of ['initial', 'growth', 'exponent'] as const) {
      expect(relative(parameterOf(of('power-growth'), name).value, power.optimum[name])).toBeLessThan(1e-5);
      const { standardError } = parameterOf(of('power-growth'), name);
      expect(relative(standardError, power.standardErrors[name])).toBeLessThan(1e-3);
    }
    for (const name of ['initial', 'timeConstant'] as const) {
      const { value } = parameterOf(of('exponential-growth'), name);
      expect(relative(value, exponential.optimum[name])).toBeLessThan(1e-5);
    }
    expect(of('power-growth').aicc).toBeCloseTo(power.aicc, 6);
    expect(of('exponential-growth').aicc).toBeCloseTo(exponential.aicc, 6);
  });

  test('units follow the parameter', () => {
    const units = trend.chosen.parameters.map(({ name, unit }) => [name, unit]);
    expect(units).toEqual([
      ['plateau', 'mV'],
      ['excess', 'mV'],
      ['timeConstant', 'half cycle'],
    ]);
  });
});

describe('simulated courses of 40 half cycles with a scatter of 1 mV', () => {
  const SEEDS = 100;
  const MANY_SEEDS = 200;
  const TRUTHS: readonly (readonly [PolarisationName, string, (t: number) => number])[] = [
    ['constant', '80 mV', () => 80],
    ['linear', '80 + 0.3 t', (t) => 80 + 0.3 * t],
    ['conditioning', '50 + 30 exp(−t/6)', (t) => 50 + 30 * Math.exp(-t / 6)],
    ['power-growth', '80 + 0.02 t²', (t) => 80 + 0.02 * t ** 2],
    ['power-growth', '80 + 6 √t', (t) => 80 + 6 * Math.sqrt(t)],
    ['exponential-growth', '20 exp(t/20)', (t) => 20 * Math.exp(t / 20)],
    ['change-point', '80, from the 21st on 40', (t) => (t < 20 ? 80 : 40)],
    ['change-point', '80 + 0.3 t, from the 21st on 60', (t) => (t < 20 ? 80 + 0.3 * t : 60)],
  ];
  test.each(TRUTHS)('%s (%s) is chosen in at least 90 %', (name, _formula, truth) => {
    let right = 0;
    for (let seed = 1; seed <= SEEDS; seed += 1)
      if (trendOf(simulatedCourse(40, truth, { seed, scatter: 1 })).trend.chosen.model === name) right += 1;
    console.log(`${name} (${_formula}): right in ${right} of ${SEEDS}`);
    expect(right / SEEDS).toBeGreaterThanOrEqual(0.9);
  });

  test('the change point is found between the half cycles where it is', () => {
    const course = simulatedCourse(40, (t) => (t < 20 ? 80 : 40), { seed: 3, scatter: 1 });
    const place = parameterOf(trendOf(course).trend.chosen, 'changePoint');
    expect(place.lower95).toBeGreaterThanOrEqual(20 - 1e-6);
    expect(place.upper95).toBeLessThanOrEqual(21 + 1e-6);
    expect(place.standardError).toBeNull();
  });

  test.each([
    [6, 50, 0],
    [20, 10, 0],
    [8, 50, 0.5],
  ])(
    'the intervals of a time constant of %i and of a plateau of %i mV at a correlation of %f cover in at least 90 and at most 98 of a hundred',
    (tau, plateau, lag1) => {
      const hits = { plateau: 0, timeConstant: 0 };
      for (let seed = 1; seed <= MANY_SEEDS; seed += 1) {
        const truth = (t: number) => plateau + 40 * Math.exp(-t / tau);
        const { model } = trendOf(simulatedCourse(60, truth, { seed, scatter: 1, lag1 }));
        for (const [name, value] of [
          ['plateau', plateau],
          ['timeConstant', tau],
        ] as const) {
          const { lower95, upper95 } = parameterOf(model('conditioning'), name);
          if ((lower95 ?? -Infinity) <= value && value <= (upper95 ?? Infinity)) hits[name] += 1;
        }
      }
      console.log(
        `tau ${tau}, plateau ${plateau}, correlation ${lag1}, seeds 1–${MANY_SEEDS}: covered`,
        hits,
      );
      for (const count of Object.values(hits)) {
        expect(count / MANY_SEEDS).toBeGreaterThanOrEqual(0.9);
        expect(count / MANY_SEEDS).toBeLessThanOrEqual(0.98);
      }
    },
  );
});

describe('what the course says', () => {
  test('a plateau that the data do not reach is not bounded, and the words say so', () => {
    const truth = (t: number) => 100 * Math.exp(-t / 200);
    const { trend, model } = trendOf(simulatedCourse(30, truth, { seed: 4, scatter: 1 }));
    expect(parameterOf(model('conditioning'), 'plateau').lower95).toBeNull();
    expect(trend.chosen.model).toBe('linear');
  });

  test('a plateau beyond the last half cycle is told as not reached', () => {
    const course = (last: number) =>
      simulatedCourse(last, (t) => 20 + 80 * Math.exp(-t / 20), { seed: 4, scatter: 0.3 });
    // exp(−29/20) is 23 %, exp(−99/20) below 1 %.
    const short = trendOf(course(30)).trend;
    expect(short.chosen.model).toBe('conditioning');
    expect(short.verdict[1]).toMatch(/not reached in these data: 2[2-4](\.\d)? % of the fall/);
    expect(trendOf(course(100)).trend.verdict.join(' ')).not.toContain('not reached');
  });

  test('a constant difference between the directions is fitted and is no scatter', () => {
    const points = simulatedCourse(40, () => 80, { seed: 9, scatter: 0.5 }).map((point, i) => ({
      ...point,
      value: point.value + (i % 2 === 0 ? 10 : -10),
      direction: i % 2 === 0 ? ('positive' as const) : ('negative' as const),
    }));
    const { trend } = trendOf(points);
    expect(trend.chosen.model).toBe('constant');
    expect(trend.chosen.scatter).toBeLessThan(1);
    expect(Math.abs(parameterOf(trend.chosen, 'directionDifference').value - 20)).toBeLessThan(1);
  });

  test('correlated scatter brings a warning about the intervals', () => {
    const course = simulatedCourse(80, () => 80, { seed: 2, scatter: 1, lag1: 0.6 });
    const { trend } = trendOf(course);
    if (trend.chosen.model === 'constant') expect(trend.correlation.isCorrelated).toBe(true);
    expect(trend.correlation.isCorrelated).toBe(trend.verdict.join(' ').includes('are widened'));
  });

  test('values without any scatter give the plainest model, not a failure', () => {
    const flat = simulatedCourse(12, () => 80, { seed: 1, scatter: 0 });
    expect(trendOf(flat).trend.chosen.model).toBe('constant');
  });

  test('seven points are refused with the reason', () => {
    const few = polarisationTrend(simulatedCourse(7, () => 80, { seed: 1, scatter: 1 }));
    expect(few).toMatchObject({ ok: false, reason: 'too-few-points', points: 7, needed: 8 });
    expect(few.verdict[0]).toContain('7 points');
  });

  test('excluded points do not enter', () => {
    const points = simulatedCourse(20, () => 80, { seed: 1, scatter: 1 });
    const spoilt = points.map((point, i) =>
      i === 5 ? { ...point, value: 900, excluded: 'interrupted' } : point,
    );
    const { trend } = trendOf(spoilt);
    expect(trend).toMatchObject({ points: 19, excluded: 1 });
    expect(trend.chosen.scatter).toBeLessThan(2);
  });
});

describe('the curve for drawing', () => {
  test('passes through the simulated course of a plateau and goes on as far as asked', () => {
    const truth = (t: number) => 50 + 30 * Math.exp(-t / 6);
    const { trend } = trendOf(simulatedCourse(40, truth, { seed: 1, scatter: 0.01 }));
    const { count, values } = polarisationCurve(trend.chosen, { from: 1, to: 101, points: 11 });
    expect([...count]).toEqual([1, 11, 21, 31, 41, 51, 61, 71, 81, 91, 101]);
    count.forEach((at, i) => {
      expect(Math.abs((values[i] ?? NaN) - truth(at - 1))).toBeLessThan(0.05);
    });
  });

  test('jumps at a change point', () => {
    const { trend } = trendOf(simulatedCourse(40, (t) => (t < 20 ? 80 : 40), { seed: 1, scatter: 0.1 }));
    const { values } = polarisationCurve(trend.chosen, { from: 20, to: 21, points: 2 });
    expect(Math.abs((values[0] ?? NaN) - 80)).toBeLessThan(0.3);
    expect(Math.abs((values[1] ?? NaN) - 40)).toBeLessThan(0.3);
  });
});
