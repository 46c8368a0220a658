import { describe, expect, test } from 'vitest';
import {
  expectData,
  firstDataset,
  importFixture,
  textsOf,
  valuesOf,
} from '../../../../support/importBytes.ts';

describe('three layers of BTSDA 8', () => {
  test('give each record the cycle and step of the rows above it, the glued first line included', async () => {
    const dataset = firstDataset(await importFixture('neware/layered.broken-rows.csv'));
    expect(valuesOf(dataset, 'record')).toEqual([1, 2, 3, 5]);
    expect(valuesOf(dataset, 'cycle')).toEqual([1, 1, 1, 2]);
    expect(valuesOf(dataset, 'step')).toEqual([1, 1, 2, 1]);
    expect(valuesOf(dataset, 'stepCount')).toEqual([1, 1, 2, 3]);
    expect(textsOf(dataset, 'stepType')).toEqual(['Rest', 'Rest', 'CC Chg', 'CC DChg']);
    expect(valuesOf(dataset, 'current_A')).toEqual([0, 0, 0.005, -0.005]);
    expect(valuesOf(dataset, 'temperatureT1_degC')).toEqual([25.1, 25.1, 25.2, 25.2]);
  });

  test('count summary rows, and every row left out with its line', async () => {
    const outcome = expectData(await importFixture('neware/layered.broken-rows.csv'));
    expect(firstDataset(outcome).metadata).toMatchObject({ cycleSummaryRows: 2, stepSummaryRows: 3 });
    const { receipt } = outcome;
    expect(receipt).toMatchObject({
      format: 'neware-layered-csv',
      rowsRead: 4,
      rowsRejected: 3,
      complete: false,
    });
    expect(receipt.rejectedLines.map(({ line }) => line)).toEqual([9, 10, 14]);
  });
});

describe('three layers of BTS 5 to 7', () => {
  test('are read through quotes, TABs in cells and dashes for missing values', async () => {
    const dataset = firstDataset(await importFixture('neware/bts7-layered.csv'));
    expect(valuesOf(dataset, 'voltage_V')).toEqual([0.01, 0.0101, 0.08, 0.09, -0.08, -0.09, 0.01]);
    expect(valuesOf(dataset, 'temperature_degC')).toEqual(Array(7).fill(NaN));
    expect(valuesOf(dataset, 'cycle')).toEqual([1, 1, 1, 1, 1, 1, 2]);
    // date -u -d '2021-03-04 10:05:00' +%s
    expect(valuesOf(dataset, 'clock_s').at(-1)).toBe(1614852300);
  });

  test('join their step times to test time and take the sign from the step type', async () => {
    const outcome = expectData(await importFixture('neware/bts7-layered.csv'));
    const dataset = firstDataset(outcome);
    expect(valuesOf(dataset, 'time_s')).toEqual([0, 60, 60, 180, 180, 300, 300]);
    expect(valuesOf(dataset, 'current_A')).toEqual([0, 0, 0.005, 0.005, -0.005, -0.005, 0]);
    expect(outcome.receipt.signRule).toContain('unsigned in the file');
  });
});
