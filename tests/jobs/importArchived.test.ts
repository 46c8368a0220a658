/** A scan kept in a study file is read with the X-rays that the user names: with the request, or else in the study. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kindOf } from '#core/columnValues.ts';
import { UNKNOWN_CELL } from '#core/project/unknownCell.ts';
import { writeStudyArchive } from '#core/project/writeStudyArchive.ts';
import { radiationOf } from '#core/xrd/radiations.ts';
import { importPath } from '#jobs/importPath.ts';
import { expectData, importBytes } from '../support/importBytes.ts';

let folder = '';
let path = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amalgam-archived-'));
  path = join(folder, 'scan.amalgam');
  const rows = Array.from({ length: 60 }, (_, i) => `${(20 + 0.05 * i).toFixed(2)} ${100 + (i % 7)}`);
  const { datasets, receipt } = expectData(await importBytes(rows.join('\n'), 'scan.xy'));
  const [scan] = datasets;
  if (!scan) throw new Error('the scan is missing');
  const { columns, ...described } = scan;
  const archived = {
    ...described,
    importId: 'i',
    cellId: 'c',
    position: 0,
    fileName: 'scan.xy',
    columns: columns.map(({ values, ...column }) => ({ ...column, dtype: kindOf(values) })),
    state: { kind: 'pristine' },
    contentKey: 'k',
  } as const;
  const cell = { ...UNKNOWN_CELL, id: 'c', studyId: 's', groupId: null, name: 'A', order: 0 };
  const study = { id: 's', name: 'S', question: '', simulated: true, createdAt: '2026-01-01', groups: [] };
  const written = await writeStudyArchive(
    {
      schema: 'amalgam-archive',
      version: 1,
      study,
      cells: [cell],
      imports: [{ id: 'i', importedAt: '2026-01-01', receipt }],
      datasets: [
        { ...archived, id: 'asked' },
        { ...archived, id: 'answered', radiation: 'CoKa' },
      ],
    },
    (_dataset, { name }) =>
      Promise.resolve(columns.find((column) => column.name === name)?.values ?? new Float64Array()),
  );
  if (!written.ok) throw new Error(written.problem.code);
  await writeFile(path, written.bytes);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(id: string, radiation?: string) {
  const given = radiation === undefined ? undefined : radiationOf(radiation);
  const { datasets, receipt } = expectData(
    await importPath({ path, datasetIds: [id], ...(given && { radiation: given }) }),
  );
  const asks = receipt.warnings.some(({ code }) => code === 'radiation-unknown');
  return { radiation: datasets[0]?.metadata['radiation'], anode: datasets[0]?.metadata['anode'], asks };
}

describe('the X-rays of a scan in a study file', () => {
  test('are asked for where nobody has named them', async () => {
    expect(await read('asked')).toMatchObject({ asks: true });
  });
  test('are those of the request, and the question is not asked again', async () => {
    expect(await read('asked', 'MoKa1')).toEqual({ radiation: 'MoKa1', anode: 'Mo', asks: false });
  });
  test('are those that the study keeps where the request names none', async () => {
    expect(await read('answered')).toMatchObject({ radiation: 'CoKa', anode: 'Co' });
    expect(await read('answered', 'CuKa')).toMatchObject({ radiation: 'CuKa', anode: 'Cu' });
  });
});
