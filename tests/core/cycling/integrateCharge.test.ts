import { describe, expect, test } from 'vitest';
import type { CyclingTrace } from '#core/cycling/cyclingTrace.ts';
import { chargeRule, integralOf, passedBefore_As } from '#core/cycling/integrateCharge.ts';
import { isNonDecreasing } from '#core/numeric/searchSorted.ts';

function traceOf(more: Partial<CyclingTrace>): CyclingTrace {
  const time_s = more.time_s ?? Float64Array.of(0, 10, 20, 30);
  return {
    time_s,
    current_A: new Float64Array(time_s.length).fill(3.6),
    voltage_V: new Float64Array(time_s.length),
    timeIsSorted: isNonDecreasing(time_s),
    stepTime_s: null,
    step: null,
    controlCurrent_A: null,
    meanOfIntervalBefore: false,
    breaks: [],
    assumedCurrent: false,
    ...more,
  };
}

const integrateCharge = (trace: CyclingTrace) => integralOf(trace, chargeRule(trace));

describe('∫I dt', () => {
  test('is current times time since the first row: 3.6 A over 10 s is 10 mAh', () => {
    expect([...integrateCharge(traceOf({})).charge_Ah]).toEqual([0, 0.01, 0.02, 0.03]);
  });

  test('adds nothing over the interval before a break, whichever row would carry it', () => {
    for (const meanOfIntervalBefore of [false, true]) {
      const { charge_Ah } = integrateCharge(traceOf({ breaks: [2], meanOfIntervalBefore }));
      expect([...charge_Ah]).toEqual([0, 0.01, 0.01, 0.02]);
    }
  });

  test('begins before the first row where the step had been running for one interval', () => {
    const { charge_Ah, rule } = integrateCharge(traceOf({ stepTime_s: Float64Array.of(10, 20, 30, 40) }));
    expect([...charge_Ah]).toEqual([0.01, 0.02, 0.03, 0.04]);
    expect(rule).toBe('interval-before');
  });

  test('passes over an unrecorded current and over a row whose own time is wrong', () => {
    const gap = integrateCharge(traceOf({ current_A: Float64Array.of(3.6, NaN, 3.6, 3.6) })).charge_Ah;
    expect([...gap]).toEqual([0, 0.01, 0.01, 0.02]);
    const wrong = integrateCharge(traceOf({ time_s: Float64Array.of(0, 10, 0, 30) })).charge_Ah;
    expect([...wrong]).toEqual([0, 0.01, 0.01, 0.03]);
  });

  test('can be summed over any rows without a column of it', () => {
    const trace = traceOf({ breaks: [2] });
    const rule = chargeRule(trace);
    const passed_As = (first: number, rows: number) => {
      const into = new Float64Array(rows);
      passedBefore_As(trace, rule, first, into);
      return [...into];
    };
    expect(passed_As(0, 4)).toEqual([0, 36, 0, 36]);
    expect([0, 1, 2, 3].flatMap((row) => passed_As(row, 1))).toEqual([0, 36, 0, 36]);
    const wrong = traceOf({ time_s: Float64Array.of(0, 10, 0, 30) });
    const after = new Float64Array(1);
    passedBefore_As(wrong, chargeRule(wrong), 3, after);
    expect([...after], 'the row before the block is the wrong one').toEqual([72]);
  });
});
