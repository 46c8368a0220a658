import { describe, expect, test } from 'vitest';
import { lithiumMercury } from '#core/layer/lithiumMercury.ts';
import { liquidDiffusion } from '#core/layer/liquidDiffusion.ts';
import { sodiumMercury } from '#core/layer/otherAmalgams.ts';

/** Mercury that makes so many µm of saturated liquid: 14.813 cm³/mol of Hg and 11 cm³/mol of Li at 1.33 mol % of Li. */
function liquidOf(thickness_um: number, time_s: number, current_mAPerCm2 = 5) {
  const metalPerHg = 0.0133 / (1 - 0.0133);
  const hg_molPerCm2 = (thickness_um * 1e-4) / ((200.592 / 13.534 + 11 * metalPerHg) / 1);
  const found = liquidDiffusion(lithiumMercury, hg_molPerCm2, current_mAPerCm2, time_s);
  if (!found) throw new Error('lithium has a diffusivity');
  return found;
}

describe('diffusion in liquid lithium amalgam', () => {
  // Calculated apart from this program, for films of 7, 24 and 70 µm.
  test.each([
    { um: 7, evens: 0.057, limit: 1070, held: 0.017, lasts: 12 },
    { um: 24, evens: 0.67, limit: 313, held: 0.058, lasts: 42 },
    { um: 70, evens: 5.7, limit: 107, held: 0.169, lasts: 122 },
  ])('of $um µm: evens out in $evens s, feeds $limit mA/cm², holds $held mAh/cm²', ({ um, ...expected }) => {
    const found = liquidOf(um, 1);
    expect(found.thickness_um / um).toBeCloseTo(1, 2);
    expect(found.evensOut_s / expected.evens).toBeCloseTo(1, 1);
    expect(found.limitingCurrent_mAPerCm2 / expected.limit).toBeCloseTo(1, 1);
    expect(found.dissolved_mAhPerCm2 / expected.held).toBeCloseTo(1, 1);
    expect(found.lasts_s / expected.lasts).toBeCloseTo(1, 1);
  });

  test('after 1 s of 5 mA/cm² a film of 70 µm on its own has the concentrations of the series', () => {
    const { isolated } = liquidOf(70, 1);
    // Middles of the outermost of 200 cells, so a little inside of the ends of the series.
    expect(isolated.foilSide_molPerL / 0.8985163).toBeCloseTo(1, 3);
    expect(isolated.electrolyteSide_molPerL / 0.8805245).toBeCloseTo(1, 3);
  });

  test('loses and makes no lithium, whether the film is on its own or kept saturated', () => {
    for (const time_s of [0.5, 30, 3600]) {
      const { isolated, saturatedBeneath } = liquidOf(7, time_s);
      expect(isolated.imbalance).toBeLessThan(1e-6);
      expect(saturatedBeneath.imbalance).toBeLessThan(1e-6);
    }
  });

  test('a film on its own is not followed beyond its last lithium', () => {
    const { isolated, lasts_s } = liquidOf(7, 3600);
    expect(isolated.time_s).toBeLessThan(lasts_s);
    expect(isolated.electrolyteSide_molPerL).toBeGreaterThan(0);
  });

  test('the boundary to LiHg3 moves inwards at 38.2 µm/h at 2 and 95.6 µm/h at 5 mA/cm²', () => {
    expect(liquidOf(7, 1, 2).boundary_umPerH).toBeCloseTo(38.2, 0);
    expect(liquidOf(7, 1, 5).boundary_umPerH).toBeCloseTo(95.6, 0);
  });

  test('is not told for a metal whose diffusivity nobody gave us', () => {
    expect(liquidDiffusion(sodiumMercury, 1e-4, 2, 60)).toBeNull();
  });
});
