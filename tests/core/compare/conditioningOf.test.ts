import { expect, test } from 'vitest';
import { conditioningOf } from '#core/compare/conditioningOf.ts';
import type { CyclingSummary } from '#core/cycling/summariseCycling.ts';
import { simulatedCourse } from '../cycling/trend/simulatedCourse.ts';

/** Half cycles of one hour with five minutes between them. */
function runOf(truth: (t: number) => number): Pick<CyclingSummary, 'halfCycles'> {
  const halfCycles = simulatedCourse(60, truth, { seed: 3, scatter: 0.3 }).map(({ count, value }) => {
    const sign = count % 2 === 1 ? 1 : -1;
    return {
      index: count,
      direction: sign > 0 ? 'positive' : 'negative',
      startTime_s: 3900 * (count - 1),
      current_mA: 5 * sign,
      polarisation_mV: value,
      middleVoltage_mV: sign * value,
    };
  });
  return { halfCycles } as unknown as CyclingSummary;
}

test('a fall from 80 to 10 mV with a time constant of 8 half cycles is one of 8.67 h', () => {
  const found = conditioningOf(runOf((t) => 10 + 70 * Math.exp(-t / 8)));
  expect(found?.plateau_mV).toBeCloseTo(10, 0);
  expect((found?.timeConstant_h ?? NaN) / ((8 * 3900) / 3600)).toBeCloseTo(1, 1);
});

test('a polarisation that rises, or stays, was not conditioned', () => {
  expect(conditioningOf(runOf((t) => 20 + t))).toBeNull();
  expect(conditioningOf(runOf(() => 50))).toBeNull();
});
