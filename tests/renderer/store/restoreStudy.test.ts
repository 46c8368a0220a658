import { expect, test } from 'vitest';
import { memorySource } from '#core/import/byteSource.ts';
import { encodeKept } from '#core/project/keptResult.ts';
import { readStudyArchive } from '#core/project/readStudyArchive.ts';
import type { ArchiveDocument } from '#core/project/studyArchive.ts';
import { writeStudyArchive } from '#core/project/writeStudyArchive.ts';
import { restoreStudy } from '../../../src/renderer/store/changes/restoreStudy.ts';
import { fitKey } from '../../../src/renderer/views/impedance/fit/fitRecord.ts';

const RECORD = {
  inputs: '1.0 ab:0 as-is  modulus',
  fit: { cdc: 'R(RQ)', residualRe: Float64Array.of(0.1, NaN), aicc: -Infinity },
  choice: null,
  intervals: [{ parameter: 'R1', method: 'profile', lower95: 1, upper95: null }],
};

function study(contentKey: string, version = 1): ArchiveDocument {
  const file = { name: 'a.csv', bytes: 3, sha256: 'ab' };
  const receipt = {
    file,
    checks: [],
    warnings: [],
    rejectedLines: [],
    format: 'x',
    rowsRead: 0,
    vendorUnits: {},
  };
  const value = encodeKept(RECORD);
  return {
    schema: 'amalgam-archive',
    version: 1,
    study: { id: 's', name: 'S', question: '', simulated: true, createdAt: '2026-01-01', groups: [] },
    cells: [],
    imports: [{ id: 'i', importedAt: '2026-01-01', receipt: receipt as never }],
    datasets: [
      {
        id: 'd',
        importId: 'i',
        cellId: null,
        position: 0,
        fileName: 'a.csv',
        kind: 'impedance',
        label: 'Impedance',
        rows: 0,
        columns: [],
        metadata: {},
        state: { kind: 'pristine' },
        contentKey,
      },
    ],
    kept: { version, results: [{ kind: 'impedance-fit', datasetId: 'd', contentKey: 'ab:0', value }] },
  };
}

async function restored(document: ArchiveDocument) {
  const written = await writeStudyArchive(document, () => Promise.resolve(new Float64Array()));
  if (!written.ok) throw new Error(written.problem.code);
  const opened = await readStudyArchive(memorySource('s.amalgam', written.bytes));
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  const { change, results, ignoredResults } = restoreStudy(opened.archive.document, [[]]);
  const id = change.rows.find(({ table }) => table === 'datasets')?.id ?? '';
  return { kept: results.get(fitKey({ id })), size: results.size, ignoredResults };
}

test('a kept fit comes back with its intervals, under the new identifier of its spectrum', async () => {
  expect(await restored(study('ab:0'))).toEqual({ kept: RECORD, size: 1, ignoredResults: 0 });
});

test('a fit of other data, or of a newer program, is left out and counted; the study opens all the same', async () => {
  const without = { kept: undefined, size: 0, ignoredResults: 1 };
  expect(await restored(study('cd:0'))).toEqual(without);
  expect(await restored(study('ab:0', 2))).toEqual(without);
});

test('a study file of an older program, without kept fits, opens as ever', async () => {
  const { kept, ...older } = study('ab:0');
  expect(kept).toBeDefined();
  expect(await restored(older)).toEqual({ kept: undefined, size: 0, ignoredResults: 0 });
});
