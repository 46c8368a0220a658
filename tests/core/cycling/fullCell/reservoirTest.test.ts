import { describe, expect, test } from 'vitest';
import { reservoirTest } from '#core/cycling/fullCell/reservoirTest.ts';
import { runOf } from './fullCellOf.ts';
import { simulateHalves, type SimulatedHalf } from './simulatedFullCell.ts';

/** Plating below 0 V, stripping above it; a stripping that empties the substrate runs up to 1 V. */
const plate = (capacity_mAh: number): SimulatedHalf => ({
  current_mA: -0.5,
  capacity_mAh,
  voltage_V: () => -0.03,
});
const strip = (capacity_mAh: number, end_V = 0.03): SimulatedHalf => ({
  current_mA: 0.5,
  capacity_mAh,
  voltage_V: (share) => (share > 0.97 ? end_V : 0.03),
});
const partial = (count: number) => Array.from({ length: count }, () => [strip(1), plate(1)]).flat();
const testOf = (halves: readonly SimulatedHalf[]) => reservoirTest(runOf(simulateHalves(halves)));

describe('the reservoir method', () => {
  test('is found where 5 mAh are plated, 1 mAh cycled ten times and 4.7 mAh stripped: 14.7/15', () => {
    const conditioning = [plate(5), strip(4.5, 1)];
    const result = testOf([...conditioning, plate(5), ...partial(10), strip(4.7, 1)]);
    expect(result).toMatchObject({ cycles: 10, firstHalfCycle: 3, lastHalfCycle: 24 });
    expect('efficiency' in result && result.efficiency).toBeCloseTo(14.7 / 15, 6);
  });

  test('is not seen where nothing larger was plated', () => {
    expect(testOf([plate(1.2), ...partial(10), strip(0.9, 1)])).toEqual({ refused: 'no-reservoir' });
    expect(testOf([...partial(10), strip(0.9, 1)])).toEqual({ refused: 'no-reservoir' });
  });

  test('is not seen where the last stripping stops before the voltage runs away', () => {
    expect(testOf([plate(5), ...partial(10), strip(4.7)])).toEqual({ refused: 'not-exhausted' });
  });

  test('is not seen in cycles of unequal capacity, or in too few', () => {
    const fading = [1, 0.95, 0.9, 0.85].flatMap((q) => [strip(q), plate(q)]);
    expect(testOf([plate(5), ...fading, strip(4.7, 1)])).toEqual({ refused: 'no-equal-cycles' });
    expect(testOf([plate(5), ...partial(2), strip(4.7, 1)])).toEqual({ refused: 'no-equal-cycles' });
  });

  test('is not seen where more is stripped than was plated', () => {
    expect(testOf([plate(5), ...partial(3), strip(6, 1)])).toEqual({ refused: 'no-reservoir' });
  });
});
