import { describe, expect, test } from 'vitest';
import { boundarySpeed_cmPerS, isolatedConcentration, slabProfile } from '#core/layer/dissolvedMetal.ts';
import type { FoilSide, LiquidSlab } from '#core/layer/dissolvedMetal.ts';

/** 70 µm of saturated liquid stripped at 5 mA/cm². */
const slab: LiquidSlab = {
  thickness_cm: 0.007,
  diffusivity_cm2PerS: 8.65e-6,
  concentration_molPerCm3: 9.004161852172925e-4,
  flux_molPerCm2S: 5.1821348283088645e-8,
};
/** Concentrations at the foil and at the electrolyte; implicit finite differences of another program agree to 4e-6. */
const REFERENCE = [
  [0.5, 9.002126183170896e-4, 8.863576159199107e-4],
  [1, 8.985163463476932e-4, 8.805245287305437e-4],
  [2, 8.923388704829984e-4, 8.718919128221234e-4],
] as const;

const FOILS: readonly FoilSide[] = [
  { kind: 'isolated' },
  { kind: 'exchange', rate_cmPerS: 1e-3, equilibrium_molPerCm3: 9e-4 },
  { kind: 'saturated', saturation_molPerCm3: 9.004161852172925e-4 },
];

describe('dissolved lithium in liquid amalgam', () => {
  test.each(REFERENCE)('after %s s', (time_s, atFoil, atElectrolyte) => {
    expect(Math.abs(isolatedConcentration(slab, 0, time_s) / atFoil - 1)).toBeLessThan(1e-9);
    expect(Math.abs(isolatedConcentration(slab, 0.007, time_s) / atElectrolyte - 1)).toBeLessThan(1e-9);
  });

  test.each(REFERENCE)('the grid agrees with the series after %s s', (time_s) => {
    const { concentration_molPerCm3: found } = slabProfile(slab, { kind: 'isolated' }, time_s);
    for (const i of [0, 50, 199]) {
      const expected = isolatedConcentration(slab, ((i + 0.5) / 200) * 0.007, time_s);
      expect(Math.abs((found[i] ?? NaN) / expected - 1)).toBeLessThan(5e-5);
    }
  });

  test.each(FOILS)('no lithium is lost or made: $kind', (foil) => {
    expect(slabProfile(slab, foil, 5).imbalance).toBeLessThan(1e-6);
    expect(slabProfile(slab, foil, 500, { cells: 40, steps: 20 }).imbalance).toBeLessThan(1e-6);
  });

  test('a saturated foil side ends in the straight line of the limiting current', () => {
    const { concentration_molPerCm3: found } = slabProfile(
      slab,
      { kind: 'saturated', saturation_molPerCm3: 9.004161852172925e-4 },
      100,
    );
    const drop = (slab.flux_molPerCm2S * 0.007) / 8.65e-6;
    expect(found.at(-1)).toBeCloseTo(9.004161852172925e-4 - drop * (199.5 / 200), 9);
  });

  test('LiHg3 dissolves at 38 and 96 µm/h under 2 and 5 mA/cm²', () => {
    const speed = (mA: number) =>
      boundarySpeed_cmPerS(mA / 96_485.33212 / 1000, 2.0416e-2, 9.0042e-4) * 3600 * 1e4;
    expect(speed(2)).toBeCloseTo(38.2, 1);
    expect(speed(5)).toBeCloseTo(95.6, 1);
  });
});
