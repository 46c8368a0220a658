/** What a study keeps of its own reaches what is computed of it: thresholds of events, phases, points that are left out. */
import { NO_CELL_FACTS } from '#core/cycling/cellFacts.ts';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kindOf } from '#core/columnValues.ts';
import { eventThresholdsOf } from '#core/project/eventThresholdsOf.ts';
import type { OwnSettings } from '#core/project/ownSettings.ts';
import { studyOfFile } from '#core/project/studyOfFile.ts';
import { UNKNOWN_CELL } from '#core/project/unknownCell.ts';
import { writeStudyArchive } from '#core/project/writeStudyArchive.ts';
import { importPath, type PathRequest } from '#jobs/importPath.ts';
import { measureCell } from '#jobs/measureCell.ts';
import { measureEvidencePath } from '#jobs/measureEvidencePath.ts';
import { openStudy } from '#jobs/openStudy.ts';
import { simulateSquareWave } from '../core/cycling/squareWave.ts';
import { expectData, importBytes } from '../support/importBytes.ts';

const POINTS = 12;
/** 40 Ω, then 22 Ω: a fall to 0.55 of what it was, which 0.7 calls sudden and 0.5 does not. */
const SHAPE = { current_A: 2e-3, halfCycle_s: 1800, rest_s: 0, interval_s: 30 };
const OWN: OwnSettings = {
  eventThresholds: { dropTo: 0.5, innerFallTo: 0.5 },
  phases: [
    {
      id: 'Own',
      name: 'Own',
      formula: 'LiX',
      confidence: 'low',
      source: 'test',
      notes: '',
      kind: 'lines',
      lines: [{ d_A: 2.1, intensity: 100 }],
    },
  ],
};

let folder = '';
let archive = '';

function runCsv(): string {
  const before = simulateSquareWave({ ...SHAPE, halfCycles: 12, resistance_ohm: 40 });
  const after = simulateSquareWave({ ...SHAPE, halfCycles: 8, resistance_ohm: 22 });
  const rows = [...before.time_s, ...after.time_s.map((time_s) => time_s + 12 * 1800)].map((time_s, i) => {
    const current_A = [...before.current_A, ...after.current_A][i];
    return `${time_s},${current_A},${[...before.voltage_V, ...after.voltage_V][i]}`;
  });
  return `time_s,current_A,voltage_V\n${rows.join('\n')}\n`;
}

/** 20 Ω and 100 Ω with 1 µF beside it. */
function spectrumCsv(): string {
  const rows = Array.from({ length: POINTS }, (_, k) => {
    const frequency_Hz = 10 ** (5 - k / 2);
    const x = 2 * Math.PI * frequency_Hz * 100 * 1e-6;
    return `${frequency_Hz},${20 + 100 / (1 + x * x)},${(-100 * x) / (1 + x * x)}`;
  });
  return `frequency_Hz,zRe_ohm,zIm_ohm\n${rows.join('\n')}\n`;
}

async function writeFolder(): Promise<void> {
  await mkdir(join(folder, 'raw'));
  await writeFile(join(folder, 'raw/run.csv'), runCsv());
  await writeFile(join(folder, 'raw/spectrum.csv'), spectrumCsv());
  const state = { kind: 'pristine' };
  const files = [
    { path: 'raw/run.csv', state, excludedRows: [3] },
    { path: 'raw/spectrum.csv', state, excludedRows: [0, 5, 99] },
  ];
  const described = { schema: 'amalgam-study', version: 1, name: 'S', question: '', simulated: true };
  const cells = [{ name: 'A', group: 'g', kind: 'symmetric', files }];
  const groups = [{ id: 'g', name: 'g', colour: '#0072B2' }];
  await writeFile(join(folder, 'study.json'), JSON.stringify({ ...described, groups, cells, ...OWN }));
}

/** The same spectrum as it is kept in a study file, twice, with other points left out of each. */
async function writeArchive(): Promise<void> {
  const { datasets, receipt } = expectData(await importBytes(spectrumCsv(), 'spectrum.csv'));
  const [spectrum] = datasets;
  if (!spectrum) throw new Error('no spectrum');
  const { columns, ...described } = spectrum;
  const kept = {
    ...{ ...described, importId: 'i', cellId: 'c', position: 0, fileName: 'spectrum.csv' },
    columns: columns.map(({ values, ...column }) => ({ ...column, dtype: kindOf(values) })),
    state: { kind: 'pristine' },
    contentKey: 'k',
  } as const;
  const study = { id: 's', name: 'S', question: '', simulated: true, createdAt: '2026-01-01', groups: [] };
  const written = await writeStudyArchive(
    {
      schema: 'amalgam-archive',
      version: 1,
      study: { ...study, ...OWN },
      cells: [{ ...UNKNOWN_CELL, id: 'c', studyId: 's', groupId: null, name: 'A', order: 0 }],
      imports: [{ id: 'i', importedAt: '2026-01-01', receipt }],
      datasets: [
        { ...kept, id: 'one', excludedRows: [0, 5] },
        { ...kept, id: 'other', excludedRows: [1] },
      ],
    },
    (_dataset, { name }) =>
      Promise.resolve(columns.find((column) => column.name === name)?.values ?? new Float64Array()),
  );
  if (!written.ok) throw new Error(written.problem.code);
  await writeFile(archive, written.bytes);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amalgam-open-'));
  archive = join(folder, 'study.amalgam');
  await Promise.all([writeFolder(), writeArchive()]);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function opened(path: string) {
  const outcome = await openStudy(path);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.opened;
}

async function read(path: string, file: string) {
  const request = (await opened(path)).requests.get(file);
  if (!request) throw new Error(`no ${file}`);
  const { datasets, receipt } = expectData(await importPath(request));
  const counted = receipt.warnings.filter(({ code }) => /^rows-(?:not-)?left-out$/u.test(code));
  return { datasets, counted };
}

describe.each([
  ['a folder with a study.json', () => folder],
  ['a study file', () => archive],
])('%s', (_, path) => {
  test('keeps its own thresholds and phases when it is opened', async () => {
    const { study } = studyOfFile((await opened(path())).study);
    expect(study.phases).toEqual(OWN.phases);
    expect(eventThresholdsOf(study)).toMatchObject({ dropTo: 0.5, innerFallTo: 0.5, window: 6 });
  });
});

describe('points that a study leaves out', () => {
  test('are left out of the spectra of a folder, and counted where they exist', async () => {
    const { datasets, counted } = await read(folder, 'raw/spectrum.csv');
    expect(datasets[0]?.rows).toBe(POINTS - 2);
    const frequencies = datasets[0]?.columns.find(({ name }) => name === 'frequency_Hz')?.values;
    // The first is 10^5 Hz, the sixth 10^2.5 Hz.
    expect(frequencies?.[0]).toBeCloseTo(10 ** 4.5, 6);
    expect([...(frequencies ?? [])].some((value) => Math.abs(value - 10 ** 2.5) < 1)).toBe(false);
    expect(counted).toEqual([{ code: 'rows-left-out', count: 2 }]);
  });

  test('of a run are not, and the receipt says so', async () => {
    const { datasets, counted } = await read(folder, 'raw/run.csv');
    expect(datasets[0]?.rows).toBe(20 * 60);
    expect(counted).toEqual([{ code: 'rows-not-left-out', count: 1 }]);
  });

  test('are those of each dataset in a study file', async () => {
    const { datasets, counted } = await read(archive, 'spectrum.csv');
    expect(datasets.map(({ rows }) => rows)).toEqual([POINTS - 2, POINTS - 1]);
    expect(counted).toEqual([{ code: 'rows-left-out', count: 3 }]);
  });
});

describe('the thresholds of a study', () => {
  const request = async (): Promise<PathRequest> => {
    const found = (await opened(folder)).requests.get('raw/run.csv');
    if (!found) throw new Error('no run');
    return found;
  };

  test('call the events of a report', async () => {
    const { study } = studyOfFile((await opened(folder)).study);
    const asked = {
      paths: [await request()],
      area_cm2: null,
      mass_mg: null,
      cellKind: null,
      cellFacts: NO_CELL_FACTS,
      setCurrent_A: null,
    };
    const eventsWith = async (thresholds: object) =>
      (await measureCell({ ...asked, ...thresholds })).runs[0]?.cycling?.summary.events ?? null;
    expect(await eventsWith({})).toMatchObject([{ halfCycle: 13, criteria: ['drop'] }]);
    expect(await eventsWith({ thresholds: eventThresholdsOf(study) })).toEqual([]);
  });

  test('call the events of a comparison', async () => {
    const { study, cells } = studyOfFile((await opened(folder)).study);
    const [cell] = cells;
    if (!cell) throw new Error('no cell');
    const files = [{ request: await request(), name: 'run.csv', state: { kind: 'pristine' } as const }];
    const eventsWith = async (thresholds: object) =>
      (await measureEvidencePath({ cell, files, ...thresholds })).evidence.runs[0]?.events ?? null;
    expect(await eventsWith({})).toMatchObject([{ halfCycle: 13, criteria: ['drop'] }]);
    expect(await eventsWith({ thresholds: eventThresholdsOf(study) })).toEqual([]);
  });
});
