/** `amalgam compare` on a small simulated study: the shape of its answer, which way its ratio goes, and its refusals. */
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtProgram, type BuiltProgram } from '../support/builtProgram.ts';
import { simulateSquareWave } from '../core/cycling/squareWave.ts';

let folder = '';
let study = '';
let amalgam: BuiltProgram;

/** |E| of every half cycle in mV: 2 mA through so many ohms. */
const CELLS = { bare: [50, 52, 54], coated: [10, 11, 12] } as const;

const blank = {
  ...{ coating: '', arealHg_mgPerCm2: null, layerThickness_um: null, electrolyte: 'LP30' },
  ...{
    electrolyteThickness_um: null,
    electrolyteConductivity_SPerCm: null,
    area_cm2: 1,
    activeMass_mg: null,
  },
  ...{ temperature_K: null, notes: '', exclusionReason: null },
};

async function writeRun(name: string, resistance_ohm: number): Promise<string> {
  const shape = { current_A: 2e-3, halfCycle_s: 1800, rest_s: 0, halfCycles: 24, interval_s: 20 };
  const wave = simulateSquareWave({ ...shape, resistance_ohm });
  const rows = wave.time_s.map((t, i) => `${t},${wave.current_A[i] ?? ''},${wave.voltage_V[i] ?? ''}`);
  await writeFile(join(study, 'raw', `${name}.csv`), `time_s,current_A,voltage_V\n${rows.join('\n')}\n`);
  return `raw/${name}.csv`;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amalgam-compare-'));
  study = join(folder, 'study');
  await mkdir(join(study, 'raw'), { recursive: true });
  const cells = await Promise.all(
    Object.entries(CELLS).flatMap(([group, resistances]) =>
      resistances.map(async (ohm, k) => {
        const name = `${group}_${k + 1}`;
        const path = await writeRun(name, ohm);
        const files = [{ path, state: { kind: 'unspecified' } }];
        return { ...blank, name, group, metal: 'Li', kind: 'symmetric', files };
      }),
    ),
  );
  const groups = [
    { id: 'bare', name: 'bare', colour: '#D55E00' },
    { id: 'coated', name: 'coated', colour: '#0072B2' },
  ];
  await writeFile(
    join(study, 'study.json'),
    JSON.stringify({
      schema: 'amalgam-study',
      version: 1,
      question: '',
      name: 'Test',
      simulated: true,
      eventThresholds: { window: 7 },
      groups,
      cells,
    }),
  );
  amalgam = await builtProgram();
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Answer {
  readonly metrics: readonly {
    readonly metric: string;
    readonly unit: string;
    readonly groups: readonly { group: string; n: number; values: number[]; mean: number; sd: number }[];
    readonly ratio: number;
    readonly ratioLower95: number;
    readonly ratioUpper95: number;
    readonly warnings: readonly unknown[];
  }[];
  readonly crossChecks: readonly unknown[];
  readonly doubts: readonly unknown[];
  readonly conclusion: string;
}

test('gives every metric with n = cells, and the ratio of the first group over the second with its interval', async () => {
  const { code, stdout } = await amalgam('compare', study, '--json');
  expect(code).toBe(0);
  const answer = JSON.parse(stdout) as Answer;
  const end = answer.metrics.find(({ metric }) => metric === 'polarisation_end');
  expect(end?.unit).toBe('mV');
  expect(end?.groups.map(({ group, n }) => [group, n])).toEqual([
    ['bare', 3],
    ['coated', 3],
  ]);
  // 2 mA through 50, 52, 54 and 10, 11, 12 Ω.
  expect(end?.groups.map(({ values }) => values.map(Math.round))).toEqual([
    [100, 104, 108],
    [20, 22, 24],
  ]);
  expect(end?.groups[0]?.mean).toBeCloseTo(104, 3);
  expect(end?.groups[0]?.sd).toBeCloseTo(4, 3);
  const geometric = (50 * 52 * 54) ** (1 / 3) / (10 * 11 * 12) ** (1 / 3);
  expect(end?.ratio).toBeCloseTo(geometric, 4);
  expect(end?.ratioLower95).toBeLessThan(geometric);
  expect(end?.ratioUpper95).toBeGreaterThan(geometric);
  expect(Array.isArray(answer.crossChecks) && Array.isArray(answer.doubts)).toBe(true);
  expect(answer.conclusion).toContain('simulated');
});

test('prints the conclusion in words, and turns the ratio when the groups are named the other way', async () => {
  const { code, stdout } = await amalgam('compare', study, '--groups', 'coated,bare');
  expect(code).toBe(0);
  expect(stdout).toContain('thresholds of events changed: signs within 7 half cycles (not 6)');
  expect(stdout).toContain('This study is simulated');
  const { stdout: json } = await amalgam('compare', study, '--groups', 'coated,bare', '--json');
  const end = (JSON.parse(json) as Answer).metrics.find(({ metric }) => metric === 'polarisation_end');
  expect(end?.ratio).toBeLessThan(1);
});

test.each([
  ['a group that is not there', ['--groups', 'bare,golden'], /golden/u],
  ['one group alone', ['--groups', 'bare'], /two groups/iu],
])('refuses %s as a mistake of use', async (_, options, words) => {
  const { code, stderr } = await amalgam('compare', study, ...options);
  expect(code).toBe(2);
  expect(stderr).toMatch(words);
});
