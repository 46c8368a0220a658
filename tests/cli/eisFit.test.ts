import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../simulate/random.ts';
import { noisySpectrum, relaxationImpedance, sweepFrequencies } from '../simulate/relaxations.ts';
import { builtProgram, type BuiltProgram } from '../support/builtProgram.ts';

let folder = '';
let arc = '';
let amalgam: BuiltProgram;

/** Simulated: 10 Ω and an arc of 100 Ω, 1 ms, n = 0.9, with 1 % noise. */
function spectrumText(): string {
  const at = (f: number) => {
    const { re, im } = relaxationImpedance({ r_ohm: 100, tau_s: 1e-3, a: 0.9, b: 1 }, f);
    return { re: re + 10, im };
  };
  const sweep = sweepFrequencies({ start_Hz: 1e6, stop_Hz: 1, points: 61 });
  const { frequency_Hz, zRe_ohm, zIm_ohm } = noisySpectrum(at, sweep, {
    noise: 0.01,
    random: createRandom(11),
  });
  const rows = Array.from(frequency_Hz, (f, k) => `${f},${zRe_ohm[k] ?? ''},${zIm_ohm[k] ?? ''}`);
  return `frequency_Hz,zRe_ohm,zIm_ohm\n${rows.join('\n')}\n`;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amalgam-fit-'));
  arc = join(folder, 'arc.csv');
  await writeFile(arc, spectrumText());
  amalgam = await builtProgram(folder);
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Interval {
  readonly method: string;
  readonly parameter: string;
  readonly lower95: number | null;
  readonly upper95: number | null;
}

interface Fitted {
  readonly circuit: string;
  readonly status: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly value: number;
    readonly standardError: number;
  }[];
  readonly alternatives: readonly { readonly circuit: string }[];
  readonly refused: readonly { readonly circuit: string; readonly reason: string }[];
  readonly degeneratePairs: readonly (readonly [string, string])[];
  readonly intervals?: readonly Interval[];
  readonly highFrequencyIntercept: { readonly value_ohm: number; readonly way: string };
  readonly chiSquared_modulus: number;
}

async function fitted(...argv: readonly string[]): Promise<Fitted> {
  const { code, stdout, stderr } = await amalgam('eis', 'fit', ...argv, '--json');
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return JSON.parse(stdout) as Fitted;
}

const CIRCUIT = ['--circuit', 'R0-p(R1,CPE1)'];
const TRUTH: Readonly<Record<string, number>> = {
  R0: 10,
  R1: 100,
  'CPE1.Q': 1e-3 ** 0.9 / 100,
  'CPE1.n': 0.9,
};

describe('a simulated arc with one percent of noise', () => {
  test.each(['profile', 'bootstrap'])(
    'has intervals by %s around the truth, within four errors',
    async (method) => {
      const { intervals = [], parameters } = await fitted(arc, ...CIRCUIT, '--intervals', method);
      expect(intervals.map(({ parameter }) => parameter)).toEqual(Object.keys(TRUTH));
      for (const { parameter, lower95, upper95, ...interval } of intervals) {
        const found = parameters.find(({ name }) => name === parameter);
        const width = (upper95 ?? NaN) - (lower95 ?? NaN);
        expect(interval.method).toBe(method);
        // Nearly linear problem: all intervals are about ±1.96 standard errors.
        expect(width / (found?.standardError ?? NaN) / 3.92).toBeGreaterThan(0.75);
        expect(width / (found?.standardError ?? NaN) / 3.92).toBeLessThan(1.3);
        expect(Math.abs((found?.value ?? NaN) - (TRUTH[parameter] ?? NaN))).toBeLessThan(width);
      }
    },
  );

  test('without a circuit it tells what else was tried and why it was refused, and the fast end', async () => {
    const fit = await fitted(arc);
    expect(fit.status).toBe('converged');
    expect(fit.alternatives.length).toBeGreaterThan(2);
    expect(fit.refused.length).toBeGreaterThan(0);
    for (const { reason } of fit.refused) expect(reason).not.toBe('');
    expect(Array.isArray(fit.degeneratePairs)).toBe(true);
    expect(fit.highFrequencyIntercept.value_ohm).toBeCloseTo(10, -0.5);
    expect(fit.intervals).toBeUndefined();
  });

  test('people read the limits, the intervals asked for and the intercept with its unit', async () => {
    const { stdout } = await amalgam('eis', 'fit', arc, ...CIRCUIT, '--intervals', 'profile');
    expect(stdout).toMatch(/lower 95 % +upper 95 % +unit +verdict/u);
    expect(stdout).toMatch(/R1 .* ohm +profile, \d+ refits/u);
    expect(stdout).toMatch(/high-frequency intercept .* ohm/u);
  });
});

test('a method that is none is refused as wrong usage', async () => {
  const { code, stderr } = await amalgam('eis', 'fit', arc, '--intervals', 'guess');
  expect(code).toBe(2);
  expect(stderr).toMatch(/--intervals is one of profile, bootstrap, not "guess"/u);
});
