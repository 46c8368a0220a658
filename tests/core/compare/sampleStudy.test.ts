/** The simulated sample study: its truth is in tests/simulate/cells/solidElectrolyteCell.ts. */
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { compareStudy } from '#core/compare/compareStudy.ts';
import { studyOfFile } from '#core/project/studyOfFile.ts';
import { measureEvidencePath } from '#jobs/measureEvidencePath.ts';
import { openStudyFolder } from '#jobs/openStudyFolder.ts';

const FOLDER = resolve(import.meta.dirname, '../../../resources/sample-study');

test('bare cells rise, amalgam cells fall to 10 mV below the ohmic floor and are suspected', async () => {
  const opened = await openStudyFolder(FOLDER);
  if (!opened.ok) throw new Error(opened.problem.code);
  const { study, cells } = studyOfFile(opened.folder.study);
  const results = await Promise.all(
    cells.slice(0, 6).map((cell, at) => {
      const [cycling] = opened.folder.study.cells[at]?.files ?? [];
      const files = cycling
        ? [{ request: { path: join(FOLDER, cycling.path) }, name: cycling.path, state: cycling.state }]
        : [];
      return measureEvidencePath({ cell, files });
    }),
  );
  const evidence = results.map((result) => result.evidence);
  const found = compareStudy(evidence, study);
  const end = found.metrics.find(({ metric }) => metric === 'polarisation_end');
  expect(end?.groups.map(({ n }) => n)).toEqual([3, 3]);
  for (const value of end?.groups[1]?.values ?? []) expect(Math.abs(value - 10)).toBeLessThan(2);
  expect(end?.ratioLower95).toBeGreaterThan(5);
  const floor = found.crossChecks.filter(({ check }) => check === 'ohmic-floor');
  expect(floor.slice(0, 3).every(({ verdict }) => verdict === 'agrees')).toBe(true);
  expect(floor.slice(3).map(({ verdict }) => verdict)).toEqual(['disagrees', 'disagrees', 'disagrees']);
  expect(floor[0]?.numbers['floor_mV']).toBeCloseTo(50, 0);
  expect(found.doubts.map(({ id }) => id)).toContain('D1');
  expect(found.conclusion).toContain('simulated');
});
