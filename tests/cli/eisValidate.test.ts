/** The built program's `eis validate` and `eis drt`: exit codes, documents and which spectrum. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../simulate/random.ts';
import { noisySpectrum, relaxationImpedance, sweepFrequencies } from '../simulate/relaxations.ts';
import { builtProgram, type BuiltProgram } from '../support/builtProgram.ts';

const POINTS = 51;
let folder = '';
let amalgam: BuiltProgram;
const path = (name: string) => join(folder, name);

/** 10 Ω and an arc of 100 Ω at 1 ms, as a file with titles; `drift`: share by which all grows until the last point. */
function spectrumText(drift: number): string {
  const at = (f: number, k: number) => {
    const { re, im } = relaxationImpedance({ r_ohm: 100, tau_s: 1e-3, a: 0.9, b: 1 }, f);
    const growth = 1 + drift * (k / POINTS) ** 6;
    return { re: (re + 10) * growth, im: im * growth };
  };
  const sweep = sweepFrequencies({ start_Hz: 1e5, stop_Hz: 1, points: POINTS });
  const options = { noise: 1e-3, random: createRandom(7) };
  const { frequency_Hz, zRe_ohm, zIm_ohm } = noisySpectrum(at, sweep, options);
  const rows = Array.from(frequency_Hz, (f, k) => `${f},${zRe_ohm[k] ?? ''},${zIm_ohm[k] ?? ''}`);
  return `frequency_Hz,zRe_ohm,zIm_ohm\n${rows.join('\n')}\n`;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amalgam-validate-'));
  amalgam = await builtProgram();
  await writeFile(path('good.csv'), spectrumText(0));
  await writeFile(path('drifted.csv'), spectrumText(0.3));
  await writeFile(path('few.csv'), 'frequency_Hz,zRe_ohm,zIm_ohm\n1000,1,-1\n100,2,-1\n10,3,-1\n');
  await writeFile(path('bad.csv'), 'nothing of use\n');
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Problem {
  readonly problem: { readonly code: string } | null;
}

interface Validated extends Problem {
  readonly kramersKronig: {
    readonly valid: boolean;
    readonly rc_count: number;
    readonly mu: number;
    readonly chiSquared: number;
    readonly noiseRms: number;
    readonly residualRe: readonly number[];
    readonly residualIm: readonly number[];
    readonly advice: { readonly code: string };
  };
}

interface SeveralValidated {
  readonly results: readonly (Problem & { readonly kramersKronig: { readonly valid: boolean } | null })[];
}

interface Distributed extends Problem {
  readonly lambda: number;
  readonly tau_s: readonly number[];
  readonly gamma_ohm: readonly number[];
  readonly peaks: readonly { readonly tau_s: number; readonly r_ohm: number; readonly c_F: number }[];
}

const eis = (...argv: readonly string[]) => amalgam('eis', ...argv);

async function validate(...files: string[]) {
  const { code, stdout } = await eis('validate', ...files.map(path), '--json');
  return { code, document: JSON.parse(stdout) as Validated & SeveralValidated };
}

async function drt(...args: string[]) {
  const { code, stdout } = await eis('drt', ...args, '--json');
  return { code, document: JSON.parse(stdout) as Distributed };
}

describe('eis validate', () => {
  test('gives the verdict, its number of elements, residuals and advice', async () => {
    const { code, document } = await validate('good.csv');
    const { kramersKronig: tested, problem } = document;
    expect(code).toBe(0);
    expect(problem).toBeNull();
    expect(tested.valid).toBe(true);
    expect(Number.isInteger(tested.rc_count)).toBe(true);
    expect(tested.mu).toBeLessThanOrEqual(1);
    expect(tested.residualRe).toHaveLength(POINTS);
    expect(tested.residualIm).toHaveLength(POINTS);
    expect(tested.advice.code).toBe('none');
    const squares = [...tested.residualRe, ...tested.residualIm].map((value) => value ** 2);
    const chiSquared = squares.reduce((a, b) => a + b, 0);
    expect(tested.chiSquared / chiSquared).toBeCloseTo(1, 9);
    // R, L, C and the RC elements were spent of two values a point.
    const free = 2 * POINTS - 3 - tested.rc_count;
    expect(tested.noiseRms ** 2 / (chiSquared / free)).toBeCloseTo(1, 9);
  });

  test('a spectrum that is not valid is an answer, not an error', async () => {
    const { code, document } = await validate('drifted.csv');
    expect(code).toBe(0);
    expect(document.kramersKronig.valid).toBe(false);
    expect(document.kramersKronig.advice.code).not.toBe('none');
  });

  test('several files are answered in order; one that cannot be read or judged gives exit code 1', async () => {
    const files = ['good.csv', 'bad.csv', 'few.csv', 'drifted.csv'];
    const { code, document } = await validate(...files);
    expect(code).toBe(1);
    const verdicts = document.results.map(({ kramersKronig }) => kramersKronig?.valid ?? null);
    expect(verdicts).toEqual([true, null, null, false]);
    expect(document.results[2]?.problem?.code).toBe('too-few-points');
  });

  test('people read the verdict in words', async () => {
    const { code, stdout } = await eis('validate', path('good.csv'));
    expect(code).toBe(0);
    expect(stdout).toMatch(/good\.csv: .*: valid\n/);
  });
});

describe('eis drt', () => {
  test('gives the distribution and the peak of the arc', async () => {
    const { code, document } = await drt(path('good.csv'));
    expect(code).toBe(0);
    expect(document.tau_s).toHaveLength(document.gamma_ohm.length);
    expect(document.lambda).toBeGreaterThan(0);
    expect(document.peaks).toHaveLength(1);
    const { tau_s = NaN, r_ohm = NaN, c_F = NaN } = document.peaks[0] ?? {};
    expect(Math.abs(Math.log10(tau_s / 1e-3))).toBeLessThan(0.1);
    expect(Math.abs(r_ohm / 100 - 1)).toBeLessThan(0.03);
    expect(c_F / (tau_s / r_ohm)).toBeCloseTo(1, 12);
  });

  test('takes lambda by hand, and refuses one that is not a positive number', async () => {
    const { document } = await drt('--lambda', '0.02', path('good.csv'));
    expect(document.lambda).toBe(0.02);
    expect((await eis('drt', '--lambda', '-1', path('good.csv'))).code).toBe(2);
  });
});

describe.each(['validate', 'drt'])('wrong usage of eis %s is exit code 2:', (command) => {
  test.each([
    ['no file', []],
    ['an option that it does not know', ['--nonsense', 'good.csv']],
    ['half a spectrum', ['--spectrum', '1.5', 'good.csv']],
  ])('%s', async (_, args) => {
    const { code, stderr } = await eis(command, ...args);
    expect(code).toBe(2);
    expect(stderr).not.toBe('');
  });

  test('a spectrum that the file does not hold is exit code 1', async () => {
    expect((await eis(command, '--spectrum', '2', path('good.csv'))).code).toBe(1);
  });
});
