import { expect, test } from 'vitest';
import { stepsOfProtocol, stepsOfRun } from '#core/layer/layerProtocol.ts';

test('half cycles alternate and carry their charge', () => {
  const steps = stepsOfProtocol({ current_mAPerCm2: 2, halfCycle_min: 30, halfCycles: 3, first: 'strip' }, 4);
  expect(steps).toHaveLength(12);
  const charges = [0, 1, 2].map((h) =>
    steps
      .slice(4 * h, 4 * h + 4)
      .reduce((sum, { duration_h, current_mAPerCm2 }) => sum + duration_h * current_mAPerCm2, 0),
  );
  expect(charges.map((charge) => Number(charge.toFixed(12)))).toEqual([-1, 1, -1]);
});

test('a measured run keeps its charge when it is cut into fewer steps', () => {
  // One hour at +2 mA and one at −1 mA, a row every 10 s, on 0.5 cm².
  const time_s = Float64Array.from({ length: 721 }, (_, i) => 10 * i);
  const charge_Ah = time_s.map((time) => (time < 3600 ? 2e-3 * time : 7.2 - 1e-3 * (time - 3600)) / 3600);
  const steps = stepsOfRun({ time_s, charge_Ah, area_cm2: 0.5, electrode: 'working' }, 50);
  expect(steps.length).toBeLessThanOrEqual(50);
  const charge = steps.reduce((sum, step) => sum + step.duration_h * step.current_mAPerCm2, 0);
  // Oxidation strips the working electrode: (−2 + 1) mAh over 0.5 cm².
  expect(charge).toBeCloseTo(-2, 9);
  const counter = stepsOfRun({ time_s, charge_Ah, area_cm2: 0.5, electrode: 'counter' }, 50);
  expect(counter.map((step) => step.current_mAPerCm2)).toEqual(steps.map((step) => -step.current_mAPerCm2));
});
