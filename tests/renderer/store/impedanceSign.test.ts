import { expect, test } from 'vitest';
import { changedFields } from '../../../src/renderer/store/contentsRows.ts';
import { setImpedanceSign } from '../../../src/renderer/store/changes/impedanceSign.ts';
import type { StoredDataset } from '../../../src/renderer/store/schema.ts';
import type { RowChange } from '../../../src/renderer/store/studyStore.ts';

function stored(id: string, part: Partial<StoredDataset>): StoredDataset {
  return {
    id,
    studyId: 's',
    importId: 'i',
    cellId: null,
    position: 0,
    fileName: 'a.csv',
    kind: 'impedance',
    label: 'Impedance',
    rows: 3,
    columns: [],
    metadata: {},
    state: { kind: 'unspecified' },
    contentKey: 'x:0',
    ...part,
  };
}

test('the sign of spectra that lack it is set, and undoing it gives the file’s own back', () => {
  const change = setImpedanceSign(
    [stored('a', {}), stored('b', { impedanceSign: 'negated' }), stored('c', { kind: 'cycling' })],
    'negated',
  );
  expect(change.rows).toMatchObject([
    { table: 'datasets', id: 'a', before: { impedanceSign: undefined }, after: { impedanceSign: 'negated' } },
  ]);
});

test('“as in the file” answers the question for spectra that were not asked about yet', () => {
  const [row] = setImpedanceSign([stored('a', {})], 'as-is').rows;
  if (!row) throw new Error('nothing to change');
  expect(changedFields(row)).toEqual({ impedanceSign: 'as-is' });
  expect(changedFields({ ...row, before: row.after, after: row.before } as RowChange)).toEqual({
    impedanceSign: undefined,
  });
  expect(setImpedanceSign([stored('a', { impedanceSign: 'as-is' })], 'as-is').rows).toEqual([]);
});
