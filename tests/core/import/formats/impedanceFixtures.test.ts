/**
 * Fixtures of each way to write a spectrum. All hold the same simulated cell, 10 Ω in series with 50 Ω ∥ 20 µF, whose
 * impedance is computed here from its equation; the tolerance is that of the digits in the file.
 */
import { describe, expect, test } from 'vitest';
import type { Dataset } from '#core/dataset.ts';
import { applyImpedanceSign } from '#core/eis/applyImpedanceSign.ts';
import { SESSION_LIMIT_BYTES } from '#core/import/formats/palmsens/psSession.ts';
import {
  expectData,
  firstDataset,
  importBytes,
  importFixture,
  importSource,
  namesOf,
  valuesOf,
} from '../../../support/importBytes.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memorySource } from '#core/import/byteSource.ts';
import { FIXTURES } from '../../../support/importBytes.ts';

function impedanceAt(frequency_Hz: number): readonly [re: number, im: number] {
  const wt = 2 * Math.PI * frequency_Hz * 50 * 20e-6;
  return [10 + 50 / (1 + wt * wt), (-50 * wt) / (1 + wt * wt)];
}

function expectCell(dataset: Dataset | undefined, tolerance: number): void {
  if (!dataset) expect.fail('no dataset');
  const frequency = valuesOf(dataset, 'frequency_Hz');
  expect([...frequency].sort((a, b) => b - a)).toEqual([10000, 1000, 100, 10, 1]);
  const re = valuesOf(dataset, 'zRe_ohm');
  const im = valuesOf(dataset, 'zIm_ohm');
  for (const [row, f] of frequency.entries()) {
    const [trueRe, trueIm] = impedanceAt(f);
    const size = Math.hypot(trueRe, trueIm);
    expect(Math.abs((re[row] ?? NaN) - trueRe)).toBeLessThan(tolerance * size);
    expect(Math.abs((im[row] ?? NaN) - trueIm)).toBeLessThan(tolerance * size);
  }
}

interface Fixture {
  readonly format: string;
  readonly spectra: number;
  readonly tolerance: number;
  readonly warnings?: readonly string[];
  readonly complete?: false;
}

const FILES: Readonly<Record<string, Fixture>> = {
  'gamry.aborted.dta': {
    format: 'gamry-dta',
    spectra: 1,
    tolerance: 1e-6,
    warnings: ['table-skipped', 'growing-file'],
    complete: false,
  },
  'gamry.decimal-comma.dta': { format: 'gamry-dta', spectra: 2, tolerance: 1e-6 },
  'zplot2.z': { format: 'zview-text', spectra: 1, tolerance: 1e-6 },
  'z60w.short.txt': {
    format: 'zview-text',
    spectra: 1,
    tolerance: 1e-12,
    warnings: ['growing-file'],
    complete: false,
  },
  'autolab.nova.txt': { format: 'autolab-text', spectra: 1, tolerance: 1e-12 },
  'autolab.p00': { format: 'autolab-text', spectra: 1, tolerance: 1e-3 },
  'chi.txt': { format: 'chi-text', spectra: 1, tolerance: 1e-3 },
  'versastudio.two-segments.par': { format: 'versastudio-par', spectra: 2, tolerance: 1e-12 },
  'parstat.txt': { format: 'parstat-text', spectra: 1, tolerance: 1e-12 },
  'powersuite.txt': { format: 'powersuite-text', spectra: 1, tolerance: 1e-7 },
  'relaxis.two-spectra.txt': { format: 'relaxis-text', spectra: 2, tolerance: 1e-12 },
  'ivium.ids': { format: 'ivium-idf', spectra: 2, tolerance: 1e-5 },
  'pstrace.utf16.csv': { format: 'pstrace-csv', spectra: 2, tolerance: 1e-5 },
  'pstrace.git-damaged.csv': { format: 'pstrace-csv', spectra: 2, tolerance: 1e-5 },
  'session.pssession': { format: 'palmsens-session', spectra: 2, tolerance: 1e-12 },
  // Its Z'' holds −Z'' under an unsigned name; the phase tells.
  'session.lower-case.pssession': {
    format: 'palmsens-session',
    spectra: 1,
    tolerance: 1e-12,
    warnings: ['zim-sign-from-phase'],
  },
  'plain.minus-title.csv': {
    format: 'generic-impedance',
    spectra: 1,
    tolerance: 1e-12,
    warnings: ['units-assumed'],
  },
  'plain.modulus-phase.txt': {
    format: 'generic-impedance',
    spectra: 1,
    tolerance: 1e-12,
    warnings: ['units-assumed', 'zim-sign-assumed'],
  },
  'plain.admittance.csv': {
    format: 'generic-impedance',
    spectra: 1,
    tolerance: 1e-12,
    warnings: ['zim-sign-assumed'],
  },
  'plain.no-titles.txt': {
    format: 'generic-impedance',
    spectra: 1,
    tolerance: 1e-6,
    warnings: ['titles-assumed', 'zim-sign-assumed'],
  },
  'plain.two-spectra.csv': {
    format: 'generic-impedance',
    spectra: 2,
    tolerance: 1e-12,
    warnings: ['units-assumed', 'zim-sign-assumed'],
  },
  'plain.phase-contradicts.csv': {
    format: 'generic-impedance',
    spectra: 1,
    tolerance: 1e-12,
    warnings: ['zim-sign-from-phase'],
  },
};

describe.each(Object.entries(FILES))('%s', (name, expected) => {
  test('gives the impedance of its cell', async () => {
    const { receipt, datasets } = expectData(await importFixture(`impedance/${name}`));
    const spectra = datasets.filter(({ kind }) => kind === 'impedance');
    expect(spectra).toHaveLength(expected.spectra);
    for (const spectrum of spectra) expectCell(spectrum, expected.tolerance);
    expect(new Set(spectra.map(({ label }) => label)).size).toBe(spectra.length);
    const complete = expected.complete ?? true;
    expect(receipt).toMatchObject({ format: expected.format, rowsRejected: 0, complete });
    expect(receipt.warnings.map(({ code }) => code)).toEqual(expected.warnings ?? []);
    const consistent = receipt.checks.find(({ check }) => check === 'impedance-consistent');
    expect(consistent?.status).not.toBe('failed');
  });
});

describe('Gamry', () => {
  test('keeps the area, notes the abortion and drops a thermometer that is not connected', async () => {
    const { datasets } = expectData(await importFixture('impedance/gamry.aborted.dta'));
    expect(datasets.map(({ kind, label }) => [kind, label])).toEqual([
      ['cycling', 'OCVCURVE'],
      ['impedance', 'EISPOT'],
    ]);
    expect(datasets[1]?.metadata).toMatchObject({ area_cm2: 1.131, aborted: true, date: '3/10/2026' });
    expect(datasets[0] && namesOf(datasets[0])).not.toContain('temperature_degC');
  });

  test('without a table is refused as cut in its header', async () => {
    expect(await importBytes('EXPLAIN\r\nTAG\tCV\r\nTITLE\tLABEL\tx\t\r\n')).toMatchObject({
      ok: false,
      problem: { code: 'truncated' },
    });
  });
});

test('ZPlot under current control has a current as its amplitude', async () => {
  const dataset = firstDataset(await importFixture('impedance/zplot2.z'));
  expect(valuesOf(dataset, 'currentAmplitude_A')[0]).toBe(0.001);
  expect(dataset.metadata).toMatchObject({ area_cm2: 1.131 });
});

test('VersaStudio rows without a frequency stay a run', async () => {
  const { datasets } = expectData(await importFixture('impedance/versastudio.two-segments.par'));
  expect(datasets.map(({ kind, rows }) => [kind, rows])).toEqual([
    ['cycling', 1],
    ['impedance', 5],
    ['cycling', 1],
    ['impedance', 5],
  ]);
});

describe('PalmSens', () => {
  test('writes 1/C under Cs / F, and the capacitance is read', async () => {
    const dataset = firstDataset(await importFixture('impedance/pstrace.utf16.csv'));
    const [, im] = impedanceAt(10000);
    const capacitance_F = -1 / (2 * Math.PI * 10000 * im);
    expect(valuesOf(dataset, 'seriesCapacitance_F')[0]).toBeCloseTo(capacitance_F, 9);
    expect(valuesOf(dataset, 'current_A')[0]).toBe(1.5e-6);
  });

  test('curves against time become runs, a voltammogram without time is named', async () => {
    const { datasets, receipt } = expectData(await importFixture('impedance/pstrace.curves.csv'));
    expect(datasets.map(({ label, rows }) => [label, rows])).toEqual([
      ['Chronopotentiometry: CP E vs t', 3],
      ['Chronoamperometry: CA i vs t', 2],
    ]);
    const [potential, current] = datasets;
    expect(potential && valuesOf(potential, 'voltage_V')).toEqual([0.1, 0.2, 0.3]);
    expect(current && valuesOf(current, 'current_A')).toEqual([1.5e-6, 2.5e-6]);
    expect(receipt.warnings).toMatchObject([
      { code: 'table-skipped', table: 'Cyclic Voltammetry: CV i vs E' },
    ]);
  });

  test('sessions hold runs and bare curves beside the spectra', async () => {
    const { datasets } = expectData(await importFixture('impedance/session.pssession'));
    const runs = datasets.filter(({ kind }) => kind === 'cycling');
    expect(runs.map(({ rows }) => rows)).toEqual([3, 2]);
    const [chrono, curve] = runs;
    expect(chrono && valuesOf(chrono, 'current_A')).toEqual([0.002, 0.002, 0.002]);
    expect(curve && valuesOf(curve, 'voltage_V')).toEqual([1.1, 1.2]);
    expect(datasets[0]?.metadata).toMatchObject({ startedAt: '2026-03-10T12:00:00' });
    expect(datasets[0] && valuesOf(datasets[0], 'current_A')[0]).toBe(1.5e-6);
  });

  test('a session too large to hold is refused in words', async () => {
    const bytes = readFileSync(join(FIXTURES, 'impedance/session.pssession'));
    const large = { ...memorySource('x', bytes), size: SESSION_LIMIT_BYTES + 1 };
    expect(await importSource(large)).toMatchObject({
      ok: false,
      problem: { code: 'file-too-large', limitBytes: SESSION_LIMIT_BYTES },
    });
  });

  test('a session cut in its middle is refused', async () => {
    const bytes = readFileSync(join(FIXTURES, 'impedance/session.pssession'));
    expect(await importBytes(bytes.subarray(0, 8000))).toMatchObject({
      ok: false,
      problem: { code: 'malformed' },
    });
  });
});

describe("the sign of Z''", () => {
  const INDUCTIVE = 'impedance/plain.inductive-looking.csv';

  test('is read as it stands and asked for, where neither title nor phase tells', async () => {
    const { receipt, datasets } = expectData(await importFixture(INDUCTIVE));
    expect(receipt.warnings).toContainEqual({
      code: 'zim-sign-assumed',
      column: 'imaginary',
      capacitive: 0,
      points: 5,
    });
    expect(datasets[0] && valuesOf(datasets[0], 'zIm_ohm').every((im) => im > 0)).toBe(true);
  });

  test('is inverted when the user says so, and not asked again', async () => {
    const bytes = readFileSync(join(FIXTURES, INDUCTIVE));
    const outcome = await importSource(memorySource('x.csv', bytes), { impedanceSign: 'negated' });
    const { receipt, datasets } = expectData(outcome);
    expectCell(datasets[0], 1e-12);
    expect(receipt.warnings.map(({ code }) => code)).toEqual(['units-assumed']);
  });

  test('takes the phase and the admittance along when they follow it', async () => {
    const dataset = firstDataset(await importFixture('impedance/autolab.nova.txt'));
    const flipped = applyImpedanceSign(dataset, 'negated');
    for (const name of ['zIm_ohm', 'zPhase_deg']) {
      expect(valuesOf(flipped, name)).toEqual(valuesOf(dataset, name).map((value) => -value));
    }
    expect(valuesOf(flipped, 'zRe_ohm')).toEqual(valuesOf(dataset, 'zRe_ohm'));
    expect(applyImpedanceSign(dataset, 'as-is')).toBe(dataset);
  });

  test('of a title with a minus sign is followed even where the phase contradicts it, and the check says so', async () => {
    const text = "f (Hz),Z' (Ohm),-Z'' (Ohm),Phase (deg)\n1000,10,5,26.6\n100,11,6,28.6\n10,12,7,30.3\n";
    const { receipt, datasets } = expectData(await importBytes(text));
    expect(datasets[0] && valuesOf(datasets[0], 'zIm_ohm')).toEqual([-5, -6, -7]);
    expect(receipt.warnings).toContainEqual({ code: 'zim-sign-differs', opposite: 3, points: 3 });
  });
});

describe('the titles of a spectrum', () => {
  test.each([
    ["f,Z',Z''"],
    ['frequency,real,imaginary'],
    ['Freq(Hz),Zreal(ohm),Zimag(ohm)'],
    ['Frequency [Hz],Re(Z) [Ω],Im(Z) [Ω]'],
    ['freq / Hz,Re Z / Ohm,Im Z / Ohm'],
    ['FREQUENCY;Z_re;Z_im'],
    ['freq\tZ’\tZ”'],
  ])('%s are understood', async (titles) => {
    const delimiter = /[,;\t]/u.exec(titles)?.[0] ?? ',';
    const rows = ['1000,10,-1', '100,11,-2', '10,12,-3'].map((row) => row.replaceAll(',', delimiter));
    const dataset = firstDataset(await importBytes([titles, ...rows, ''].join('\n')));
    expect(valuesOf(dataset, 'frequency_Hz')).toEqual([1000, 100, 10]);
    expect(valuesOf(dataset, 'zRe_ohm')).toEqual([10, 11, 12]);
    expect(valuesOf(dataset, 'zIm_ohm')).toEqual([-1, -2, -3]);
  });

  test("with minus signs turn both parts: f,-Z',-Z''", async () => {
    const dataset = firstDataset(await importBytes("f,-Z',-Z''\n1000,-10,1\n100,-11,2\n10,-12,3\n"));
    expect(valuesOf(dataset, 'zRe_ohm')).toEqual([10, 11, 12]);
    expect(valuesOf(dataset, 'zIm_ohm')).toEqual([-1, -2, -3]);
  });

  test('may name other units: kHz, mΩ, radians', async () => {
    const text = 'f (kHz),|Z| (mOhm),-phase (rad)\n1,1000,0\n0.1,2000,0.5\n0.01,3000,1\n';
    const dataset = firstDataset(await importBytes(text));
    expect(valuesOf(dataset, 'frequency_Hz')).toEqual([1000, 100, 10]);
    expect(valuesOf(dataset, 'zRe_ohm')[1]).toBeCloseTo(2 * Math.cos(0.5), 12);
    expect(valuesOf(dataset, 'zIm_ohm')[1]).toBeCloseTo(-2 * Math.sin(0.5), 12);
  });

  test('that name an area-specific resistance are refused, because the area is not known', async () => {
    const text = "f (Hz),Z' (Ohm cm2),Z'' (Ohm cm2)\n1000,10,-1\n100,11,-2\n";
    expect(await importBytes(text)).toMatchObject({ ok: false, problem: { code: 'unknown-unit' } });
  });
});

describe('three columns of numbers without titles', () => {
  const rowsOf = (first: (i: number) => number): string =>
    Array.from({ length: 40 }, (_, i) => `${first(i)} ${10 + i} ${-i}`).join('\n') + '\n';

  test('are a spectrum when the first runs through decades', async () => {
    const outcome = await importBytes(rowsOf((i) => 1e5 / 10 ** (i / 8)));
    expect(outcome).toMatchObject({ ok: true, receipt: { format: 'generic-impedance' } });
  });

  test.each([
    ['a diffraction angle', (i: number) => 5 + 2 * i],
    ['a time', (i: number) => 10 * (i + 1)],
    ['a binding energy', (i: number) => 1200 - 25 * i],
  ])('are none when the first is %s', async (_, first) => {
    expect(await importBytes(rowsOf(first))).toMatchObject({
      ok: false,
      problem: { code: 'ambiguous-columns' },
    });
  });
});
