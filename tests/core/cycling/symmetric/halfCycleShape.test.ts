import { describe, expect, test } from 'vitest';
import { plateAsymmetry } from '#core/cycling/plateAsymmetry.ts';
import { evenPulse, simulateSteps } from './steppedCell.ts';
import { symmetricSummary } from './symmetricSummary.ts';

/** Simulated: two half cycles of 1 mA over 1000 s whose |E| in mV is a function of the share of the half cycle. */
function halfCycleOf(size_mV: (share: number) => number, interval_s = 5) {
  const pulses = [1e-3, -1e-3].map((current_A) => evenPulse(current_A, 1000, interval_s));
  const { withClock } = simulateSteps(
    pulses,
    ({ current_A, duration_s }, since_s) => (Math.sign(current_A) * size_mV(since_s / duration_s)) / 1000,
  );
  const [first] = symmetricSummary(withClock).halfCycles;
  if (!first) throw new Error('no half cycle');
  return first;
}

describe('a step inside a half cycle', () => {
  test.each([
    ['up', 50, 80],
    ['down', 80, 50],
  ])('%s at 60 %% is a shape of its own, with its height and the charge before it', (_name, from, to) => {
    const half = halfCycleOf((share) => (share < 0.6 ? from : to));
    expect(half.shape).toBe('step');
    expect(half.innerStep?.jump_mV).toBeCloseTo(to - from, 9);
    // 1 mA for 1000 s is 0.2778 mAh; the place is known to a fiftieth.
    expect(Math.abs((half.innerStep?.capacity_mAh ?? NaN) / (1 / 3.6) - 0.6)).toBeLessThanOrEqual(0.02);
  });

  test('is still seen on a slope of a tenth of its height', () => {
    const half = halfCycleOf((share) => (share < 0.4 ? 50 : 80) + 3 * share);
    expect(half.shape).toBe('step');
    expect(half.innerStep?.jump_mV).toBeGreaterThan(28);
  });

  test.each([
    ['flat', 'flat', () => 50],
    ['arching', 'arching', (share: number) => 50 + 40 * share ** 4],
    ['peaking', 'peaking', (share: number) => 50 + 120 * (share - 0.4) ** 2],
    ['slow exponential', 'sloping', (share: number) => 50 + 50 * Math.exp(-share / 0.2)],
    [
      'smooth rise of a logistic over a fifth',
      'arching',
      (share: number) => 50 + 40 / (1 + Math.exp(-(share - 0.5) / 0.05)),
    ],
  ] as const)('is not seen in a %s half cycle', (_name, shape, size_mV) => {
    const half = halfCycleOf(size_mV);
    expect(half.innerStep).toBeNull();
    expect(half.shape).toBe(shape);
  });

  test('is not seen where the level falls back at once', () => {
    expect(halfCycleOf((share) => (share > 0.5 && share < 0.54 ? 80 : 50)).innerStep).toBeNull();
  });

  test('is not claimed of forty samples', () => {
    expect(halfCycleOf((share) => (share < 0.6 ? 50 : 80), 25).innerStep).toBeNull();
  });
});

describe('the initial peak', () => {
  test('is the height of the first fifth over the plateau', () => {
    const half = halfCycleOf((share) => 10 + 20 * Math.exp(-share / 0.02));
    // The plateau between 40 and 60 % is 10 mV to 1e-8.
    expect(half.initialPeak_mV).toBeCloseTo(20, 6);
  });

  test('may come after the first sample', () => {
    const half = halfCycleOf((share) => 10 + 30 * Math.exp(-(((share - 0.1) / 0.03) ** 2)));
    expect(half.initialPeak_mV).toBeGreaterThan(29);
    expect(half.initialPeak_mV).toBeLessThanOrEqual(30);
  });

  test('is 0 where the voltage only rises, and a single spike is none', () => {
    expect(halfCycleOf((share) => 50 + 40 * share).initialPeak_mV).toBe(0);
    expect(halfCycleOf((share) => (Math.abs(share - 0.05) < 1e-9 ? 500 : 50)).initialPeak_mV).toBe(0);
  });
});

test('the asymmetry of 100 and 80 mV is 20 over 90, with the sign of the larger', () => {
  expect(plateAsymmetry(100, 80)).toBeCloseTo(20 / 90, 12);
  expect(plateAsymmetry(80, 100)).toBeCloseTo(-20 / 90, 12);
  expect(plateAsymmetry(0, 0)).toBeNull();
});
