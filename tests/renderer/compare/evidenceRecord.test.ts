import { expect, test } from 'vitest';
import { UNKNOWN_CELL } from '#core/project/unknownCell.ts';
import { evidenceInputs } from '../../../src/renderer/views/compare/evidenceRecord.ts';

const cell = { id: 'c', studyId: 's', groupId: 'g', name: 'cell', order: 0, ...UNKNOWN_CELL };
const compared = { cell, datasets: [] };

test('a cell is measured anew when a threshold of events is changed, and not when it is set back', () => {
  const before = evidenceInputs(compared);
  expect(evidenceInputs(compared, { contactLoss: 5 })).not.toBe(before);
  expect(evidenceInputs(compared, {})).toBe(before);
});
