import { expect, test } from 'vitest';
import { comparedSets } from '#core/compare/comparedSets.ts';
import { evidence } from './evidenceByHand.ts';

const titles = (...electrolytes: readonly string[]) =>
  comparedSets(electrolytes.map((electrolyte) => evidence({ cell: { electrolyte } }))).map(
    ({ title }) => title,
  );

test('sets are named by metal and electrolyte, without what is said of it', () => {
  expect(titles('LLTO (100 µm)', 'LP30', '')).toEqual(['Li, LLTO', 'Li, LP30', 'Li, unknown electrolyte']);
});

test('sets that would be called the same carry all that is said of their electrolyte', () => {
  expect(titles('LLTO (100 µm)', 'LLTO (300 µm)', 'LP30')).toEqual([
    'Li, LLTO (100 µm)',
    'Li, LLTO (300 µm)',
    'Li, LP30',
  ]);
});
