import { describe, expect, test } from 'vitest';
import { parseQuantity } from '../../../src/renderer/views/data/table/cellFields.ts';
import { pasteBlock, splitBlock } from '../../../src/renderer/views/data/table/pasteBlock.ts';
import { quoted } from '../../../src/renderer/views/data/table/copyBlock.ts';

const AREA = 4;

describe('a block from a spreadsheet', () => {
  test('splits into rows and fields, whatever the line ends', () => {
    expect(splitBlock('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(splitBlock('a\n\nb')).toEqual([['a'], [''], ['b']]);
  });

  test('keeps line breaks, tabs and quotes of quoted fields', () => {
    const fields = ['one\ntwo', 'tab\there', 'say "so"'];
    expect(splitBlock(`${fields.map(quoted).join('\t')}\n`)).toEqual([fields]);
  });

  test('fills cells from the cursor on and makes new cells below the last one', () => {
    const { edits, refused } = pasteBlock('0,785\n1.131', { cells: [{ id: 'x' }], row: 0, column: AREA });
    expect(edits).toEqual([
      { cellId: 'x', patch: { area_cm2: 0.785 } },
      { cellId: null, patch: { area_cm2: 1.131 } },
    ]);
    expect(refused).toEqual([]);
  });

  test('leaves out and names what is not a value of its field, and takes the rest', () => {
    const { edits, refused } = pasteBlock('bare\t01\tPb\tfull', { cells: [], row: 0, column: 0 });
    expect(edits).toEqual([{ cellId: null, patch: { name: '01', kind: 'full' }, groupName: 'bare' }]);
    expect(refused).toEqual([{ row: 1, field: 'Metal', reason: expect.stringContaining('Pb') as string }]);
  });

  test('follows the titles of the first row when there are some', () => {
    const { edits } = pasteBlock('Area (cm²)\tCell\n0.5\tA', { cells: [], row: 0, column: 7 });
    expect(edits).toEqual([{ cellId: null, patch: { area_cm2: 0.5, name: 'A' } }]);
  });

  test('counts the columns that lie beyond the table', () => {
    expect(pasteBlock('a\tb\tc', { cells: [], row: 0, column: 14 }).columnsLeftOut).toBe(2);
  });
});

test.each([
  ['1,27', 1.27],
  ['1.27', 1.27],
  ['5e-4', 5e-4],
  ['', null],
  ['1,234', undefined],
  ['1.2.3', undefined],
  ['-1', undefined],
  ['0', undefined],
  ['1e999', undefined],
])('typed quantity %j is %j', (typed, value) => {
  expect(parseQuantity(typed)).toBe(value);
});
