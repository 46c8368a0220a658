import { describe, expect, test } from 'vitest';
import { capacityProfile } from '#core/cycling/capacityProfile.ts';
import { summariseCycling, type CyclingOptions } from '#core/cycling/summariseCycling.ts';
import { datasetOf } from './datasetOf.ts';
import { simulateSquareWave } from './squareWave.ts';

const UNKNOWN: CyclingOptions = { area_cm2: null, mass_mg: null, setCurrent_A: null };
/** 2 mA for 1800 s is 1 mAh; 40 ohm make 80 mV of 2 mA: by hand. */
const WAVE = {
  current_A: 2e-3,
  halfCycle_s: 1800,
  rest_s: 300,
  halfCycles: 6,
  interval_s: 10,
  resistance_ohm: 40,
};

function summaryOf(columns: Record<string, number[]>, options = UNKNOWN) {
  const outcome = summariseCycling(datasetOf(columns), options);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome;
}

describe.each([
  ['rows at the start of their interval', false],
  ['rows at the end of their interval, step clock one interval in', true],
])('a square wave of 2 mA and 80 mV with %s', (_name, endStamped) => {
  const { summary } = summaryOf(simulateSquareWave({ ...WAVE, endStamped }));

  test('has six half cycles that alternate', () => {
    const directions = summary.halfCycles.map(({ direction }) => direction);
    expect(directions).toEqual(['positive', 'negative', 'positive', 'negative', 'positive', 'negative']);
    expect(summary.halfCycles.map(({ index }) => index)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('passes 1 mAh in 1800 s in each of them', () => {
    for (const half of summary.halfCycles) {
      expect(half.capacity_mAh).toBeCloseTo(1, 10);
      expect(half.duration_s).toBeCloseTo(1800, 6);
      expect(half.polarisation_mV).toBeCloseTo(80, 9);
      expect(Math.abs(half.current_mA)).toBeCloseTo(2, 12);
    }
    expect(summary.halfCycles.map(({ startTime_s }) => startTime_s)).toEqual([
      0, 2100, 4200, 6300, 8400, 10500,
    ]);
  });

  test('makes three cycles of 160 mV hysteresis, no offset and efficiency 1', () => {
    expect(summary.cycles).toHaveLength(3);
    for (const cycle of summary.cycles) {
      expect(cycle.hysteresis_mV).toBeCloseTo(160, 9);
      expect(cycle.offset_mV).toBeCloseTo(0, 9);
      expect(cycle.coulombicEfficiency).toBeCloseTo(1, 10);
    }
  });
});

describe('amounts per area and mass', () => {
  test('are null and say why when neither is known', () => {
    const { summary } = summaryOf(simulateSquareWave(WAVE));
    expect(summary.halfCycles[0]).toMatchObject({ capacity_mAhPerCm2: null, capacity_mAhPerG: null });
    expect(summary.rules.join(' ')).toContain('No electrode area given');
  });

  test('divide by what is given: 1 mAh on 0.5 cm2 and 4 mg is 2 mAh/cm2 and 250 mAh/g', () => {
    const { summary } = summaryOf(simulateSquareWave(WAVE), {
      area_cm2: 0.5,
      mass_mg: 4,
      setCurrent_A: null,
    });
    expect(summary.halfCycles[0]?.capacity_mAhPerCm2).toBeCloseTo(2, 10);
    expect(summary.halfCycles[0]?.capacity_mAhPerG).toBeCloseTo(250, 8);
    expect(summary.halfCycles[0]?.currentDensity_mAPerCm2).toBeCloseTo(4, 10);
  });
});

describe('segmentation', () => {
  const constant = (count: number, value: number) => Array.from({ length: count }, () => value);
  const fromCurrents = (current_A: number[]) => ({
    time_s: current_A.map((_, i) => i),
    current_A,
    voltage_V: current_A.map((value) => value * 10),
  });

  test('keeps a rest between two steps of one sign inside the half cycle', () => {
    const { summary } = summaryOf(
      fromCurrents([...constant(50, 1), ...constant(50, 0), ...constant(50, 1), 0]),
    );
    expect(summary.halfCycles).toHaveLength(1);
    expect(summary.halfCycles[0]?.capacity_mAh).toBeCloseTo(100 / 3.6, 9);
  });

  test('drops and counts a stretch of four samples, and keeps one of five', () => {
    const four = summaryOf(
      fromCurrents([...constant(50, 1), ...constant(4, -1), ...constant(50, 1)]),
    ).summary;
    const five = summaryOf(
      fromCurrents([...constant(50, 1), ...constant(5, -1), ...constant(50, 1)]),
    ).summary;
    expect([four.halfCycles.length, four.droppedHalfCycles]).toEqual([2, 1]);
    expect([five.halfCycles.length, five.droppedHalfCycles]).toEqual([3, 0]);
  });

  test('is not split by a glitch of one sample in three hundred', () => {
    const { summary } = summaryOf(fromCurrents([...constant(300, 1), -1, ...constant(300, 1)]));
    expect([summary.halfCycles.length, summary.droppedHalfCycles]).toEqual([1, 1]);
  });

  test('marks a rate step as a segment, and the decay of a constant voltage not', () => {
    const decay = Array.from({ length: 100 }, (_, i) => 2 * Math.exp(-i / 30));
    const { summary } = summaryOf(fromCurrents([...constant(50, 1), ...constant(50, 2), ...decay]));
    expect(summary.halfCycles).toHaveLength(1);
    expect(summary.halfCycles[0]?.segments.map(({ startTime_s }) => startTime_s)).toEqual([0, 50]);
  });
});

describe('a file without current', () => {
  const { time_s, voltage_V } = simulateSquareWave({ ...WAVE, rest_s: 0 });

  test('is refused with the name of the column it lacks', () => {
    const outcome = summariseCycling(datasetOf({ time_s, voltage_V }), UNKNOWN);
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'missing-column', wanted: 'current_A' } });
  });

  test('takes the size from the user and the sign from the voltage', () => {
    const { summary } = summaryOf({ time_s, voltage_V }, { ...UNKNOWN, setCurrent_A: 2e-3 });
    expect(summary.halfCycles.map(({ direction }) => direction).slice(0, 2)).toEqual([
      'positive',
      'negative',
    ]);
    expect(summary.halfCycles[1]?.capacity_mAh).toBeCloseTo(1, 10);
  });
});

describe('a capacity profile', () => {
  const { run } = summaryOf(simulateSquareWave({ ...WAVE, rest_s: 0 }));

  test('starts at 0 and grows to the capacity in both directions', () => {
    for (const halfCycle of run.halfCycles.slice(0, 2)) {
      const profile = capacityProfile(run, halfCycle, 'perArea', { area_cm2: 0.5, mass_mg: null });
      if (!profile.ok) throw new Error(profile.missing);
      expect(profile.capacity[0]).toBeCloseTo(0, 12);
      // The last of 180 rows stands one interval before the end: 179/180 of 2 mAh/cm2.
      expect(profile.capacity.at(-1)).toBeCloseTo((2 * 179) / 180, 10);
    }
  });

  test('names the mass when that is what it lacks', () => {
    const [halfCycle] = run.halfCycles;
    if (!halfCycle) throw new Error('no half cycle');
    expect(capacityProfile(run, halfCycle, 'perMass', { area_cm2: 1, mass_mg: null })).toEqual({
      ok: false,
      missing: 'mass_mg',
    });
  });
});
