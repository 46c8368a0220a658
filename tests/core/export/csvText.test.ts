import { expect, test } from 'vitest';
import type { Column, Dataset } from '#core/dataset.ts';
import { csvText, numberText } from '#core/export/csvText.ts';

function datasetOf(columns: readonly Partial<Column>[], rows: number): Dataset {
  const full = columns.map((column) => ({
    name: 'x',
    unit: '1',
    source: '',
    values: new Float64Array(rows),
    ...column,
  }));
  return { kind: 'cycling', label: '', rows, columns: full, metadata: {} };
}

test('numbers are as short as they can be and read back to the same double', () => {
  const values = [0.1, 1 / 3, 5e-324, 1.7976931348623157e308, 123456789.123, -0, 1e21, 2 ** 53];
  for (const value of values) expect(Object.is(Number(numberText(value)), value)).toBe(true);
  expect(numberText(0.1)).toBe('0.1');
  expect(numberText(-0)).toBe('-0');
});

test('an empty cell is a value that was not recorded', () => {
  const dataset = datasetOf(
    [
      { name: 'a', values: Float64Array.of(1, NaN) },
      { name: 'b', values: Float64Array.of(NaN, 2) },
    ],
    2,
  );
  expect([...csvText(dataset)].join('')).toBe('a,b\n1,\n,2\n');
});

test('texts are written from their dictionary and quoted only where they need it', () => {
  const categories = ['CC', 'a, b', 'say "x"', 'two\nlines'];
  const dataset = datasetOf([{ name: 'stepType', values: Float64Array.of(0, 1, 2, 3, NaN), categories }], 5);
  expect([...csvText(dataset)].join('')).toBe('stepType\nCC\n"a, b"\n"say ""x"""\n"two\nlines"\n\n');
});

test('names are those of the Battery Data Format where it has them', () => {
  const dataset = datasetOf([{ name: 'time_s' }, { name: 'halfCycle' }], 0);
  expect([...csvText(dataset, 'bdf')].join('')).toBe('test_time_second,halfCycle\n');
});

test('a long table comes in pieces that join to the whole', () => {
  const values = Float64Array.from({ length: 10_000 }, (_, i) => i);
  const pieces = [...csvText(datasetOf([{ name: 'a', values }], 10_000))];
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces.join('').split('\n').slice(1, -1)).toEqual([...values].map(String));
});
