import { describe, expect, test } from 'vitest';
import { COLUMNS, type ColumnDefinition } from '#core/columns.ts';

/** What the end of a name says about the unit; a name without an ending is a plain number. */
const UNIT_OF_SUFFIX: Readonly<Record<string, string>> = {
  s: 's',
  A: 'A',
  V: 'V',
  Ah: 'Ah',
  Wh: 'Wh',
  W: 'W',
  ohm: 'ohm',
  Hz: 'Hz',
  F: 'F',
  S: 'S',
  K: 'K',
  degC: '°C',
  deg: '°',
  percent: '%',
  counts: 'counts',
};

/** The spelling of units at the end of the Battery Data Format's names. */
const BDF_UNITS: Readonly<Record<string, readonly string[]>> = {
  s: ['second'],
  A: ['ampere'],
  V: ['volt'],
  Ah: ['ah'],
  Wh: ['wh'],
  W: ['watt'],
  ohm: ['ohm'],
  Hz: ['hertz'],
  '°C': ['celsius'],
  '1': ['count', 'index'],
};

const columns: readonly (readonly [string, ColumnDefinition])[] = Object.entries(COLUMNS);

describe.each(columns)('%s', (name, { unit, label }) => {
  test('carries its unit at the end of its name', () => {
    const suffix = name.includes('_') ? name.slice(name.lastIndexOf('_') + 1) : undefined;
    expect(suffix === undefined ? '1' : UNIT_OF_SUFFIX[suffix]).toBe(unit);
  });

  test('has a label for the user', () => {
    expect(label.trim()).not.toBe('');
  });
});

test.each(
  columns.flatMap(([name, { unit, bdf }]) => (bdf === undefined ? [] : [[name, unit, bdf] as const])),
)('%s (%s) agrees in unit with its Battery Data Format name %s', (_, unit, bdf) => {
  expect(BDF_UNITS[unit]).toContain(bdf.split('_').at(-1));
});

test('no two columns share a Battery Data Format name or a label', () => {
  const names = columns.flatMap(([, { bdf }]) => bdf ?? []);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(columns.map(([, { label }]) => label)).size).toBe(columns.length);
});
