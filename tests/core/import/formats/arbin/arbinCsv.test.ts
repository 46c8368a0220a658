import { describe, expect, test } from 'vitest';
import {
  expectData,
  firstDataset,
  importBytes,
  importFixture,
  valuesOf,
} from '../../../../support/importBytes.ts';

describe('an Arbin table', () => {
  test('with MITS 7 names and ISO dates is read as it is', async () => {
    const outcome = expectData(await importFixture('arbin/mits7-names.csv'));
    const dataset = firstDataset(outcome);
    expect(outcome.receipt.format).toBe('arbin-csv');
    expect(valuesOf(dataset, 'time_s')).toEqual([30.25, 60.5, 90.75]);
    expect(valuesOf(dataset, 'current_A')).toEqual([0, 0.005, -0.005]);
    expect(valuesOf(dataset, 'chargeCapacity_Ah')).toEqual([0, 0.000042, 0.000042]);
    // date -u -d '2026-01-05 14:12:48' +%s
    expect(valuesOf(dataset, 'clock_s')[0]).toBe(1767622368);
  });

  test('with a subset of columns takes its time from US dates behind a TAB', async () => {
    const dataset = firstDataset(await importFixture('arbin/subset.us-dates.csv'));
    expect(valuesOf(dataset, 'time_s')).toEqual([0, 30.5, 8 * 86400 + 30.5]);
    expect(valuesOf(dataset, 'current_A')).toEqual([0, 0.005, -0.005]);
  });

  test('dumped from the database is in s, A, V, Ah with the clock in seconds since 1970', async () => {
    const dataset = firstDataset(await importFixture('arbin/database.csv'));
    expect(valuesOf(dataset, 'clock_s')).toEqual([1767600000.5, 1767600010.5]);
    expect(valuesOf(dataset, 'voltage_V')).toEqual([0.0105, 0.0905]);
    expect(valuesOf(dataset, 'cycle')).toEqual([0, 1]);
    expect(valuesOf(dataset, 'temperature_degC')).toEqual([25.5, 25.5]);
  });

  test('of metadata only is refused with the way to the records', async () => {
    expect(await importFixture('arbin/metadata.csv')).toMatchObject({
      ok: false,
      problem: { code: 'known-unsupported', advice: expect.stringContaining('records') as string },
    });
  });

  test('of titles without rows is refused as having no data', async () => {
    const text = 'Data_Point,Test_Time,Step_Index,Cycle_Index,Voltage,Current\n';
    expect(await importBytes(text)).toMatchObject({ ok: false, problem: { code: 'no-data-rows' } });
  });
});
