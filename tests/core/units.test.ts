import { expect, test } from 'vitest';
import { parseUnit } from '#core/units.ts';

test.each([
  ['mA', 'A', 1e-3],
  ['µA', 'A', 1e-6],
  ['μA', 'A', 1e-6],
  ['uA', 'A', 1e-6],
  ['mV', 'V', 1e-3],
  ['V', 'V', 1],
  ['mA.h', 'Ah', 1e-3],
  ['mAh', 'Ah', 1e-3],
  ['A·h', 'Ah', 1],
  ['mAs', 'Ah', 1e-3 / 3600],
  ['C', 'Ah', 1 / 3600],
  ['mW.h', 'Wh', 1e-3],
  ['Wh', 'Wh', 1],
  ['mWs', 'Wh', 1e-3 / 3600],
  ['h', 's', 3600],
  ['min', 's', 60],
  ['ms', 's', 1e-3],
  ['Sec', 's', 1],
  ['kHz', 'Hz', 1e3],
  ['MHz', 'Hz', 1e6],
  ['Ω', 'ohm', 1],
  ['Ohm', 'ohm', 1],
  ['mΩ', 'ohm', 1e-3],
  ['kOhm', 'ohm', 1e3],
  ['°C', '°C', 1],
  ['℃', '°C', 1],
  ['deg', '°', 1],
  ['%', '%', 1],
])('one %s is that many %s', (text, unit, size) => {
  const found = parseUnit(text);
  expect(found?.unit).toBe(unit);
  expect((found?.factor ?? 0) * 10 ** (found?.decimalShift ?? 0)).toBeCloseTo(size, 12);
});

test('a power of ten is a shift of the decimal point, not a factor', () => {
  expect(parseUnit('mA')).toEqual({ unit: 'A', decimalShift: -3, factor: 1 });
});

test.each(['', 'furlong', 'xA', '(mA'])('does not guess the unit "%s"', (text) => {
  expect(parseUnit(text)).toBeUndefined();
});
