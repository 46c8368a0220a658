import { expect, test } from 'vitest';
import { setImpedanceSign } from '../../../src/renderer/store/changes/impedanceSign.ts';
import type { StoredDataset } from '../../../src/renderer/store/schema.ts';

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
    { table: 'datasets', id: 'a', before: { impedanceSign: 'as-is' }, after: { impedanceSign: 'negated' } },
  ]);
});
