import { describe, expect, test } from 'vitest';
import type { CyclingTrace } from '#core/cycling/cyclingTrace.ts';
import { irDrop } from '#core/cycling/irDrop.ts';

const OHMIC_OHM = 5;
/** V/√s that diffusion adds to each ampere. */
const DIFFUSION = 3;

interface Pulse {
  readonly before_A: number;
  readonly after_A: number;
  /** Since the step. */
  readonly samples_s: readonly number[];
  readonly withClock?: boolean;
}

/** A simulated step at 100 s: 5 ohm and a term in √t. Ten rows before it, one a second, the last at 99.9995 s. */
function stepTrace({ before_A, after_A, samples_s, withClock = true }: Pulse) {
  const earlier_s = [...Array.from({ length: 9 }, (_, k) => 90 + k), 99.9995];
  const trace: CyclingTrace = {
    time_s: Float64Array.from([...earlier_s, ...samples_s.map((since) => 100 + since)]),
    current_A: Float64Array.from([...earlier_s.map(() => before_A), ...samples_s.map(() => after_A)]),
    voltage_V: Float64Array.from([
      ...earlier_s.map(() => OHMIC_OHM * before_A),
      ...samples_s.map((since) => OHMIC_OHM * after_A + DIFFUSION * (after_A - before_A) * Math.sqrt(since)),
    ]),
    stepTime_s: withClock ? Float64Array.from([...earlier_s.map((time) => time - 50), ...samples_s]) : null,
    timeIsSorted: true,
    step: null,
    controlCurrent_A: null,
    meanOfIntervalBefore: false,
    breaks: [],
    assumedCurrent: false,
  };
  return { trace, row: earlier_s.length };
}

function dropOf(pulse: Pulse) {
  const { trace, row } = stepTrace(pulse);
  return irDrop(trace, row);
}

const FAST_S = [0.001, 0.002, 0.004, 0.008, 0.02, 1, 10];

describe('the drop at a step of the current', () => {
  test.each([
    ['from rest', 0, 2e-3, 10],
    ['at a reversal', -2e-3, 2e-3, 20],
    ['down to a lower rate', 4e-3, 1e-3, -15],
  ])('%s is led back over √t to the ohmic part', (_name, before_A, after_A, drop_mV) => {
    const drop = dropOf({ before_A, after_A, samples_s: FAST_S });
    expect(drop.resolution).toBe('resolved');
    expect(drop.firstSample_s).toBeCloseTo(0.001, 9);
    expect(drop.drop_mV).toBeCloseTo(drop_mV, 9);
    expect(drop.resistance_ohm).toBeCloseTo(OHMIC_OHM, 9);
  });

  test('is taken from the first sample alone where fewer than three fall within 10 ms', () => {
    const drop = dropOf({ before_A: 0, after_A: 2e-3, samples_s: [0.004, 0.5, 1] });
    expect(drop.resolution).toBe('resolved');
    // 5 ohm + 3 ohm/√s × √(4 ms)
    expect(drop.resistance_ohm).toBeCloseTo(5 + 3 * Math.sqrt(0.004), 9);
  });

  test('is told as containing charge transfer where the first sample comes after half a second', () => {
    const drop = dropOf({ before_A: 0, after_A: 2e-3, samples_s: [0.5, 1, 2] });
    expect(drop.resolution).toBe('includes-charge-transfer');
    expect(drop.firstSample_s).toBeCloseTo(0.5, 9);
    expect(drop.resistance_ohm).toBeCloseTo(5 + 3 * Math.sqrt(0.5), 9);
  });

  test('is refused where the first sample comes after 10 s', () => {
    expect(dropOf({ before_A: 0, after_A: 2e-3, samples_s: [10, 20, 30] })).toEqual({
      resolution: 'too-late',
      firstSample_s: 10,
      drop_mV: null,
      resistance_ohm: null,
    });
  });

  test('without a step clock takes the whole time since the row before as its delay', () => {
    const drop = dropOf({ before_A: 0, after_A: 2e-3, samples_s: [0.3, 1, 2], withClock: false });
    expect(drop.firstSample_s).toBeCloseTo(0.3005, 9);
    expect(drop.resolution).toBe('includes-charge-transfer');
  });

  test('is none without a step, at the first row, after a break, and while the current moves', () => {
    const { trace, row } = stepTrace({ before_A: 0, after_A: 2e-3, samples_s: FAST_S });
    const ramp = { ...trace, current_A: trace.current_A.slice() };
    ramp.current_A[row] = 1e-3;
    const cases = [
      irDrop(trace, row + 2),
      irDrop(trace, 0),
      irDrop({ ...trace, breaks: [row] }, row),
      irDrop({ ...trace, assumedCurrent: true }, row),
      irDrop(ramp, row),
    ];
    for (const drop of cases) expect(drop).toMatchObject({ resolution: 'no-step', resistance_ohm: null });
  });
});

describe('a clock that reads 0 at the first row', () => {
  test('is trusted no further than the next row: 60 s are too late', () => {
    const { trace, row } = stepTrace({ before_A: 0, after_A: 2e-3, samples_s: [0, 60, 120] });
    trace.time_s.set([40, 41, 42, 43, 44, 45, 46, 47, 48, 49], 0);
    expect(irDrop(trace, row).resolution).toBe('too-late');
  });
});
