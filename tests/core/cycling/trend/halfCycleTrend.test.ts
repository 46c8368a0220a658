import { expect, test } from 'vitest';
import { halfCycleTrend } from '#core/cycling/trend/halfCycleTrend.ts';
import { simulatedCourse } from './simulatedCourse.ts';

function halfCyclesOf(points: number, current_mA: (index: number) => number, truth: (t: number) => number) {
  return simulatedCourse(points, truth, { seed: 6, scatter: 0.5 }).map(({ count, value }) => {
    const sign = count % 2 === 1 ? 1 : -1;
    return {
      index: count,
      direction: sign > 0 ? ('positive' as const) : ('negative' as const),
      current_mA: sign * current_mA(count),
      polarisation_mV: value * current_mA(count),
      middleVoltage_mV: sign * value * current_mA(count),
    };
  });
}

test('half cycles at another current are excluded, not mistaken for a course', () => {
  const halfCycles = halfCyclesOf(
    30,
    (index) => (index > 24 ? 2 : 1),
    () => 40,
  );
  const trend = halfCycleTrend(halfCycles);
  expect(trend).toMatchObject({ ok: true, points: 24, excluded: 6 });
  if (trend.ok) expect(trend.chosen.model).toBe('constant');
});

test('interrupted half cycles are left out', () => {
  const halfCycles = halfCyclesOf(
    20,
    () => 1,
    () => 40,
  ).map((one) => (one.index === 7 ? { ...one, polarisation_mV: 400, isInterrupted: true } : one));
  const trend = halfCycleTrend(halfCycles);
  expect(trend).toMatchObject({ ok: true, points: 19, excluded: 1 });
  if (trend.ok) expect(trend.chosen.model).toBe('constant');
});

test('conditioning from 80 mV to 10 mV is told as a fall to a plateau', () => {
  const halfCycles = halfCyclesOf(
    60,
    () => 1,
    (t) => 10 + 70 * Math.exp(-t / 8),
  );
  const trend = halfCycleTrend(halfCycles);
  expect(trend).toMatchObject({ ok: true, chosen: { model: 'conditioning' } });
  expect(trend.verdict[0]).toContain('falls to a plateau of 10');
});

test('a run with three half cycles is refused with the reason', () => {
  expect(
    halfCycleTrend(
      halfCyclesOf(
        3,
        () => 1,
        () => 40,
      ),
    ),
  ).toMatchObject({ ok: false, points: 3 });
});

test('a run without half cycles is refused too', () => {
  expect(halfCycleTrend([])).toMatchObject({ ok: false, points: 0 });
});

test('a full cell, whose voltage keeps its sign, has no polarisation to follow', () => {
  const fullCell = halfCyclesOf(
    20,
    () => 1,
    () => 3600,
  ).map((one) => ({ ...one, middleVoltage_mV: one.polarisation_mV }));
  const trend = halfCycleTrend(fullCell);
  expect(trend).toMatchObject({ ok: false, reason: 'not-symmetric', halfCycles: 20, opposite: 10 });
  expect(trend.verdict[0]).toContain('10 of 20 half cycles');
});

test('the slope stands beside the course, in mV per half cycle', () => {
  const halfCycles = halfCyclesOf(
    40,
    () => 1,
    (t) => 80 + 0.5 * t,
  );
  const trend = halfCycleTrend(halfCycles);
  if (!('slope' in trend)) throw new Error('no trend');
  expect(trend.slope.lower95).toBeLessThan(0.5);
  expect(trend.slope.upper95).toBeGreaterThan(0.5);
  expect(trend.slope.slope).toBeCloseTo(0.5, 1);
  expect(trend.verdict.at(-1)).toMatch(/^Slope after Theil and Sen: 0\.\d+ mV per half cycle \(95 %: /);
});
