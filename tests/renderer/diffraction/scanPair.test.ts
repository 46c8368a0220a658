import { expect, test } from 'vitest';
import type { StateTag } from '#core/project/study.ts';
import { scanPair } from '../../../src/renderer/views/diffraction/comparison/scanPair.ts';
import type { ScanView } from '../../../src/renderer/views/diffraction/useScans.ts';

const pristine: StateTag = { kind: 'pristine' };
const after = (cycle: number): StateTag => ({ kind: 'after-cycle', cycle });

function scan(id: string, cellId: string | null, state: StateTag): ScanView {
  // Only what the choice looks at.
  return { dataset: { id, cellId, state } } as unknown as ScanView;
}

function pairOf(...views: readonly ScanView[]): readonly string[] | null {
  const pair = scanPair(views);
  return pair && [pair.before.dataset.id, pair.after.dataset.id];
}

test('two scans of one cell go before those of different cells, the oldest state last', () => {
  expect(
    pairOf(
      scan('bare', 'a', pristine),
      scan('before', 'b', pristine),
      scan('mid', 'b', after(10)),
      scan('end', 'b', after(250)),
      scan('other', 'c', after(300)),
    ),
  ).toEqual(['before', 'end']);
});

test('cells with one scan each are compared first with last, and a single scan with nothing', () => {
  const one = scan('one', 'a', pristine);
  expect(pairOf(one, scan('two', 'b', after(5)), scan('three', 'c', pristine))).toEqual(['one', 'three']);
  expect(pairOf(one)).toBeNull();
  // Files that belong to no cell are not of one cell.
  expect(pairOf(scan('x', null, after(1)), scan('y', null, pristine), scan('z', null, after(2)))).toEqual([
    'x',
    'z',
  ]);
});
