import { expect, test } from 'vitest';
import { convertUnit, parseHeaderTitle } from '#core/import/headerTitle.ts';
import { dateCells } from '#core/import/timeCells.ts';

test.each([
  ['Current(µA)', 'Current', 'µA', 'current'],
  [' Test Time (s) ', 'Test Time', 's', 'testtime'],
  ['Voltage [V]', 'Voltage', 'V', 'voltage'],
  ['Cycle Count / 1', 'Cycle Count', '1', 'cyclecount'],
  ['-Im(Z)/Ohm', '-Im(Z)', 'Ohm', 'imz'],
  ['dQ/dV(mAh/V)', 'dQ/dV', 'mAh/V', 'dqdv'],
  ['Time(h:min:s.ms)', 'Time', 'h:min:s.ms', 'time'],
  ['电流（mA）', '电流', 'mA', '电流'],
  ['dV/dt', 'dV/dt', null, 'dvdt'],
  ['mAh/g', 'mAh/g', null, 'mahg'],
  ['Chg. Cap.', 'Chg. Cap.', null, 'chgcap'],
])('the title %j is %j in %j', (text, name, unit, skeleton) => {
  expect(parseHeaderTitle(text)).toMatchObject({ name, unit, skeleton });
});

test.each([
  ['mA', 'A', -3, 1],
  ['μA', 'A', -6, 1],
  ['?A', 'A', -6, 1],
  ['ï¿½A', 'A', -6, 1],
  ['\uFFFDAh', 'Ah', -6, 1],
  ['mWs', 'Wh', -3, 1 / 3600],
  ['sec', 's', 0, 1],
  ['Hours', 's', 0, 3600],
  ['O', 'ohm', 0, 1],
  ['?', '°C', 0, 1],
  ['℃', '°C', 0, 1],
  ['C', '°C', 0, 1],
])('the unit %j is 10^n %s', (written, wanted, decimalShift, factor) => {
  expect(convertUnit(written, wanted)).toEqual({ unit: wanted, decimalShift, factor });
});

test.each([
  ['V', 'A'],
  ['', 'A'],
  ['furlong', 's'],
  ['K', '°C'],
  ['constructor', 'A'],
])('the unit %j is not taken for %s', (written, wanted) => {
  expect(convertUnit(written, wanted)).toBeUndefined();
});

test.each([
  [['2026-01-05 08:00:00'], 'date', 'ymd'],
  [['01/05/2026', '01/13/2026'], 'date', 'mdy'],
  [['01/05/2026', '13/05/2026'], 'date', 'dmy'],
  [['01/05/2026'], 'date', 'mdy'],
  [['1767600000.5', ''], 'number', 'mdy'],
])('dates written %j are read as %s, %s', (cells, kind, dateOrder) => {
  expect(dateCells(cells, 'mdy')).toEqual({ kind, dateOrder });
});
