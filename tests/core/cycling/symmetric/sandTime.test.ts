import { describe, expect, test } from 'vitest';
import { NO_CELL_FACTS, type CellFacts } from '#core/cycling/cellFacts.ts';
import { limitingCurrent_mAPerCm2, saltTransport, sandTime_s } from '#core/cycling/sandTime.ts';
import { symmetricSummary } from './symmetricSummary.ts';
import { ladder, simulateSteps } from './steppedCell.ts';

/** 1 M LiPF6 in a carbonate. */
const SALT = {
  charge: 1,
  salt_molPerL: 1,
  saltDiffusivity_cm2PerS: 3e-6,
  cationTransference: 0.38,
};
const KNOWN: CellFacts = { ...NO_CELL_FACTS, metal: 'Li', ...SALT };

describe('Sand’s time', () => {
  test.each([
    [1, 57_062],
    [2, 14_266],
    [5, 2282],
    [10, 571],
  ])('of 1 M salt at %d mA/cm2 is %d s', (current, seconds) => {
    expect(Math.abs(sandTime_s(SALT, current) - seconds)).toBeLessThan(0.7);
    expect(sandTime_s(SALT, -current)).toBe(sandTime_s(SALT, current));
  });

  test('of a divalent cation is four times as long', () => {
    expect(sandTime_s({ ...SALT, charge: 2 }, 1) / sandTime_s(SALT, 1)).toBeCloseTo(4, 12);
  });

  test('never comes below 2 z F c D / ((1 − t) L), 93.37 mA/cm2 over 100 µm', () => {
    expect(limitingCurrent_mAPerCm2(SALT, 100)).toBeCloseTo(93.373, 3);
  });

  test.each([
    ['metal', { metal: null }],
    ['salt_molPerL', { salt_molPerL: null }],
    ['saltDiffusivity_cm2PerS', { saltDiffusivity_cm2PerS: null }],
    ['cationTransference', { cationTransference: null }],
    ['single-ion', { cationTransference: 1 }],
    ['no-cation', { metal: 'Al' }],
  ] as const)('is refused for %s', (refused, without) => {
    expect(saltTransport({ ...KNOWN, ...without })).toEqual({ ok: false, refused });
  });

  test('stands beside every half cycle with what was assumed, and is left out with the reason when D is not known', () => {
    // 0.5 mA on 0.5 cm2 is 1 mA/cm2.
    const { withClock } = simulateSteps(
      ladder([5e-4], 4, () => 600),
      ({ current_A }) => 40 * current_A,
    );
    const told = symmetricSummary(withClock, { cellFacts: KNOWN });
    expect(told.halfCycles.map(({ sandTime_s: sand }) => Math.round(sand ?? NaN))).toEqual([
      57_062, 57_062, 57_062, 57_062,
    ]);
    expect(told.saltTransport).toMatchObject({
      saltDiffusivity_cm2PerS: 3e-6,
      limitingCurrent_mAPerCm2: null,
    });
    const refused = symmetricSummary(withClock, {
      cellFacts: { ...KNOWN, saltDiffusivity_cm2PerS: null },
    });
    expect(refused.saltTransport).toEqual({ refused: 'saltDiffusivity_cm2PerS' });
    expect(refused.halfCycles[0]?.sandTime_s).toBeNull();
    expect(refused.rules.join(' ')).toContain('the diffusion coefficient of the salt is not known');
  });
});
