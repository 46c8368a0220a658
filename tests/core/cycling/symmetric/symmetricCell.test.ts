import { describe, expect, test } from 'vitest';
import { NO_CELL_FACTS } from '#core/cycling/cellFacts.ts';
import { ladder, simulateSteps } from './steppedCell.ts';
import { symmetricSummary } from './symmetricSummary.ts';

/** 500 µm of 5 mS/cm: 10 ohm cm2 by hand. */
const ELECTROLYTE = {
  ...NO_CELL_FACTS,
  electrolyteThickness_um: 500,
  electrolyteConductivity_SPerCm: 5e-3,
};

const HOUR = () => 3600;

describe('the DC resistance of a simulated cell of 30 ohm and 2 mV offset at 1, 2 and 4 mA on 0.5 cm2', () => {
  const { withClock } = simulateSteps(
    ladder([1e-3, 2e-3, 4e-3], 4, HOUR),
    ({ current_A }) => 30 * current_A + 2e-3,
  );
  const summary = symmetricSummary(withClock, { cellFacts: ELECTROLYTE });

  test('is the slope over the rates, free of the offset', () => {
    expect(summary.dcResistance).toMatchObject({ method: 'slope', parts: 12 });
    expect(summary.dcResistance?.cell_ohm).toBeCloseTo(30, 9);
    expect(summary.dcResistance?.offset_mV).toBeCloseTo(2, 9);
    expect(summary.dcResistance?.rates_mA).toEqual([1, 2, 4]);
    expect(summary.dcResistance?.standardError_ohm).toBeLessThan(1e-6);
  });

  test('is 15 ohm cm2 per cell and (15 − 10)/2 per interface', () => {
    expect(summary.dcResistance?.cell_ohm_cm2).toBeCloseTo(15, 9);
    expect(summary.dcResistance?.interface_ohm_cm2).toBeCloseTo(2.5, 9);
  });

  test('stands over the floor j·L/σ: 2 mA/cm2 through 10 ohm cm2 are 20 mV', () => {
    expect(summary.ohmicFloor_ohm_cm2).toBeCloseTo(10, 12);
    expect(summary.halfCycles[0]?.ohmicFloor_mV).toBeCloseTo(20, 9);
    // 32 and 28 mV at 2 mA/cm2
    expect(summary.halfCycles[0]?.areaResistance_ohm_cm2).toBeCloseTo(16, 9);
    expect(summary.halfCycles[1]?.areaResistance_ohm_cm2).toBeCloseTo(14, 9);
  });

  test('goes with the offset and the asymmetry of every cycle', () => {
    expect(summary.cycles[0]?.offset_mV).toBeCloseTo(2, 9);
    expect(summary.cycles[0]?.asymmetry).toBeCloseTo((32 - 28) / 30, 9);
  });
});

describe('the DC resistance', () => {
  test('of an interface that follows sinh says how far it is from ohmic', () => {
    const { withClock } = simulateSteps(
      ladder([1e-3, 2e-3, 8e-3], 4, HOUR),
      ({ current_A }) => 0.05138 * Math.asinh(current_A / 2e-3),
    );
    // asinh(4)/8 over asinh(0.5)/1 = 0.26184/0.48121
    expect(symmetricSummary(withClock).dcResistance?.linearity).toBeCloseTo(0.5441, 4);
  });

  test('at one rate is E over I and claims no slope', () => {
    const { withClock } = simulateSteps(ladder([1e-3], 6, HOUR), ({ current_A }) => 30 * current_A);
    const { dcResistance } = symmetricSummary(withClock);
    expect(dcResistance).toMatchObject({ method: 'one-rate', standardError_ohm: null, linearity: null });
    expect(dcResistance?.cell_ohm).toBeCloseTo(30, 9);
  });

  test('is not told of a full cell, whose voltage does not follow the sign of the current', () => {
    const { withClock } = simulateSteps(ladder([1e-3], 6, HOUR), ({ current_A }) => 3.7 + 30 * current_A);
    expect(symmetricSummary(withClock).dcResistance).toBeNull();
  });
});

const CURRENTS_A = [5e-4, 1e-3, 1.5e-3, 2e-3];
/** The last step answers with half an ohm, 1 mV: a hard short. Before it 40 ohm that arch by 30 %. */
const shortsAtLast = (pulse: { current_A: number; duration_s: number }, since_s: number) =>
  Math.abs(pulse.current_A) > 1.9e-3
    ? 0.5 * pulse.current_A
    : 40 * pulse.current_A * (1 + 0.3 * (since_s / pulse.duration_s) ** 2);

describe('the critical current of a simulated step-up run on 0.5 cm2', () => {
  const byTime = symmetricSummary(simulateSteps(ladder(CURRENTS_A, 6, HOUR), shortsAtLast).withClock);

  test('lies between the last step that passed and the first that failed', () => {
    expect(byTime.criticalCurrent).toMatchObject({
      failedBy: 'hard-short',
      control: 'time',
      firstDirection: 'positive',
    });
    expect(byTime.criticalCurrent?.lastGood_mA).toBeCloseTo(1.5, 9);
    expect(byTime.criticalCurrent?.firstFailed_mA).toBeCloseTo(2, 9);
    expect(byTime.criticalCurrent?.lastGood_mAPerCm2).toBeCloseTo(3, 9);
    expect(byTime.criticalCurrent?.firstFailed_mAPerCm2).toBeCloseTo(4, 9);
  });

  test('comes with its protocol: six half cycles of an hour in each step, 1 to 4 mAh/cm2', () => {
    const steps = byTime.criticalCurrent?.steps ?? [];
    expect(steps.map(({ halfCycles }) => halfCycles)).toEqual([6, 6, 6, 6]);
    for (const { halfCycle_h } of steps) expect(halfCycle_h).toBeCloseTo(1, 6);
    [1, 2, 3, 4].forEach((capacity, k) => {
      expect(steps[k]?.capacity_mAhPerCm2).toBeCloseTo(capacity, 2);
    });
    expect(steps.at(-1)?.outcome).toBe('hard-short');
    expect(byTime.rules.join(' ')).toContain('above 3 and not above 4 mA/cm²');
  });

  test('is said to be controlled by capacity where every half cycle passes the same', () => {
    const { criticalCurrent } = symmetricSummary(
      simulateSteps(
        ladder(CURRENTS_A, 6, (current_A) => 1.8 / current_A),
        shortsAtLast,
      ).withClock,
    );
    expect(criticalCurrent?.control).toBe('capacity');
    expect(criticalCurrent?.firstFailed_mA).toBeCloseTo(2, 9);
  });

  test('has no upper end where no step failed', () => {
    const healthy = ladder([5e-4, 1e-3, 1.5e-3], 6, HOUR);
    const { criticalCurrent } = symmetricSummary(simulateSteps(healthy, shortsAtLast).withClock);
    expect(criticalCurrent).toMatchObject({ firstFailed_mA: null, failedBy: null });
    expect(criticalCurrent?.lastGood_mA).toBeCloseTo(1.5, 9);
  });

  test.each([
    ['two currents', [5e-4, 1e-3]],
    ['one current', [1e-3]],
    ['a current that falls', [2e-3, 1e-3, 5e-4]],
  ])('is not told of %s', (_name, currents_A) => {
    const { withClock } = simulateSteps(ladder(currents_A, 6, HOUR), ({ current_A }) => 40 * current_A);
    expect(symmetricSummary(withClock).criticalCurrent).toBeNull();
  });

  test('leaves the DC resistance to the steps before the short', () => {
    expect(byTime.dcResistance?.rates_mA.map((rate) => Number(rate.toPrecision(6)))).toEqual([0.5, 1, 1.5]);
  });

  test('goes with what was plated until then: 3 × (1 + 2 + 3) mAh/cm2 on each electrode', () => {
    expect(byTime.platedCapacity.workingElectrode_mAhPerCm2).toBeCloseTo(18, 1);
    expect(byTime.platedCapacity.counterElectrode_mAhPerCm2).toBeCloseTo(18, 1);
    expect(byTime.platedCapacity.until_h).toBeCloseTo(18, 6);
  });
});

test('what is plated to the end of a healthy run counts the half cycles of each direction', () => {
  // Three half cycles to each side of 1 mA and 1 h, 0.5 cm2: 6 mAh/cm2; 2 mAh/cm2 of lithium are 9.70 µm.
  const { withClock } = simulateSteps(ladder([1e-3], 6, HOUR), ({ current_A }) => 40 * current_A);
  const summary = symmetricSummary(withClock, { cellFacts: { ...NO_CELL_FACTS, metal: 'Li' } });
  expect(summary.platedCapacity.counterElectrode_mAhPerCm2).toBeCloseTo(6, 9);
  expect(summary.platedCapacity.until_h).toBeNull();
  expect(summary.halfCycles[0]?.metalThickness_um).toBeCloseTo(9.697, 2);
});
