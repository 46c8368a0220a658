import { expect, test } from 'vitest';
import { newCell } from '../../../src/renderer/store/changes/cellChanges.ts';
import { runName } from '../../../src/renderer/views/cycling/runName.ts';
import { shownRun, symmetricRows } from './shownRuns.ts';

test('a run is called by its cell, by its file as well where the cell has two, and by its file alone without one', () => {
  const run = shownRun(symmetricRows([0.08, 0.08]));
  const [bare, other] = [newCell('s', 0, { name: 'Li_01' }), newCell('s', 1, { name: 'Li_02' })];
  const first = { ...run, cell: bare };
  const second = { ...run, cell: bare, dataset: { ...run.dataset, fileName: 'later.csv' } };
  expect(runName(first, [first, { ...run, cell: other }])).toBe('Li_01');
  expect(runName(second, [first, second])).toBe('Li_01: later.csv');
  expect(runName(run, [run, { ...run }])).toBe('run.csv');
});
