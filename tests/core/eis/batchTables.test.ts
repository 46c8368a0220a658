import { expect, test } from 'vitest';
import { batchCurvesCsv } from '#core/eis/batchCurves.ts';
import { failedBatchItem, type BatchItem } from '#core/eis/batchItem.ts';
import { batchTable, batchTableCsv, type BatchRow } from '#core/eis/batchTables.ts';
import type { FitResult, ParameterEstimate } from '#core/eis/fitResult.ts';

const spectrum = {
  frequency_Hz: Float64Array.of(100, 1),
  zRe_ohm: Float64Array.of(10, 20.5),
  zIm_ohm: Float64Array.of(-1, -2e-3),
};

const estimate = (name: string, unit: string, value: number): ParameterEstimate => ({
  name,
  unit,
  value,
  standardError: value / 10,
  lower95: value / 2,
  upper95: null,
  fixed: false,
  verdict: 'determined',
  reason: '',
});

const fitOf = (circuit: string, parameters: readonly ParameterEstimate[]): FitResult => ({
  circuit,
  cdc: '',
  weighting: 'modulus',
  status: 'converged',
  iterations: 1,
  points: 2,
  parameters,
  freeParameters: [],
  correlation: [],
  covariance: [],
  chiSquared_modulus: 1e-4,
  reducedChiSquared: 1e-5,
  aicc: -1,
  bic: -2,
  starts: 1,
  startsAtBest: 1,
  fittedRe_ohm: Float64Array.of(11, 21),
  fittedIm_ohm: Float64Array.of(-3, -4),
  residualRe: Float64Array.of(0.25, 0.5),
  residualIm: Float64Array.of(0, -0.5),
  warnings: [],
});

const itemOf = (fit: FitResult): BatchItem => ({
  kramersKronig: null,
  zHit: null,
  drt: null,
  fit,
  choice: null,
  problems: [],
});

const rows: readonly BatchRow[] = [
  { identity: ['a.mpr', 'one'], spectrum, item: itemOf(fitOf('R0', [estimate('R0', 'ohm', 5)])) },
  {
    identity: ['b, "c".mpr', 'two'],
    spectrum,
    item: itemOf(fitOf('R0-CPE1', [estimate('R0', 'ohm', 6), estimate('CPE1.n', '-', 0.8)])),
  },
  {
    identity: ['bad.txt', ''],
    spectrum: null,
    item: failedBatchItem({ code: 'no-impedance-data', found: 'nothing' }),
  },
];

test('one row a spectrum: every parameter of any circuit has its columns, with its unit', () => {
  const { titles, rows: cells } = batchTable(['file', 'spectrum'], rows);
  expect(cells).toHaveLength(3);
  const column = (title: string) => cells.map((row) => row[titles.indexOf(title)]);
  expect(column('R0 (ohm)')).toEqual([5, 6, null]);
  expect(column('R0 standardError (ohm)')).toEqual([0.5, 0.6, null]);
  expect(column('R0 verdict')).toEqual(['determined', 'determined', null]);
  expect(column('CPE1.n')).toEqual([null, 0.8, null]);
  expect(column('CPE1.n upper95')).toEqual([null, null, null]);
  expect(column('problem')[0]).toBeNull();
  expect(column('problem')[2]).toMatch(/impedance/);
});

test('the table as CSV has as many cells in each row as titles, and quotes a name with a comma', () => {
  const csv = batchTableCsv(batchTable(['file', 'spectrum'], rows));
  const lines = csv.trimEnd().split('\n');
  expect(lines).toHaveLength(4);
  expect(lines[2]).toMatch(/^"b, ""c"".mpr",two,2,/);
  expect(lines[1]?.split(',')).toHaveLength(lines[0]?.split(',').length ?? 0);
});

test('the curves are long: a row a point, with empty cells for what a curve does not have', () => {
  const csv = [...batchCurvesCsv(['file', 'spectrum'], rows.slice(0, 1))].join('');
  expect(csv).toBe(
    [
      'file,spectrum,curve,frequency_Hz,zRe_ohm,zIm_ohm,residualRe,residualIm,tau_s,gamma_ohm,gammaLower_ohm,gammaUpper_ohm',
      'a.mpr,one,measured,100,10,-1,,,,,,',
      'a.mpr,one,measured,1,20.5,-0.002,,,,,,',
      'a.mpr,one,fit,100,11,-3,0.25,0,,,,',
      'a.mpr,one,fit,1,21,-4,0.5,-0.5,,,,',
      '',
    ].join('\n'),
  );
});
