import { expect, test } from 'vitest';
import { fitTrendModel } from '#core/cycling/trend/fitTrendModel.ts';
import { POLARISATION_MODELS, type PolarisationName } from '#core/cycling/trend/polarisationModels.ts';
import { trendBand, type TrendBand } from '#core/cycling/trend/trendBand.ts';
import { trendData } from '#core/cycling/trend/trendPoint.ts';
import { simulatedCourse, type SimulatedPoint } from './simulatedCourse.ts';

function bandOf(name: PolarisationName, points: readonly SimulatedPoint[]): TrendBand {
  const model = POLARISATION_MODELS.find((one) => one.name === name);
  const fit = model && fitTrendModel(model, trendData(points));
  const band = fit ? trendBand(fit) : null;
  if (!band) throw new Error('no band');
  return band;
}

test('of a straight line is the textbook’s: t s √(1/n + (x − x̄)²/Sxx), widest at the ends', () => {
  // x − x̄ = −4 … 4, so Sxx = 60; the mean is 10; 2.364624 is Student’s t of 7 degrees of freedom.
  const values = [11, 9, 9, 11, 11, 9, 9, 11, 10];
  const points = values.map((value, k) => ({ count: k + 1, value, excluded: null }));
  const { count, lower95, upper95 } = bandOf('linear', points);
  const slope = values.reduce((sum, value, k) => sum + (k - 4) * value, 0) / 60;
  const rest = values.reduce((sum, value, k) => sum + (value - 10 - slope * (k - 4)) ** 2, 0);
  const half = 2.364624 * Math.sqrt((rest / 7) * (1 / 9 + 16 / 60));
  for (const at of [0, count.length - 1]) {
    const middle = 10 + slope * ((count[at] ?? NaN) - 5);
    expect(lower95[at]).toBeCloseTo(middle - half, 4);
    expect(upper95[at]).toBeCloseTo(middle + half, 4);
  }
});

test('covers the true course of simulated conditioning in about 95 % of runs, early, bending and late', () => {
  const truth = (t: number) => 10 + 70 * Math.exp(-t / 8);
  const runs = 200;
  const covered = [0, 0, 0];
  for (let seed = 1; seed <= runs; seed += 1) {
    const { count, lower95, upper95 } = bandOf(
      'conditioning',
      simulatedCourse(40, truth, { seed, scatter: 2 }),
    );
    [0, 30, 59].forEach((at, k) => {
      const value = truth((count[at] ?? NaN) - 1);
      if (value >= (lower95[at] ?? NaN) && value <= (upper95[at] ?? NaN)) covered[k] = (covered[k] ?? 0) + 1;
    });
  }
  console.log(
    `band of a course covers ${covered.map((n) => (100 * n) / runs).join(', ')} % (seeds 1 to ${runs})`,
  );
  // 95 % of 200, three standard deviations of a count: 4.6 %.
  for (const n of covered) expect(Math.abs(n / runs - 0.95)).toBeLessThan(0.046);
});

test('has both sides of a change point', () => {
  const points = simulatedCourse(40, (t) => (t < 20 ? 80 : 20), { seed: 3, scatter: 1 });
  const { count, lower95, upper95 } = bandOf('change-point', points);
  const jump = count.findIndex((at, k) => k > 0 && (upper95[k] ?? NaN) < (lower95[k - 1] ?? NaN));
  expect(count[jump]).toBeGreaterThan(19);
  expect(count[jump]).toBeLessThan(22);
  expect((count[jump] ?? NaN) - (count[jump - 1] ?? NaN)).toBeLessThan(1e-3);
});
