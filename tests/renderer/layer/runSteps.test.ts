import { describe, expect, test } from 'vitest';
import { UNKNOWN_CELL } from '#core/project/unknownCell.ts';
import { text } from '../../../src/renderer/text/text.ts';
import { runSteps } from '../../../src/renderer/views/layer/useLayerSteps.ts';
import { shownRun, symmetricRows } from '../cycling/shownRuns.ts';

const run = shownRun(symmetricRows([0.1, 0.1]));
const cell = {
  ...{ id: 'c', studyId: 's', groupId: null, name: 'Li-Hg_01', order: 0 },
  ...UNKNOWN_CELL,
  area_cm2: 0.5,
};

describe('a layer along a run', () => {
  test('follows the charge per area of the one run that is chosen, and names it', () => {
    const outcome = runSteps([{ ...run, cell }], 'counter');
    if (!outcome.ok) expect.fail(outcome.reason);
    expect(outcome.notes).toEqual(['along the current of Li-Hg_01 (run.csv), counter electrode']);
    const hours = outcome.steps.reduce((sum, { duration_h }) => sum + duration_h, 0);
    // Two half cycles of half an hour: 60 rows every 30 s each, no time after the last.
    expect(hours).toBeCloseTo(119 / 120, 9);
  });

  test('takes none of several runs: nobody would know which', () => {
    const several = [
      { ...run, cell },
      { ...run, cell },
    ];
    expect(runSteps(several, 'working')).toEqual({ ok: false, reason: text.layer.noRun });
    expect(runSteps([], 'working')).toEqual({ ok: false, reason: text.layer.noRun });
  });

  test('needs the area of its electrode', () => {
    const outcome = runSteps([{ ...run, cell: { ...cell, area_cm2: null } }], 'working');
    expect(outcome).toEqual({ ok: false, reason: text.layer.noArea('Li-Hg_01') });
  });
});
