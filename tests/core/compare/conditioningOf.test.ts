import { expect, test } from 'vitest';
import { conditioningOf } from '#core/compare/conditioningOf.ts';
import type { Interval } from '#core/cycling/trend/profileHull.ts';
import type { CyclingSummary } from '#core/cycling/summariseCycling.ts';
import { simulatedCourse } from '../cycling/trend/simulatedCourse.ts';

/** Half cycles of one hour with five minutes between them. */
function runOf(truth: (t: number) => number, seed = 3): Pick<CyclingSummary, 'halfCycles'> {
  const halfCycles = simulatedCourse(60, truth, { seed, scatter: 0.3 }).map(({ count, value }) => {
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

test('its intervals hold the truth in most of six simulated runs, in mV and h, and are narrow', () => {
  const truth_h = (8 * 3900) / 3600;
  const found = [11, 12, 13, 14, 15, 16].map((seed) =>
    conditioningOf(runOf((t) => 10 + 70 * Math.exp(-t / 8), seed)),
  );
  console.log('conditioning: seeds 11 to 16');
  const holds = (interval: Interval | undefined, truth: number) =>
    (interval?.lower95 ?? NaN) < truth && (interval?.upper95 ?? NaN) > truth;
  const widest = (interval: Interval | undefined) => (interval?.upper95 ?? NaN) - (interval?.lower95 ?? NaN);
  expect(found.filter((each) => holds(each?.plateauInterval_mV, 10)).length).toBeGreaterThanOrEqual(4);
  expect(found.filter((each) => holds(each?.timeConstantInterval_h, truth_h)).length).toBeGreaterThanOrEqual(
    4,
  );
  // About 40 half cycles lie on the plateau: twice 0.3 mV over their root, and some for the fall.
  for (const each of found) {
    expect(widest(each?.plateauInterval_mV)).toBeLessThan(0.6);
    expect(widest(each?.timeConstantInterval_h)).toBeLessThan(0.5);
  }
});

test('a polarisation that rises, or stays, was not conditioned', () => {
  expect(conditioningOf(runOf((t) => 20 + t))).toBeNull();
  expect(conditioningOf(runOf(() => 50))).toBeNull();
});
