import { expect, test } from 'vitest';
import { pastedRows } from '../../../src/renderer/components/copyTable.ts';

test('numbers are pasted as numbers, words and values with an error as they are read', () => {
  const table = {
    titles: ['Phase', 'Height (counts)', 'ratio (95\u00A0%)'],
    rows: [
      ['LiHg3', '13,522', '−0.368'],
      ['Li, LLTO', '1,234.5 ± 2.1', '−'],
      ['1 0 −1', '32.66, 46.86', '1,234,567.8'],
    ],
  };
  expect(pastedRows(table)).toEqual([
    ['Phase', 'Height (counts)', 'ratio (95 %)'],
    ['LiHg3', '13522', '-0.368'],
    ['Li, LLTO', '1,234.5 ± 2.1', '−'],
    ['1 0 −1', '32.66, 46.86', '1234567.8'],
  ]);
});
