import { expect, test } from 'vitest';
import { conductivity_SPerCm, interfaceResistance } from '#core/eis/interfaceResistance.ts';
import { resistanceChange } from '#core/eis/resistanceChange.ts';

test('a symmetric cell shares its arc between two interfaces: 300 ohm on 0.5 cm2 are 75 ohm cm2', () => {
  // 3 % of R and 4 % of A make 5 %.
  const found = interfaceResistance({ value: 300, standardError: 9 }, { value: 0.5, standardError: 0.02 }, 2);
  expect(found.asr_ohm_cm2).toBe(75);
  expect(found.standardError_ohm_cm2).toBeCloseTo(3.75, 12);
  expect(found.interfaces).toBe(2);
});

test('a pellet of 1 mm and 1 cm2 with 100 ohm conducts 1 mS/cm', () => {
  const exact = (value: number) => ({ value, standardError: 0 });
  const { value } = conductivity_SPerCm(exact(100), exact(1), { value: 1000, standardError: 50 });
  expect(value).toBeCloseTo(1e-3, 15);
});

test('from 100 ± 3 to 200 ± 4 the difference is 100 ± 5, with full correlation 100 ± 1', () => {
  const [pristine, cycled] = [
    { value: 100, standardError: 3 },
    { value: 200, standardError: 4 },
  ];
  expect(resistanceChange(pristine, cycled).difference).toEqual({ value: 100, standardError: 5 });
  expect(resistanceChange(pristine, cycled, 12).difference.standardError).toBeCloseTo(1, 12);
  // 3 % and 2 %: √13 %, of the ratio 2.
  expect(resistanceChange(pristine, cycled).ratio.standardError).toBeCloseTo(0.02 * Math.sqrt(13), 12);
});
