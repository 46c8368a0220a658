import { expect, test } from 'vitest';
import { EMPTY_SELECTION, selectedDatasets } from '../../../src/renderer/app/selection.ts';
import type { StudyContents } from '../../../src/renderer/store/studyStore.ts';
import { CONTENTS, shownRun, symmetricRows } from '../cycling/shownRuns.ts';

const { dataset } = shownRun(symmetricRows([0.05, 0.05]));
const CELL = { id: 'c', name: 'Li 1', exclusionReason: null } as StudyContents['cells'][number];
const loose = { ...dataset, id: 'loose' };
const held = { ...dataset, id: 'held', cellId: 'c' };
const shown = (contents: Partial<StudyContents>, selection = EMPTY_SELECTION) =>
  selectedDatasets({ ...CONTENTS, ...contents }, selection, 'cycling').map(({ id }) => id);

test('files that belong to no cell are shown until some do', () => {
  expect(shown({ datasets: [loose] })).toEqual(['loose']);
  expect(shown({ datasets: [loose, held], cells: [CELL] })).toEqual(['held']);
});

test('an excluded cell is shown only when it is chosen', () => {
  const cells = [{ ...CELL, exclusionReason: 'leaked' }];
  expect(shown({ datasets: [held], cells })).toEqual([]);
  const chosen = { ...EMPTY_SELECTION, cellIds: new Set(['c']) };
  expect(shown({ datasets: [held, loose], cells }, chosen)).toEqual(['held']);
});

test('what is chosen is shown, whether it belongs to a cell or not', () => {
  const chosen = { ...EMPTY_SELECTION, datasetIds: new Set(['loose']) };
  expect(shown({ datasets: [loose, held], cells: [CELL] }, chosen)).toEqual(['loose']);
});
