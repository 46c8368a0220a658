import { expect, test } from 'vitest';
import type { MetricComparison } from '#core/compare/comparison.ts';
import type { ProfileGroup } from '../../../src/renderer/views/compare/profileCells.ts';
import { profileTable } from '../../../src/renderer/views/compare/profileTable.ts';

test('beside the cells that are drawn stands their value, as a bound where the test ended first', () => {
  const run = (name: string) => ({ cell: { name }, dataset: { fileName: `${name}.mpr` } });
  // Only what the table asks for.
  const groups = [{ group: { name: 'bare' }, runs: ['a', 'b', 'c'].map(run) }] as unknown as ProfileGroup[];
  const metric = {
    ...{ title: 'Time to failure', unit: 'h' },
    groups: [{ group: 'bare', cells: ['a', 'b'], values: [7.15, 409.9], censored: [false, true] }],
  } as unknown as MetricComparison;
  const { titles, rows } = profileTable(groups, metric);
  expect(titles[2]).toBe('Time to failure (h)');
  expect(rows).toEqual([
    ['bare', 'a', '7.15', 'a.mpr'],
    ['bare', 'b', '>410', 'b.mpr'],
    ['bare', 'c', '–', 'c.mpr'],
  ]);
});
