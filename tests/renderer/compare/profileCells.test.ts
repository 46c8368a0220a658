import { describe, expect, test } from 'vitest';
import type { MetricComparison } from '#core/compare/comparison.ts';
import { UNKNOWN_CELL } from '#core/project/unknownCell.ts';
import type { StoredDataset } from '../../../src/renderer/store/schema.ts';
import type { ComparedCell } from '../../../src/renderer/views/compare/evidenceRecord.ts';
import {
  ALL_CELLS,
  profileGroups,
  type ProfileChoice,
} from '../../../src/renderer/views/compare/profileCells.ts';

const groups = [
  { id: 'b', name: 'bare', colour: '#000' },
  { id: 'a', name: 'amalgam', colour: '#000' },
];

function compared(name: string, groupId: string, kind: StoredDataset['kind'] = 'cycling'): ComparedCell {
  const cell = { id: name, studyId: 's', groupId, name, order: 0, ...UNKNOWN_CELL, metal: 'Li' } as const;
  // Only what is asked of a stored dataset here.
  return { cell, datasets: [{ id: `${name}-run`, kind, fileName: `${name}.mpr` } as StoredDataset] };
}

const cells = [
  ...['bare_1', 'bare_2', 'bare_3'].map((name) => compared(name, 'b')),
  ...['coated_1', 'coated_2'].map((name) => compared(name, 'a')),
  compared('spectrum only', 'a', 'impedance'),
];

const metric = {
  set: 'Li, unknown electrolyte',
  groups: [
    { group: 'bare', cells: ['bare_1', 'bare_2', 'bare_3'], values: [90, 300, 120] },
    { group: 'amalgam', cells: ['coated_1', 'coated_2'], values: [12, 8] },
  ],
} as unknown as MetricComparison;

const shown = (choice: ProfileChoice) =>
  profileGroups({ cells, groups, metric, choice }).map(({ runs }) => runs.map(({ cell }) => cell.name));

describe('cells side by side', () => {
  test('are those with the middle value of each group; of two the smaller one, which is a cell and no mean', () => {
    expect(shown(new Map())).toEqual([['bare_3'], ['coated_2']]);
  });

  test('can be chosen, one or all', () => {
    const choice = new Map([
      ['b', ALL_CELLS],
      ['a', 'coated_1'],
    ]);
    expect(shown(choice)).toEqual([['bare_1', 'bare_2', 'bare_3'], ['coated_1']]);
  });

  test('fall back to the middle one where the chosen cell is not of this set any more', () => {
    expect(shown(new Map([['b', 'gone']]))[0]).toEqual(['bare_3']);
  });

  test('are of the set of the metric where another one of nearly its name has nothing to draw', () => {
    const of = (electrolyte: string, each: ComparedCell) => ({
      ...each,
      cell: { ...each.cell, electrolyte },
    });
    const thick = of('LLTO (300 µm)', compared('thick', 'b'));
    const thin = of('LLTO (100 µm)', compared('thin', 'b'));
    const spectrum = of('LLTO (1 mm)', compared('thickest', 'b', 'impedance'));
    const own = { set: 'Li, LLTO (100 µm)', groups: [] } as unknown as MetricComparison;
    const names = (list: readonly ComparedCell[]) =>
      profileGroups({ cells: list, groups, metric: own, choice: new Map() }).flatMap(({ runs }) =>
        runs.map(({ cell }) => cell.name),
      );
    expect(names([thick, thin])).toEqual(['thin']);
    expect(names([spectrum, thin])).toEqual(['thin']);
  });

  test('leave out a group that has no cycling run', () => {
    const without = cells.filter(({ cell }) => cell.groupId === 'b' || cell.name === 'spectrum only');
    expect(profileGroups({ cells: without, groups, metric, choice: new Map() })).toHaveLength(1);
  });
});
