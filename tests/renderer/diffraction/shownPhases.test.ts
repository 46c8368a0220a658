import { expect, test } from 'vitest';
import type { PhaseVerdictKind } from '#core/xrd/identification.ts';
import type { IdentificationRecord } from '../../../src/renderer/views/diffraction/identificationRecord.ts';
import { phasesFound, undecidedPhases } from '../../../src/renderer/views/diffraction/shownPhases.ts';

type Verdict = readonly [string, PhaseVerdictKind, number];

function record(...verdicts: readonly Verdict[]): IdentificationRecord {
  const phases = verdicts.map(([id, verdict, probability]) => ({ id, verdict, probability }));
  // Only what the choice looks at.
  return { inputs: '', identification: { phases } } as unknown as IdentificationRecord;
}

const records = [
  record(['LiHg3', 'present', 0.99], ['LiHg', 'undecided', 0.4], ['Li', 'absent', 0.01]),
  record(['LiHg3', 'undecided', 0.6], ['Li3Hg', 'present', 1], ['MgO', 'undecided', 0.2]),
];

test('lines of present phases are drawn, those of undecided ones only when they are wanted, last', () => {
  expect(phasesFound(records, false)).toEqual(['Li3Hg', 'LiHg3']);
  expect(phasesFound(records, true)).toEqual(['Li3Hg', 'LiHg3', 'LiHg', 'MgO']);
});

test('a phase that one of the scans shows is not undecided', () => {
  expect([...undecidedPhases(records)]).toEqual(['LiHg', 'MgO']);
});
