import { expect, test } from 'vitest';
import { treeNodes } from '../../../src/renderer/app/tree/treeNodes.ts';
import type { StoredDataset } from '../../../src/renderer/store/schema.ts';
import type { StudyContents } from '../../../src/renderer/store/studyStore.ts';

function dataset(importId: string, position: number, kind: StoredDataset['kind']): StoredDataset {
  return {
    id: `${importId}/${position}`,
    studyId: 's',
    importId,
    cellId: null,
    position,
    fileName: `${importId}.mpr`,
    kind,
    label: kind === 'impedance' ? `Sweep ${position}` : 'Cycling',
    rows: 10,
    columns: [],
    metadata: {},
    state: { kind: 'unspecified' },
    contentKey: `${importId}:${position}`,
  };
}

const contents = (datasets: readonly StoredDataset[]): StudyContents => ({
  study: { id: 's', groups: [] } as unknown as StudyContents['study'],
  cells: [],
  datasets,
  imports: [],
});

const sweeps = Array.from({ length: 61 }, (_, i) => dataset('geis', i, 'impedance'));
const shown = (datasets: readonly StoredDataset[], query = '', toggled: readonly string[] = []) =>
  treeNodes(contents(datasets), { toggled: new Set(toggled), query });

test('a file with 61 spectra is one row that opens, and chooses all of them', () => {
  const rows = shown(sweeps);
  expect(rows.map(({ kind }) => kind)).toEqual(['unassigned', 'file']);
  expect(rows[1]).toMatchObject({ label: 'geis.mpr', level: 2, expandable: true, expanded: false });
  expect(rows[1]?.detail).toMatch(/^61 spectra/u);
  expect(rows[1]?.datasetIds).toEqual(sweeps.map(({ id }) => id));
  const opened = shown(sweeps, '', [rows[1]?.key ?? '']);
  expect(opened).toHaveLength(63);
  expect(opened[2]).toMatchObject({ kind: 'dataset', label: 'Sweep 0', level: 3, parentKey: rows[1]?.key });
});

test('a file with one measurement is a row without a file above it', () => {
  expect(shown([dataset('run', 0, 'cycling')]).map(({ kind, label }) => [kind, label])).toEqual([
    ['unassigned', 'Not assigned'],
    ['dataset', 'run.mpr'],
  ]);
});

test('a run and its spectra are told apart', () => {
  const rows = shown([
    dataset('mb', 0, 'cycling'),
    dataset('mb', 1, 'impedance'),
    dataset('mb', 2, 'impedance'),
  ]);
  expect(rows[1]?.detail).toMatch(/^1 run, 2 spectra/u);
});

test('a search for the file finds the file, a search for a sweep opens it', () => {
  expect(shown(sweeps, 'geis').map(({ kind }) => kind)).toEqual(['unassigned', 'file']);
  const found = shown(sweeps, 'sweep 6');
  expect(found.filter(({ kind }) => kind === 'dataset').map(({ label }) => label)).toEqual([
    'Sweep 6',
    'Sweep 60',
  ]);
});
