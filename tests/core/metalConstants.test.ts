import { describe, expect, test } from 'vitest';
import {
  METAL_CONSTANTS,
  platedThickness_um,
  specificCapacity_mAhPerG,
  volumetricCapacity_mAhPerCm3,
} from '#core/metalConstants.ts';

/** Capacities that papers quote for the metals, those worked out by hand from zF/(3.6 M), and µm for each mAh/cm². */
const TABLE = [
  ['Li', 3860, 3861.9, 4.849],
  ['Na', 1166, 1165.8, 8.861],
  ['K', 687, 685.5, 16.92],
  ['Al', 2978, 2980.0, 1.243],
  ['Zn', 820, 819.9, 1.708],
  ['Mg', 2206, 2205.4, 2.609],
] as const;

describe.each(TABLE)('%s', (metal, quoted, byHand, thickness_um) => {
  test('has the capacity that papers quote within 0.25 %, and the one worked out by hand', () => {
    expect(Math.abs(specificCapacity_mAhPerG(metal) / quoted - 1)).toBeLessThan(0.0025);
    expect(specificCapacity_mAhPerG(metal)).toBeCloseTo(byHand, 1);
  });

  test('plates the known thickness for 1 mAh/cm2, and twice that for 2', () => {
    const digits = thickness_um > 10 ? 2 : 3;
    expect(platedThickness_um(metal, 1)).toBeCloseTo(thickness_um, digits);
    expect(platedThickness_um(metal, 2)).toBeCloseTo(2 * platedThickness_um(metal, 1), 9);
  });

  test('names the half reaction whose electrons it counts', () => {
    const { electrons, halfReaction } = METAL_CONSTANTS[metal];
    expect(halfReaction).toContain(electrons === 1 ? '⁺ + e⁻' : `${electrons} e⁻`);
  });
});

test('lithium holds 2062 mAh in a cubic centimetre', () => {
  // 3861.9 mAh/g × 0.534 g/cm3
  expect(volumetricCapacity_mAhPerCm3('Li')).toBeCloseTo(2062, 0);
});

test('aluminium has the potential of Al3+, not that of its fluoride complex at −2.07 V', () => {
  expect(METAL_CONSTANTS.Al.standardPotential_V).toBeCloseTo(-1.662, 3);
});
