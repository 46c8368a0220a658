import { expect, test } from 'vitest';
import { newCell } from '../../../src/renderer/store/changes/cellChanges.ts';
import { reservoirSentences } from '../../../src/renderer/views/cycling/reservoirSentences.ts';
import { simulateHalves } from '../../core/cycling/fullCell/simulatedFullCell.ts';
import { shownRun } from './shownRuns.ts';

const half = (current_mA: number, capacity_mAh: number, end_V = 0.05) => ({
  ...{ current_mA, capacity_mAh },
  voltage_V: (share: number) => Math.sign(current_mA) * (share > 0.98 ? end_V : 0.05),
});

/** 5 mAh plated, 1 mAh stripped and plated ten times, 4.8 mAh stripped until 1 V. */
const RESERVOIR = [
  half(-0.5, 5),
  ...Array.from({ length: 10 }, () => [half(0.5, 1), half(-0.5, 1)]).flat(),
  half(0.5, 4.8, 1),
];

test('a reservoir test is told with its efficiency, by the formula of Adams et al.', () => {
  // (10 × 1 + 4.8)/(10 × 1 + 5).
  const [sentence] = reservoirSentences(shownRun(simulateHalves(RESERVOIR, 100)));
  expect(sentence).toContain('98.67 %');
});

test('a run that is none is told only of a half cell', () => {
  const run = shownRun(simulateHalves(RESERVOIR.slice(0, 8), 100));
  expect(reservoirSentences(run)).toEqual([]);
  const [sentence] = reservoirSentences({ ...run, cell: newCell('s', 0, { kind: 'half' }) });
  expect(sentence).toContain('not given, because');
});
