import { describe, expect, test } from 'vitest';
import { lithiumMercury } from '#core/layer/lithiumMercury.ts';
import { sodiumMercury, zincMercury } from '#core/layer/otherAmalgams.ts';
import { amalgamSystemOf, METALS_WITHOUT_AMALGAM } from '#core/layer/amalgamSystems.ts';
import {
  hgMass_mgPerCm2,
  hgOfFilm_molPerCm2,
  hgOfMass_molPerCm2,
  molesPerMilliampereHour,
} from '#core/layer/hgInventory.ts';
import { layerMilestones } from '#core/layer/layerMilestones.ts';
import { layerState } from '#core/layer/layerState.ts';
import { layerTrajectory } from '#core/layer/layerTrajectory.ts';
import type { Film } from '#core/layer/layerTrajectory.ts';

function film(thickness_um: number, exchange_perHour = 0): Film {
  const hg_molPerCm2 = hgOfFilm_molPerCm2(lithiumMercury, 'LiHg3', thickness_um) ?? NaN;
  return { system: lithiumMercury, hg_molPerCm2, startMetalPerHg: 1 / 3, exchange_perHour };
}

const after = (thickness_um: number, charge_mAhPerCm2: number, exchange_perHour = 0) =>
  layerTrajectory(film(thickness_um, exchange_perHour), [
    { duration_h: 1, current_mAPerCm2: charge_mAhPerCm2 },
  ])[1];

/** Worked with a spreadsheet from the densities and the rule of the lever: see the table of each test. */
describe('the layer by the charge that passed', () => {
  test.each([
    { um: 7, hg_umol: 42.873, hg_mg: 8.6, charges: [-0.3675, 0, 0.766, 3.0642], ums: [6.42, 7, 9.17, 18.23] },
    {
      um: 24,
      hg_umol: 146.995,
      hg_mg: 29.486,
      charges: [-1.2601, 0, 2.6264, 10.506],
      ums: [22, 24, 31.4, 62.5],
    },
    {
      um: 70,
      hg_umol: 428.734,
      hg_mg: 86.001,
      charges: [-3.6754, 0, 7.6605, 30.642],
      ums: [64.2, 70, 91.7, 182.3],
    },
  ])('inventory and milestones of $um µm LiHg3', ({ um, hg_umol, hg_mg, charges, ums }) => {
    const { hg_molPerCm2 } = film(um);
    expect(hg_molPerCm2 * 1e6).toBeCloseTo(hg_umol, 2);
    expect(hgMass_mgPerCm2(hg_molPerCm2)).toBeCloseTo(hg_mg, 2);
    const milestones = layerMilestones(film(um));
    expect(milestones.map(({ phase }) => phase)).toEqual(['L', 'LiHg3', 'LiHg', 'Li3Hg']);
    for (const [i, { charge_mAhPerCm2, thickness_um }] of milestones.entries()) {
      expect(charge_mAhPerCm2 - (charges[i] ?? NaN)).toBeCloseTo(0, 3);
      expect(Math.abs(thickness_um / (ums[i] ?? NaN) - 1)).toBeLessThan(2e-3);
    }
  });

  test('one mAh moves 37.3 µmol of lithium', () => {
    expect(molesPerMilliampereHour(lithiumMercury)).toBeCloseTo(3.73113708e-5, 12);
    expect(molesPerMilliampereHour(zincMercury)).toBeCloseTo(3.73113708e-5 / 2, 12);
  });

  test.each([
    { charge: -0.36, y: 0.02004, phases: { L: 0.9795, LiHg3: 0.0205 }, liquid: 0.9777, um: 6.43, free_um: 0 },
    { charge: -0.3, y: 0.07225, phases: { L: 0.8162, LiHg3: 0.1838 }, liquid: 0.8029, um: 6.525, free_um: 0 },
    { charge: -0.2, y: 0.15928, phases: { L: 0.5442, LiHg3: 0.4558 }, liquid: 0.5226, um: 6.683, free_um: 0 },
    { charge: -0.1, y: 0.24631, phases: { L: 0.2721, LiHg3: 0.7279 }, liquid: 0.2552, um: 6.842, free_um: 0 },
    { charge: 0, y: 0.33333, phases: { LiHg3: 1 }, liquid: 0, um: 7.0, free_um: 0 },
    { charge: 0.5, y: 0.76847, phases: { LiHg3: 0.3473, LiHg: 0.6527 }, liquid: 0, um: 8.416, free_um: 0 },
    { charge: 1.0, y: 1.2036, phases: { LiHg: 0.8982, Li3Hg: 0.1018 }, liquid: 0, um: 10.092, free_um: 0 },
    { charge: 2.0, y: 2.07387, phases: { LiHg: 0.4631, Li3Hg: 0.5369 }, liquid: 0, um: 14.034, free_um: 0 },
    { charge: 3.0, y: 2.94414, phases: { LiHg: 0.0279, Li3Hg: 0.9721 }, liquid: 0, um: 17.977, free_um: 0 },
    { charge: 3.5, y: 3.37927, phases: { Li3Hg: 1 }, liquid: 0, um: 18.23, free_um: 2.113 },
    { charge: 5.0, y: 4.68467, phases: { Li3Hg: 1 }, liquid: 0, um: 18.23, free_um: 9.387 },
  ])('7 µm LiHg3 after $charge mAh/cm²', ({ charge, y, phases, liquid, um, free_um }) => {
    const state = after(7, charge);
    expect(state?.metalPerHg).toBeCloseTo(y, 4);
    expect(state?.phases.map(({ id }) => id)).toEqual(Object.keys(phases));
    for (const { id, hgFraction } of state?.phases ?? [])
      expect(hgFraction).toBeCloseTo(Object.entries(phases).find(([name]) => name === id)?.[1] ?? NaN, 4);
    expect(state?.liquidVolumeFraction).toBeCloseTo(liquid, 4);
    expect(state?.thickness_um).toBeCloseTo(um, 2);
    expect(state?.freeMetal_um).toBeCloseTo(free_um, 2);
    expect(state?.exhausted_mAhPerCm2).toBe(0);
  });

  test.each([
    [7, 2, 1.617],
    [7, 5, 4.617],
    [24, 5, 3.687],
    [70, 5, 1.17],
  ])('an hour of stripping %s µm at %s mA/cm² needs the foil', (um, current, missing) => {
    const state = after(um, -current);
    expect(state?.metalPerHg).toBe(0);
    expect(state?.exhausted_mAhPerCm2).toBeCloseTo(missing, 3);
    expect(state?.potential_V).toBeNaN();
  });

  test.each([
    [3e-5, 1.11134],
    [1e-4, 1.08035],
    [1e-3, 1.02041],
    [5e-3, 0.97561],
    [0.0133, 0.9433],
  ])('liquid of mole fraction %s lies at %s V', (x, volt) => {
    expect(layerState(lithiumMercury, 1e-5, x / (1 - x)).potential_V).toBeCloseTo(volt, 4);
  });

  test('an independent film: 6.8 mg mercury and 0.2 mg lithium are about 7 µm', () => {
    const state = layerState(lithiumMercury, hgOfMass_molPerCm2(6.8), 0.2 / 6.94 / (6.8 / 200.592));
    expect(state.phases.map(({ id }) => id)).toEqual(['LiHg3', 'LiHg']);
    expect(state.thickness_um).toBeCloseTo(6.87, 1);
  });

  test('the foil brackets the liquid: none with endless exchange, most without', () => {
    const liquid = [0, 0.5, 5, Infinity].map((k) => after(7, -0.3, k)?.liquidVolumeFraction ?? NaN);
    expect(liquid[0]).toBeCloseTo(0.8029, 4);
    expect(liquid[3]).toBe(0);
    expect([...liquid].sort((a, b) => b - a)).toEqual(liquid);
    expect(after(7, -0.3, Infinity)?.phases).toEqual([{ id: 'Li3Hg', hgFraction: 1 }]);
  });

  test('a rest with exchange draws lithium until the film is full', () => {
    // By hand: 3 − (3 − 1/3)·exp(−2) after one hour at 2 per hour.
    expect(after(7, 0, 2)?.metalPerHg).toBeCloseTo(3 - (8 / 3) * Math.exp(-2), 12);
  });

  test('steps cut in pieces end where the whole step does', () => {
    for (const k of [0, 0.7, Infinity]) {
      for (const current of [-5, -0.4, 0, 0.4, 5]) {
        const whole = layerTrajectory(film(7, k), [{ duration_h: 1, current_mAPerCm2: current }]).at(-1);
        const pieces = Array.from({ length: 100 }, () => ({ duration_h: 0.01, current_mAPerCm2: current }));
        const cut = layerTrajectory(film(7, k), pieces).at(-1);
        expect(cut?.metalPerHg).toBeCloseTo(whole?.metalPerHg ?? NaN, 9);
        expect(cut?.exhausted_mAhPerCm2).toBeCloseTo(whole?.exhausted_mAhPerCm2 ?? NaN, 9);
      }
    }
  });

  test('other metals are followed to their first solid and no farther; aluminium says why not', () => {
    const hg = hgOfFilm_molPerCm2(sodiumMercury, 'Hg', 7) ?? NaN;
    expect(layerState(sodiumMercury, hg, 0.1).phases.map(({ id }) => id)).toEqual(['L', 'NaHg4']);
    expect(layerState(sodiumMercury, hg, 0.1).thickness_um).toBeNaN();
    expect(layerState(sodiumMercury, hg, 0.4).isBeyondModel).toBe(true);
    expect(hgOfFilm_molPerCm2(sodiumMercury, 'LiHg3', 7)).toBeUndefined();
    expect(amalgamSystemOf('Al')).toBeUndefined();
    expect(METALS_WITHOUT_AMALGAM.get('Al')).toMatch(/no compound/u);
  });
});
