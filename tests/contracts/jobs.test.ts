import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { summariseCycling } from '#core/cycling/summariseCycling.ts';
import type { Dataset } from '#core/dataset.ts';
import type { Cell } from '#core/project/study.ts';
import { parseCircuit } from '#core/eis/parseCircuit.ts';
import { JOBS, type JobName, type Jobs } from '#jobs/jobs.ts';
import { filesBelow, PROJECT } from '../architecture/sourceFiles.ts';

const rows = 40;
const time_s = Float64Array.from({ length: rows }, (_, row) => 60 * row);
const current_A = Float64Array.from({ length: rows }, (_, row) => (row < rows / 2 ? 0.001 : -0.001));
const voltage_V = current_A.map((current) => 50 * current);

const dataset: Dataset = {
  kind: 'cycling',
  label: 'square wave',
  rows,
  columns: [
    { name: 'time_s', unit: 's', source: 'time/s', values: time_s },
    { name: 'current_A', unit: 'A', source: 'I/A', values: current_A },
    { name: 'voltage_V', unit: 'V', source: 'Ewe/V', values: voltage_V },
  ],
  metadata: {},
};

const summarised = summariseCycling(dataset, { setCurrent_A: null, area_cm2: 1, mass_mg: null });
if (!summarised.ok) throw new Error('a run that cannot be summarised');
const squareRun = summarised.run;

/** 10 Ω and an arc of 100 Ω at five frequencies a decade. */
const frequency_Hz = Float64Array.from({ length: 21 }, (_, k) => 10 ** (4 - k / 5));
const spectrum = {
  frequency_Hz,
  zRe_ohm: frequency_Hz.map((frequency) => 10 + 100 / (1 + (frequency / 160) ** 2)),
  zIm_ohm: frequency_Hz.map((frequency) => (-100 * (frequency / 160)) / (1 + (frequency / 160) ** 2)),
};

const parsed = parseCircuit('R0-p(R1,C1)');
if (!parsed.ok) throw new Error('a circuit that cannot be read');
const { circuit } = parsed;
const at = (value: number) => ({ value, fixed: false, lower: null, upper: null });
const fitted = { ...circuit, settings: { R0: at(10), R1: at(100), C1: at(1e-5) } };

/** A line of tungsten on a flat background. */
const twoTheta_deg = Float64Array.from({ length: 400 }, (_, k) => 30 + 0.05 * k);
const intensity_counts = twoTheta_deg.map((angle) => 50 + 500 * Math.exp(-(((angle - 40.26) / 0.1) ** 2)));
const sigma_counts = intensity_counts.map(Math.sqrt);
const radiation = {
  id: 'CuKa1',
  anode: 'Cu',
  lines: [{ name: 'Ka1', wavelength_A: 1.5405929, weight: 1 }],
  source: 'user',
} as const;
const pattern = { twoTheta_deg, intensity_counts, sigma_counts, radiation };
const tungsten = {
  id: 'W',
  name: 'tungsten',
  formula: 'W',
  confidence: 'high',
  source: '',
  notes: '',
  kind: 'lines',
  lines: [{ d_A: 2.238, intensity: 100 }],
} as const;
const tables = {};

const cell: Cell = {
  ...{ id: 'c', studyId: 's', groupId: 'bare', name: 'bare_01', metal: 'Li', kind: 'symmetric', coating: '' },
  ...{ arealHg_mgPerCm2: null, layerThickness_um: null, electrolyte: 'LLTO', electrolyteThickness_um: null },
  ...{
    electrolyteConductivity_SPerCm: null,
    area_cm2: 1,
    activeMass_mg: null,
    temperature_K: null,
    notes: '',
  },
  ...{ exclusionReason: null, order: 0, timeZero_s: 0, trimFrom_s: null, trimTo_s: null },
};
const receipt = { file: { name: 'wave.mpt', bytes: 1, sha256: '' } };

/** A small request for every job; a job without one does not compile. */
const REQUESTS: { readonly [N in JobName]: Jobs[N]['request'] } = {
  voltageTrace: { time_s, voltage_V },
  summariseCycling: { dataset, options: { setCurrent_A: null, area_cm2: 1, mass_mg: null } },
  runTrend: { halfCycles: [], oneWay: null },
  summariseFullCell: { run: squareRun, normalisation: { area_cm2: 1, mass_mg: null }, options: {} },
  derivativeCurves: {
    run: squareRun,
    sides: [{ cycle: 1, direction: 'charge', halfCycle: 1, current_mA: 1 }],
    derivative: 'dVdQ',
  },
  drt: { spectrum, options: {} },
  kramersKronig: { spectrum, options: {} },
  zHit: { spectrum },
  measureEvidence: { cell, measured: [{ dataset, state: { kind: 'pristine' }, receipt }] },
  compareStudy: {
    evidence: [
      { cell, runs: [summarised.summary], spectra: [] },
      { cell: { ...cell, id: 'd', name: 'coated_01', groupId: 'coated' }, runs: [], spectra: [] },
    ],
    options: {
      simulated: true,
      groups: [
        { id: 'bare', name: 'bare' },
        { id: 'coated', name: 'coated' },
      ],
    },
  },
  identifyPattern: { pattern, phases: [tungsten], radiation, tables },
  measurePeaks: { pattern, radiation },
  treatPattern: { pattern, background: { kind: 'snip', reach_deg: 1.6 }, stripped: radiation },
  fitCircuit: { spectrum, circuit, weighting: 'modulus' },
  profileInterval: { spectrum, circuit: fitted, weighting: 'modulus', parameter: 'R1' },
  bootstrapInterval: {
    spectrum,
    circuit: fitted,
    weighting: 'modulus',
    parameter: 'R1',
    bootstrap: { replicates: 39, seed: 1 },
  },
  chooseCircuit: { spectrum, candidates: ['R0-p(R1,C1)', 'R0-p(R1,CPE1)'] },
  batchItem: {
    spectrum,
    options: { steps: ['kramersKronig', 'drt', 'fit'], circuit, drt: { lambda: 1e-3 } },
  },
};

const renderer = filesBelow('src/renderer')
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(join(PROJECT, path), 'utf8'))
  .join('\n');

describe.each(Object.keys(JOBS) as JobName[])('job %s', (name) => {
  const run = JOBS[name] as (request: unknown) => unknown;

  test('answers with plain data that crosses threads unchanged, and leaves its request alone', () => {
    const request = structuredClone(REQUESTS[name]);
    const result = run(request);
    expect(structuredClone(result)).toEqual(result);
    expect(request).toEqual(REQUESTS[name]);
  });

  test('gives the same answer to the same request', () => {
    expect(run(structuredClone(REQUESTS[name]))).toEqual(run(structuredClone(REQUESTS[name])));
  });

  test('is asked for by the window', () => {
    expect(renderer).toContain(`'${name}'`);
  });
});
