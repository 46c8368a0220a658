/** The report of a small study of square waves, written by the built program and drawn by a real browser. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { simulateSquareWave } from '../core/cycling/squareWave.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const CURRENT_A = 2e-3;
let folder = '';

interface Document {
  readonly files: readonly { readonly path: string; readonly kind: string }[];
  readonly figures: readonly { readonly name: string; readonly reason: string | null }[];
  readonly notRead: readonly { readonly path: string; readonly problem: { readonly code: string } }[];
  readonly problem: {
    readonly code: string;
    readonly message: string;
    readonly hint: string;
    readonly line?: number;
  } | null;
}

function waveCsv(resistance_ohm: number): string {
  const request = { current_A: CURRENT_A, halfCycle_s: 1800, rest_s: 0, halfCycles: 8, interval_s: 20 };
  const wave = simulateSquareWave({ ...request, resistance_ohm });
  const rows = wave.time_s.map((t, i) => `${t},${wave.current_A[i] ?? ''},${wave.voltage_V[i] ?? ''}`);
  return `time_s,current_A,voltage_V\n${rows.join('\n')}\n`;
}

const cell = (name: string, group: string, more: object = {}) => ({
  name,
  group,
  metal: 'Li',
  electrolyte: 'LLTO (thin)',
  area_cm2: 0.5,
  files: [{ path: `raw/${name}.csv`, state: { kind: 'unspecified' } }],
  ...more,
});

const STUDY = {
  schema: 'amalgam-study',
  version: 1,
  name: 'Square waves <simulated>',
  question: '',
  simulated: true,
  date: '2026-05-04',
  eventThresholds: { window: 7 },
  groups: [
    { id: 'bare', name: 'bare', colour: '#D55E00' },
    { id: 'hg', name: 'amalgam', colour: '#0072B2' },
  ],
  cells: [
    cell('hg1', 'hg'),
    cell('bare1', 'bare'),
    cell('bare2', 'bare', { exclusionReason: 'leaked' }),
    cell('zinc1', 'bare', { metal: 'Zn', area_cm2: null }),
    cell('broken', 'bare', { metal: 'Zn' }),
  ],
};

async function writeStudy(name: string, study: unknown): Promise<string> {
  const directory = join(folder, name);
  await mkdir(join(directory, 'raw'), { recursive: true });
  const text = typeof study === 'string' ? study : JSON.stringify(study);
  await writeFile(join(directory, 'study.json'), text);
  for (const [file, resistance_ohm] of Object.entries({ hg1: 5, bare1: 40, bare2: 80, zinc1: 20 }))
    await writeFile(join(directory, `raw/${file}.csv`), waveCsv(resistance_ohm));
  await writeFile(join(directory, 'raw/broken.csv'), 'no measurement at all\n');
  return directory;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amalgam-report-'));
  // An installed program has its dependencies beside it; the folder for temporary files has not.
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const quiet = { root: ROOT, logLevel: 'error' } as const;
  const configFile = join(ROOT, 'src/cli/vite.config.ts');
  await build({ ...quiet, configFile, build: { outDir: join(folder, 'out/cli') } });
  const root = join(ROOT, 'src/renderer');
  const rolldownOptions = { input: join(root, 'figureHost/figure.html') };
  const outDir = join(folder, 'out/renderer');
  await build({
    ...quiet,
    root,
    base: './',
    configFile: false,
    build: { outDir, rolldownOptions, chunkSizeWarningLimit: 6000 },
  });
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

function report(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const program = join(folder, 'out/cli/amalgam.mjs');
  const options = { timeout: 100_000, maxBuffer: 1e8, env: { ...process.env, ...environment } };
  return new Promise<{ code: number; stderr: string; document: Document | null }>((done) => {
    const child = execFile(
      process.execPath,
      [program, 'report', ...args, '--json'],
      options,
      (_error, stdout, stderr) => {
        const document = stdout === '' ? null : (JSON.parse(stdout) as Document);
        done({ code: child.exitCode ?? -1, stderr, document });
      },
    );
  });
}

async function filesBelow(directory: string): Promise<Map<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const read = files.sort().map(async (path) => {
    return [relative(directory, path), await readFile(path, 'latin1')] as const;
  });
  return new Map(await Promise.all(read));
}

describe('a report', () => {
  let study = '';
  let first: Awaited<ReturnType<typeof report>>;
  let files = new Map<string, string>();
  const written = (name: string) => files.get(name) ?? '';

  beforeAll(async () => {
    study = await writeStudy('waves', STUDY);
    first = await report([study, '--out', join(folder, 'first')]);
    files = await filesBelow(join(folder, 'first'));
  }, 120_000);

  test('has figures for every metal and electrolyte, and lists every file', () => {
    expect(
      first.document?.figures.map(({ name, reason }) => [name, reason]),
      first.stderr,
    ).toEqual([
      ['voltage-time_Li_LLTO', null],
      ['half-cycles_Li_LLTO', null],
      ['polarisation_Li_LLTO', null],
      ['voltage-time_Zn_LLTO', null],
      ['half-cycles_Zn_LLTO', null],
      ['polarisation_Zn_LLTO', null],
    ]);
    const listed = first.document?.files.map(({ path }) => relative(join(folder, 'first'), path));
    expect(listed?.sort()).toEqual([...files.keys()].sort());
  });

  test('goes on past a file that cannot be read, and says so', () => {
    expect(first.code).toBe(1);
    expect(first.document?.problem?.code).toBe('study-incomplete');
    expect(first.document?.notRead).toMatchObject([{ path: 'raw/broken.csv' }]);
    expect(written('index.html')).toContain('raw/broken.csv');
  });

  test('draws bare above amalgam at an exact width, without the excluded cell', () => {
    const svg = written('voltage-time_Li_LLTO.svg');
    expect(svg).toMatch(/^<svg [^>]*width="180mm" height="120mm"/);
    expect(svg.indexOf('>bare<')).toBeGreaterThan(0);
    expect(svg.indexOf('>bare<')).toBeLessThan(svg.indexOf('>amalgam<'));
    expect(svg).toContain('Simulated data');
    expect(svg).not.toContain('bare2');
  });

  test('prints vectors on a page of that size, fonts embedded, with the date of the study', () => {
    const pdf = written('voltage-time_Li_LLTO.pdf');
    const edges = (/MediaBox ?\[([^\]]+)\]/.exec(pdf)?.[1] ?? '').split(' ').map(Number);
    const [left = NaN, bottom = NaN, right = NaN, top = NaN] = edges;
    expect(((right - left) * 25.4) / 72).toBeCloseTo(180, 1);
    expect(((top - bottom) * 25.4) / 72).toBeCloseTo(120, 1);
    expect(pdf).toContain('/CreationDate (D:20260504000000');
    expect(pdf).toContain('Arimo');
    expect(pdf.match(/\/Subtype \/CIDFontType2/g)?.length).toBe(pdf.match(/\/FontFile2/g)?.length);
    expect(pdf).not.toMatch(/\/Subtype \/Image/);
  });

  test('has the numbers of every half cycle', () => {
    const [titles = [], ...rows] = written('table-half-cycles_Li_LLTO.csv')
      .split('\n')
      .map((line) => line.split(','));
    const value = (name: string, title: string) =>
      Number(rows.find(([cellName]) => cellName === name)?.[titles.indexOf(title)]);
    // U = I R: 2 mA through 40 ohm and 5 ohm; half an hour of 2 mA is 1 mAh, on 0.5 cm2.
    expect(value('bare1', 'polarisation_mV')).toBeCloseTo(80, 9);
    expect(value('hg1', 'polarisation_mV')).toBeCloseTo(10, 9);
    expect(value('hg1', 'capacity_mAhPerCm2')).toBeCloseTo(2, 6);
    // 40 ohm and 5 ohm times 0.5 cm2.
    expect(value('bare1', 'areaResistance_ohm_cm2')).toBeCloseTo(20, 9);
    expect(value('hg1', 'areaResistance_ohm_cm2')).toBeCloseTo(2.5, 9);
    expect(rows.some(([cellName]) => cellName === 'bare2')).toBe(false);
  });

  test('opens from disk without scripts or addresses of others, and tells methods and receipts', () => {
    const page = written('index.html');
    expect(page).toContain('Square waves &lt;simulated&gt;');
    expect(page).toContain('leaked');
    expect(page).not.toMatch(/https?:|<script/);
    expect(written('methods.md')).toContain('bare: n = 1 cell with');
    const changed = 'thresholds of events changed: signs within 7 half cycles (not 6)';
    expect(written('methods.md')).toContain(changed);
    expect(written('polarisation_Li_LLTO.csv')).toContain(changed);
    expect(JSON.parse(written('receipts/raw/hg1.csv.json'))).toMatchObject({
      path: 'raw/hg1.csv',
      receipt: { format: 'amalgam-csv' },
    });
  });

  test('is the same bytes every time', async () => {
    await report([study, '--out', join(folder, 'second')]);
    expect(await filesBelow(join(folder, 'second'))).toEqual(files);
  }, 120_000);

  test('without a browser names the missing figures and still writes their data', async () => {
    const undrawn = await writeStudy('waves-undrawn', { ...STUDY, cells: STUDY.cells.slice(0, 2) });
    const out = join(folder, 'undrawn');
    const { code, document } = await report([undrawn, '--out', out], {
      AMALGAM_BROWSER: join(folder, 'nothing'),
    });
    expect(code).toBe(1);
    expect(document?.problem).toMatchObject({ code: 'figures-not-drawn' });
    expect(document?.problem?.hint).toMatch(/Install Chromium/);
    expect(document?.figures.every(({ reason }) => reason !== null)).toBe(true);
    const names = [...(await filesBelow(out)).keys()];
    expect(names).toContain('voltage-time_Li_LLTO.csv');
    expect(names.filter((name) => /\.(svg|pdf)$/.test(name))).toEqual([]);
  });

  test('does not touch a folder that is not empty', async () => {
    const { code, document } = await report([study, '--out', join(study, 'raw')]);
    expect(code).toBe(1);
    expect(document).toMatchObject({ files: [], problem: { code: 'folder-not-empty' } });
  });
});

describe('a study that cannot be opened', () => {
  test.each([
    ['a fault in study.json with its line', '{\n"name": "x",,\n}', { code: 'not-json', line: 2 }],
    [
      'a path out of the folder',
      { ...STUDY, cells: [cell('x', 'hg', { files: [{ path: '../x.csv', state: { kind: 'pristine' } }] })] },
      { code: 'study-field' },
    ],
  ])('names %s', async (name, study, problem) => {
    const directory = await writeStudy(`bad-${name.length}`, study);
    const { code, document } = await report([directory, '--out', join(folder, 'never')]);
    expect(code).toBe(1);
    expect(document?.problem).toMatchObject(problem);
  });

  test('names a link that leads out of the folder', async () => {
    const directory = await writeStudy('linked', { ...STUDY, cells: [cell('outside', 'hg')] });
    await symlink(join(ROOT, 'package.json'), join(directory, 'raw/outside.csv'));
    const { document } = await report([directory, '--out', join(folder, 'never')]);
    expect(document?.problem).toMatchObject({ code: 'study-field' });
    expect(document?.problem?.message).toContain('cells[0].files[0].path');
  });

  test('is told from a folder without a study.json, and from wrong usage', async () => {
    expect((await report([join(ROOT, 'src'), '--out', join(folder, 'never')])).document?.problem?.code).toBe(
      'no-study',
    );
    expect((await report([join(ROOT, 'src')])).code).toBe(2);
    expect((await report(['--out', folder])).code).toBe(2);
  });
});
