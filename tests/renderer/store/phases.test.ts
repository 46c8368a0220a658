import { expect, test } from 'vitest';
import type { Study } from '#core/project/study.ts';
import type { LinesPhase } from '#core/xrd/crystalPhase.ts';
import { addPhases, removePhase } from '../../../src/renderer/store/changes/phases.ts';

const study = { id: 's', name: 'study' } as Study;
const phase: LinesPhase = {
  ...{ id: 'LLTO-tet', name: 'a', formula: 'x', confidence: 'low', source: '', notes: '', kind: 'lines' },
  lines: [],
};
const after = ({ rows }: ReturnType<typeof addPhases>) => rows[0]?.after as Study;

test('a phase of the same identifier takes the place of the one before, and removing it leaves the others', () => {
  const first = after(addPhases(study, [phase, { ...phase, id: 'other' }]));
  const change = addPhases(first, [{ ...phase, variant: 'x = 0.08' }]);
  expect(change.label).toContain('LLTO-tet x = 0.08');
  const second = after(change);
  expect(second.phases?.map(({ id, variant }) => [id, variant])).toEqual([
    ['other', undefined],
    ['LLTO-tet', 'x = 0.08'],
  ]);
  expect(after(removePhase(second, phase)).phases?.map(({ id }) => id)).toEqual(['other']);
});
