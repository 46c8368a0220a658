import { expect, test } from 'vitest';
import type { Identification, PhaseVerdict } from '#core/xrd/identification.ts';
import { verdictTable } from '../../../src/renderer/views/diffraction/verdictTable.ts';

const line = (twoTheta_deg: number) => ({ twoTheta_deg, hkl: '', significance: 9 });

const phase = (patch: Partial<PhaseVerdict>): PhaseVerdict => ({
  ...{ id: 'LiHg3', verdict: 'absent', probability: 0.2, weightFraction: null, weightFractionError: null },
  ...{ detectionLimit_weightFraction: 0.0123, evidence: { required: [], found: [], missing: [] } },
  reason: '',
  ...patch,
});

/** Only the verdicts are asked for here. */
const rowsOf = (...phases: readonly PhaseVerdict[]) =>
  verdictTable({ phases } as unknown as Identification).rows;

test('no verdict is told as certain, and an absent phase never as hiding nothing', () => {
  const rows = rowsOf(
    phase({ verdict: 'present', probability: 0.9997 }),
    phase({ probability: 0.2 }),
    phase({ probability: 0.0004, detectionLimit_weightFraction: 0.00004 }),
  );
  expect(rows.map((row) => [row[2], row[4]])).toEqual([
    ['> 0.99', '–'],
    ['0.20', '1.2'],
    ['< 0.01', '< 0.01'],
  ]);
});

test('lines at one angle are told once, with their number', () => {
  const found = [line(32.661), line(32.663), line(46.86)];
  const [row] = rowsOf(phase({ evidence: { required: found, found, missing: [line(58.4)] } }));
  expect(row?.slice(5, 7)).toEqual(['32.66 (2 lines), 46.86', '58.40']);
});
