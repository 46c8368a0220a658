import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../simulate/random.ts';
import { noisySpectrum, relaxationImpedance, sweepFrequencies } from '../simulate/relaxations.ts';
import { builtProgram, type BuiltProgram } from '../support/builtProgram.ts';
import { sharedFile } from '../support/sharedData.ts';

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
  amalgam = await builtProgram();
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

/**
 * The best of 200 starts of scipy 1.10.1's least_squares (trf, all tolerances 1e-15) with the impedances written out in
 * numpy, residuals over |Z|; standard errors from its Jacobian and the sum of squares over 2N − p.
 */
const BY_SCIPY = [
  {
    file: 'biologic/impedance.py/exampleDataBioLogic.mpt',
    circuit: 'R0-p(R1,CPE1)',
    chiSquared: 0.03379021048637729,
    values: {
      R0: [63.5622, 0.278],
      R1: [48.1967, 0.949],
      'CPE1.Q': [0.00929789, 0.000337],
      'CPE1.n': [0.915158, 0.0194],
    },
  },
  {
    file: 'biologic/hybrid-drt/PEIS_LPSCl_IonBlocking_-25C_RelaxIS.txt',
    circuit: 'R0-p(R1,CPE1)-CPE2',
    chiSquared: 0.025004613353270477,
    values: {
      R0: [170.543, 8.31],
      R1: [1297.38, 10.8],
      'CPE1.Q': [2.62256e-9, 2.82e-10],
      'CPE1.n': [0.785352, 0.00729],
      'CPE2.Q': [1.80388e-7, 5.99e-10],
      'CPE2.n': [0.891607, 0.000623],
    },
  },
  {
    file: 'autolab/impedance.py/exampleDataAutolab.txt',
    circuit: 'L0-R0-p(R1,CPE1)-p(R2,CPE2)-W1',
    chiSquared: 0.002864128177209205,
    values: {
      L0: [1.20661e-7, 1.22e-9],
      R0: [0.0130437, 6.63e-5],
      R1: [0.00719336, 0.000414],
      R2: [0.0109984, 0.00047],
      'CPE2.Q': [3.81582, 0.176],
      'CPE2.n': [0.819287, 0.0209],
      W1: [0.00286097, 0.000111],
    },
  },
  {
    file: 'ivium/impedance.py/exampleDataIvium.idf',
    circuit: 'R0-p(R1,CPE1)-p(R2,CPE2)-W1',
    chiSquared: 0.002278098760547381,
    values: {
      R0: [11.6007, 0.329],
      R1: [10.8682, 1.13],
      'CPE1.Q': [0.000172871, 7.47e-5],
      R2: [53.6531, 1.3],
      'CPE2.n': [0.741228, 0.012],
      W1: [41.0851, 1.33],
    },
  },
  {
    file: 'chinstruments/impedance.py/exampleDataCHInstruments.txt',
    circuit: 'R0-p(R1,CPE1)-CPE2',
    chiSquared: 0.07071822642900333,
    values: {
      R0: [96.4345, 0.594],
      R1: [546.362, 25.4],
      'CPE1.Q': [5.64131e-5, 3.53e-6],
      'CPE1.n': [0.685255, 0.00923],
      'CPE2.Q': [8.29326e-5, 5.31e-7],
      'CPE2.n': [0.776697, 0.00462],
    },
  },
  {
    file: 'zview/impedance.py/Circuit1_EIS_1.z',
    circuit: 'L0-R0-p(R1,CPE1)',
    chiSquared: 1.565079766718046e-5,
    values: {
      L0: [3.02213e-6, 2.36e-8],
      R0: [29.0949, 0.00327],
      R1: [46.7269, 0.00792],
      'CPE1.Q': [1.06362e-5, 1.72e-8],
      'CPE1.n': [0.99704, 0.000204],
    },
  },
] as const;

describe("spectra of vendors' files end at scipy's optimum with its errors, without a start from the user", () => {
  test.each(BY_SCIPY)('$file', async ({ file, circuit, chiSquared, values }) => {
    const path = sharedFile(file);
    if (path === null) return;
    const fit = await fitted(path, '--circuit', circuit, '--spectrum', '1');
    expect(fit.status).toBe('converged');
    expect(fit.chiSquared_modulus / chiSquared).toBeCloseTo(1, 8);
    for (const [name, [value, error]] of Object.entries(values)) {
      const found = fit.parameters.find((one) => one.name === name);
      expect(Math.abs((found?.value ?? NaN) - value) / error).toBeLessThan(0.02);
      expect((found?.standardError ?? NaN) / error).toBeCloseTo(1, 1.5);
    }
  });
});
