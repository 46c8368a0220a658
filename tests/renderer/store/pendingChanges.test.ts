import { expect, test } from 'vitest';
import { sameContents, withRows } from '../../../src/renderer/store/contentsRows.ts';
import { createPendingChanges } from '../../../src/renderer/store/pendingChanges.ts';
import type { StoredDataset, StoredImport } from '../../../src/renderer/store/schema.ts';
import type { RowChange, StudyContents } from '../../../src/renderer/store/studyStore.ts';

const dataset = (id: string, studyId = 's'): StoredDataset => ({
  id,
  studyId,
  importId: `import of ${id}`,
  cellId: null,
  position: 0,
  fileName: `${id}.mpt`,
  kind: 'cycling',
  label: 'Cycling',
  rows: 2,
  columns: [{ name: 'time_s', unit: 's', source: 'time/s' }],
  metadata: { mass_mg: NaN },
  state: { kind: 'unspecified' },
  contentKey: id,
});

const contents = (datasets: readonly StoredDataset[]): StudyContents => ({
  study: {
    id: 's',
    name: 'Study',
    question: '',
    notes: '',
    simulated: false,
    groups: [],
    createdAt: '2026-01-01T00:00:00Z',
    settings: {},
  } as unknown as StudyContents['study'],
  cells: [],
  datasets,
  imports: [] as readonly StoredImport[],
});

const added = (row: StoredDataset): RowChange => ({
  table: 'datasets',
  id: row.id,
  before: null,
  after: row,
});

test('a row on its way shows in its study, in its place, and not in another study', () => {
  const shown = withRows(contents([dataset('b')]), [added(dataset('a')), added(dataset('c', 'other'))]);
  expect(shown?.datasets.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('only the fields that a change sets are changed; what others set meanwhile stays', () => {
  const read = dataset('a');
  const renamed = { ...read, fileName: 'renamed.mpt' };
  const change: RowChange = { table: 'datasets', id: 'a', before: read, after: { ...read, cellId: 'cell' } };
  const shown = withRows(contents([renamed]), [change]);
  expect(shown?.datasets[0]).toMatchObject({ cellId: 'cell', fileName: 'renamed.mpt' });
});

test('a change of a row that is not there brings nothing', () => {
  const gone = dataset('a');
  const change: RowChange = { table: 'datasets', id: 'a', before: gone, after: { ...gone, cellId: 'cell' } };
  expect(withRows(contents([]), [change])?.datasets).toEqual([]);
});

test('a removed study shows as none', () => {
  const { study } = contents([]);
  expect(withRows(contents([]), [{ table: 'studies', id: 's', before: study, after: null }])).toBeNull();
});

test('contents that were read again and are equal are the same object, row for row', () => {
  const before = contents([dataset('a'), dataset('b')]);
  expect(sameContents(before, contents([dataset('a'), dataset('b')]))).toBe(before);
  const changed = sameContents(before, contents([dataset('a'), { ...dataset('b'), cellId: 'cell' }]));
  expect(changed).not.toBe(before);
  expect(changed.datasets[0]).toBe(before.datasets[0]);
  expect(changed.datasets[1]?.cellId).toBe('cell');
});

test('a change shows while it is stored, is told as stored or refused, and is gone afterwards', async () => {
  const pending = createPendingChanges();
  const told: string[] = [];
  pending.subscribe(({ kind, rows }) => told.push(`${kind} ${rows.map(({ id }) => id).join()}`));
  const columns = new Map([
    ['a', [{ name: 'time_s', unit: 's', source: 'time/s', values: new Float64Array(2) }]],
  ]);
  const during = () => {
    expect(pending.rows().map(({ id }) => id)).toEqual(['a']);
    expect(pending.columns('a')?.map(({ name }) => name)).toEqual(['time_s']);
    return Promise.resolve('done');
  };
  expect(await pending.during({ rows: [added(dataset('a'))], columns }, during)).toBe('done');
  const refused = pending.during({ rows: [added(dataset('b'))], columns: new Map() }, () =>
    Promise.reject(new Error('no room')),
  );
  await expect(refused).rejects.toThrow('no room');
  expect(pending.rows()).toEqual([]);
  expect(told).toEqual(['begun a', 'stored a', 'begun b', 'refused b']);
});
