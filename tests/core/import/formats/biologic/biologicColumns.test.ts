import { expect, test } from 'vitest';
import { COLUMNS } from '#core/columns.ts';
import {
  BIOLOGIC_COLUMNS,
  FLAGS,
  LAST_POINT_BIT,
  splitTitle,
} from '#core/import/formats/biologic/biologicColumns.ts';
import { resolveTitles } from '#core/import/formats/biologic/resolveTitles.ts';

test('no id and no title stands twice', () => {
  const ids = [...BIOLOGIC_COLUMNS.flatMap(({ ids: each }) => each), ...FLAGS.map(({ id }) => id)];
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  // The mean current is a double under one id and single precision under another.
  const titles = BIOLOGIC_COLUMNS.map(({ title }) => title).filter((title) => title !== '<I>/mA');
  expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
});

test('every unit of a title is known', () => {
  const without = BIOLOGIC_COLUMNS.filter(({ conversion }) => conversion.unit === '1');
  expect(without.filter(({ title }) => splitTitle(title).unit !== '').map(({ title }) => title)).toEqual([]);
});

test('every name that core has carries the unit that core gives it', () => {
  const units = Object.entries(COLUMNS).map(([name, { unit }]) => [name, unit] as const);
  const core = new Map<string, string>(units);
  const wrong = BIOLOGIC_COLUMNS.filter(
    ({ name, conversion }) => core.has(name) && core.get(name) !== conversion.unit,
  );
  expect(wrong.map(({ title }) => title)).toEqual([]);
});

test('the flags and the end mark share one byte without overlap', () => {
  const masks = [...FLAGS.map(({ mask }) => mask), LAST_POINT_BIT];
  expect(masks.reduce((sum, mask) => sum + mask, 0)).toBe(0xff);
  expect(masks.reduce((all, mask) => all | mask, 0)).toBe(0xff);
});

test.each(['Temperature/°C', 'Temperature/\ufffdC', 'Temperature/ï¿½C', 'Temperature/?C'])(
  '%s is the temperature whatever became of its degree sign',
  (title) => {
    expect(resolveTitles([title])).toMatchObject([{ name: 'temperature_degC', unit: '°C', known: true }]);
  },
);

test.each(['Cs/µF', 'Cs/μF', 'Cs/uF', 'Cs/\ufffdF', 'Cs/ï¿½F'])('%s is in microfarad', (title) => {
  expect(resolveTitles([title])).toMatchObject([
    { name: 'seriesCapacitance_F', decimalShift: -6, known: true },
  ]);
});

test('a title nobody knows keeps its own name', () => {
  expect(resolveTitles(['Frobnication/bar'])).toMatchObject([
    { name: 'Frobnication/bar', unit: 'bar', known: false },
  ]);
});

test('two columns never share a name', () => {
  const names = resolveTitles(['(Q-Qo)/C', '(Q-Qo)/mA.h']).map(({ name }) => name);
  expect(names).toEqual(['charge_Ah', 'charge_Ah_2']);
});
