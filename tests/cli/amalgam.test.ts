/** The built program, end to end: what it prints, writes and answers. */
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtProgram, type BuiltProgram } from '../support/builtProgram.ts';
import { sharedFile } from '../support/sharedData.ts';
import { simulateSquareWave } from '../core/cycling/squareWave.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const MPT = join(ROOT, 'resources/sample-study/simulated-LLTO/Li_LLTO_01.mpt');
const LILI =
  'biologic/datalab-app-plugin-insitu/LiLi_symmetric/jr862_11_08_23_insitu-impedance-LiLi_1MLiTFSI_TEGDME-1mA_03_GCPL_C05.txt';
let folder = '';
let square = '';
let amalgam: BuiltProgram;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amalgam-cli-'));
  amalgam = await builtProgram();
  square = join(folder, 'square.csv');
  const wave = simulateSquareWave({
    current_A: 2e-3,
    halfCycle_s: 1800,
    rest_s: 0,
    halfCycles: 4,
    interval_s: 10,
    resistance_ohm: 40,
  });
  const rows = wave.time_s.map((t, i) => `${t},${wave.current_A[i] ?? ''},${wave.voltage_V[i] ?? ''}`);
  await writeFile(square, `time_s,current_A,voltage_V\n${rows.join('\n')}\n`);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function answerOf(...args: string[]) {
  const { code, stdout } = await amalgam(...args, '--json');
  return { code, document: JSON.parse(stdout) as Record<string, unknown> };
}

describe('--radiation', () => {
  const scan = async () => {
    const file = join(folder, 'tube.xy');
    const rows = Array.from({ length: 60 }, (_, i) => `${(20 + 0.05 * i).toFixed(2)} ${100 + (i % 7)}`);
    await writeFile(file, `${rows.join('\n')}\n`);
    return file;
  };

  test('answers the question which X-rays were used, for inspect and for convert', async () => {
    const file = await scan();
    expect(JSON.stringify((await answerOf('inspect', file)).document['warnings'])).toContain(
      'radiation-unknown',
    );
    const told = await answerOf('inspect', file, '--radiation', 'CoKa');
    expect(told.code).toBe(0);
    expect(JSON.stringify(told.document['warnings'])).not.toContain('radiation-unknown');
    const out = ['--to', 'csv', '--out', join(folder, 'tube')];
    const asked = await answerOf('convert', file, ...out);
    expect(JSON.stringify(asked.document['warnings'])).toContain('radiation-unknown');
    const converted = await answerOf('convert', file, ...out, '--radiation', 'CoKa');
    expect(JSON.stringify(converted.document['warnings'])).not.toContain('radiation-unknown');
  });

  test('is wrong usage for X-rays that nobody knows', async () => {
    expect((await amalgam('inspect', await scan(), '--radiation', 'XyKa')).code).toBe(2);
  });
});

describe('--zim', () => {
  const file = () => join(folder, 'unsigned.csv');
  const imaginary = (document: Record<string, unknown>): unknown =>
    (document['datasets'] as { columns: { name: string }[] }[])[0]?.columns.find(
      ({ name }) => name === 'zIm_ohm',
    );

  test('negated turns the sign of a column that nothing tells, and answers the question', async () => {
    await writeFile(file(), 'f,re,im\n1000,10,1\n100,11,2\n10,12,3\n');
    const asked = await answerOf('inspect', file());
    expect(imaginary(asked.document)).toMatchObject({ first: 1, last: 3 });
    expect(JSON.stringify(asked.document['warnings'])).toContain('zim-sign-assumed');
    const told = await answerOf('inspect', file(), '--zim', 'negated');
    expect(imaginary(told.document)).toMatchObject({ first: -1, last: -3 });
    expect(JSON.stringify(told.document['warnings'])).not.toContain('zim-sign-assumed');
  });

  test('holds for convert too, and any other word is wrong usage', async () => {
    await writeFile(file(), 'f,re,im\n1000,10,1\n100,11,2\n10,12,3\n');
    const out = join(folder, 'zim');
    await amalgam('convert', file(), '--to', 'csv', '--out', out, '--zim', 'negated');
    const csv = await readFile(join(out, 'unsigned.csv'), 'utf8');
    expect(csv.split('\n')[1]).toContain('-1');
    expect((await amalgam('inspect', file(), '--zim', 'flip')).code).toBe(2);
  });
});

describe('inspect', () => {
  test('answers with file, format, receipt, datasets and a null problem', async () => {
    const { code, document } = await answerOf('inspect', MPT);
    expect(code).toBe(0);
    expect(document).toMatchObject({
      file: { name: 'Li_LLTO_01.mpt' },
      format: 'biologic-mpt',
      problem: null,
    });
    expect(Object.keys(document)).toEqual(expect.arrayContaining(['receipt', 'datasets', 'warnings']));
  });

  test('answers for several files in their order, and one that is missing stops no other', async () => {
    const { code, document } = await answerOf('inspect', square, join(folder, 'missing.mpt'), folder, MPT);
    expect(code).toBe(1);
    expect(document['results']).toMatchObject([
      { problem: null },
      { problem: { code: 'file-missing' } },
      { problem: { code: 'not-a-file' } },
      { problem: null },
    ]);
  });
});

describe('convert', () => {
  test('writes numbers that read back to the same doubles and never overwrites', async () => {
    const out = join(folder, 'converted');
    const first = await answerOf('convert', square, '--to', 'csv', '--out', out);
    const again = await answerOf('convert', square, '--to', 'csv', '--out', out);
    expect(first.document).toMatchObject({ files: [{ kind: 'cycling', rows: 720 }], problem: null });
    expect(again.code).toBe(0);
    expect((await readdir(out)).sort()).toEqual(['square (2).csv', 'square.csv']);
    const [names, ...rows] = (await readFile(join(out, 'square.csv'), 'utf8')).trimEnd().split('\n');
    const written = (await readFile(square, 'utf8')).trimEnd().split('\n').slice(1);
    const order = ['time_s', 'current_A', 'voltage_V'].map((name) => (names ?? '').split(',').indexOf(name));
    const back = rows.map((row) => order.map((c) => Number(row.split(',')[c])));
    expect(back).toEqual(written.map((row) => row.split(',').map(Number)));
  });

  test('names columns as the Battery Data Format does when asked', async () => {
    const out = join(folder, 'bdf');
    await answerOf('convert', square, '--to', 'csv', '--out', out, '--names', 'bdf');
    const text = await readFile(join(out, 'square.csv'), 'utf8');
    expect(text.split('\n')[0]?.split(',')).toEqual(
      expect.arrayContaining(['test_time_second', 'current_ampere', 'voltage_volt']),
    );
  });
});

describe('cycling summary', () => {
  test('finds the four half cycles of 1 mAh and 80 mV', async () => {
    const { document } = await answerOf('cycling', 'summary', square, '--area', '0.5');
    const half = { current_mA: 2, capacity_mAhPerCm2: expect.closeTo(2, 12) as number };
    expect(document).toMatchObject({ area_cm2: 0.5, problem: null, halfCycles: [half, {}, {}, {}] });
    for (const { polarisation_mV } of document['halfCycles'] as { polarisation_mV: number }[])
      expect(polarisation_mV).toBeCloseTo(80, 9);
  });

  test('tells floor, plated thickness and Sand’s time of the cell it is told of', async () => {
    const known = ['--metal', 'Li', '--thickness-um', '500', '--conductivity', '0.005', '--salt-molar', '1'];
    const transport = ['--diffusivity', '3e-6', '--transference', '0.38'];
    const { document } = await answerOf('cycling', 'summary', square, '--area', '2', ...known, ...transport);
    // 1 mA/cm2 through 500 µm of 5 mS/cm: 10 mV; 0.5 mAh/cm2 of lithium: 2.424 µm; 57 062 s by hand.
    const half = {
      ohmicFloor_mV: expect.closeTo(10, 9) as number,
      metalThickness_um: expect.closeTo(2.424, 2) as number,
      sandTime_s: expect.closeTo(57_062, -1) as number,
    };
    expect(document).toMatchObject({ ohmicFloor_ohm_cm2: 10, halfCycles: [half, half, half, {}] });
  });

  test('of a file without current asks for it, and takes its direction from the voltage when it is given', async ({
    skip,
  }) => {
    const path = sharedFile(LILI);
    if (!path) return skip('no real files on this machine');
    expect(await answerOf('cycling', 'summary', path)).toMatchObject({
      code: 1,
      document: {
        halfCycles: [],
        problem: { code: 'missing-column', message: expect.stringContaining('current') as string },
      },
    });
    const { document } = await answerOf('cycling', 'summary', path, '--current-mA', '0.4');
    // The cell was only ever run one way: no pair, so no hysteresis and no efficiency.
    expect(document).toMatchObject({
      halfCycles: [{ direction: 'positive', current_mA: 0.4 }],
      cycles: [{ hysteresis_mV: null, coulombicEfficiency: null }],
      // 45 hours, a spectrum before each: a course over them all the same.
      trend: { polarisation: { ok: true, counted: 'segment', firstSegment: 1, lastSegment: 45 } },
    });
  });

  test('prints a table for people', async () => {
    const { stdout } = await amalgam('cycling', 'summary', square);
    expect(stdout).toContain('|E|/mV');
  });
});

describe('wrong usage', () => {
  test.each([
    [['inspct', 'x'], 'Did you mean "inspect"'],
    [['inspect'], 'at least one file'],
    [['inspect', '--jsn', 'x'], 'did you mean --json'],
    [['convert', 'x', '--to', 'xlsx', '--out', 'y'], 'csv is the only target'],
    [['cycling', 'summary', 'x', '--area', '0'], 'above 0'],
    [['cycling', 'summary', 'x', '--mass', '-1'], '--mass must be a number above 0'],
    [['cycling', 'summary', 'x', '--current-mA', 'one'], 'not "one"'],
    [['cycling', 'summary', 'x', '--metal', 'Hg'], 'not "Hg"'],
    [['cycling', 'summary', 'x', '--transference', '1.2'], 'at most 1'],
  ])('%j ends with 2 and says what was meant', async (args, message) => {
    const { code, stdout, stderr } = await amalgam(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  test('is not asking for help or the version', async () => {
    expect(await amalgam('--version')).toMatchObject({ code: 0, stdout: '0.1.0\n' });
    expect((await amalgam('convert', '--help')).stdout).toContain('--names');
  });
});

describe('a study with thresholds and phases of its own', () => {
  const OWN = { id: 'Own', name: 'Own', formula: 'Li', confidence: 'low', source: 'test', notes: '' };
  let study = '';

  beforeAll(async () => {
    study = join(folder, 'own');
    await mkdir(study);
    await copyFile(square, join(study, 'run.csv'));
    const scan = 'resources/sample-study/simulated-diffraction/Li-Hg_LLTO_02_XRD_pristine.ras';
    await copyFile(join(ROOT, scan), join(study, 'scan.ras'));
    const files = ['run.csv', 'scan.ras'].map((path) => ({ path, state: { kind: 'pristine' } }));
    const described = { schema: 'amalgam-study', version: 1, name: 'S', question: '', simulated: true };
    // A line where nothing of the sample has one.
    const phases = [{ ...OWN, kind: 'lines', lines: [{ d_A: 4.9, intensity: 100 }] }];
    const own = { phases, eventThresholds: { dropTo: 0.5 } };
    const cells = [{ name: 'A', group: '', files }];
    await writeFile(join(study, 'study.json'), JSON.stringify({ ...described, groups: [], cells, ...own }));
  });

  test('calls events by them, and says which it changed', async () => {
    const { code, document } = await answerOf('cycling', 'summary', study);
    expect(code).toBe(0);
    expect(document).toMatchObject({ results: [{ cell: 'A', eventThresholds: { dropTo: 0.5, window: 6 } }] });
    const changed = 'thresholds of events changed: sudden fall below 0.5 (not 0.7)';
    expect((await amalgam('cycling', 'summary', study)).stdout).toContain(changed);
    expect((await amalgam('cycling', 'summary', square)).stdout).not.toContain(
      'thresholds of events changed',
    );
  });

  test('is searched for its phases, which no other file is', async () => {
    const sought = ['xrd', 'identify', '--phases', 'Own,LiHg3'];
    const { code, document } = await answerOf(...sought, study);
    expect(code).toBe(0);
    const phases = [
      { id: 'Own', verdict: 'absent' },
      { id: 'LiHg3', verdict: 'present' },
    ];
    expect(document).toMatchObject({ results: [{ cell: 'A', ownPhases: ['Own'], phases }] });
    const alone = await amalgam(...sought, join(study, 'scan.ras'));
    expect([alone.code, alone.stderr]).toEqual([2, expect.stringContaining('no phase "Own"')]);
  });
});
