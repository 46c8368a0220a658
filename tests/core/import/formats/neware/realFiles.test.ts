/** Real Neware exports against what the vendor says elsewhere: its binary of the same run, and its own summaries. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { expectData, firstDataset, importBytes, textsOf, valuesOf } from '../../../../support/importBytes.ts';
import { ndaxRun } from '../../../../support/ndaxRecords.ts';
import { sharedFile } from '../../../../support/sharedData.ts';

const interpolated = sharedFile('neware/fastnda/interp-test.csv');
const interpolatedBinary = sharedFile('neware/fastnda/interp-test.ndax');
const flat = sharedFile('neware/cellpy/neware_uio.csv');
const layered = sharedFile('neware/cellpy/nw_regular_export_ife_example.csv');

const linesOf = (path: string): string[] => readFileSync(path, 'latin1').trimEnd().split(/\r?\n/u);

/** Seconds of `hh:mm:ss`, by hand. */
const seconds = (text = ''): number => {
  const [h = 0, m = 0, s = 0] = text.split(':').map(Number);
  return (h * 60 + m) * 60 + s;
};

describe.skipIf(!interpolated || !interpolatedBinary)('a flat CSV and the .ndax of the same run', () => {
  test('agree record by record: 0.05 mV, 0.5 µA, and the time of every record the tester noted', async () => {
    const outcome = expectData(await importBytes(readFileSync(interpolated ?? '')));
    const dataset = firstDataset(outcome);
    const truth = ndaxRun(readFileSync(interpolatedBinary ?? ''));
    expect(outcome.receipt).toMatchObject({ rowsRead: 333, rowsRejected: 0, encoding: 'windows-1252' });
    expect(truth.records.length).toBe(333);
    const [voltage, current, stepTime] = ['voltage_V', 'current_A', 'stepTime_s'].map((n) =>
      valuesOf(dataset, n),
    );
    for (const [row, record] of truth.records.entries()) {
      expect(Math.abs((voltage?.[row] ?? NaN) - record.voltage_V)).toBeLessThanOrEqual(0.5e-4 + 1e-9);
      expect(Math.abs((current?.[row] ?? NaN) - record.current_A)).toBeLessThanOrEqual(0.5e-6);
    }
    expect(truth.stepTime_s.size).toBeGreaterThan(10);
    for (const [record, time_s] of truth.stepTime_s) expect(stepTime?.[record - 1]).toBe(time_s);
  });
});

describe.skipIf(!flat)('a flat CSV of four cycles', () => {
  test('gives every row, every value equal to Number(text), test time past 144 h', async () => {
    const rows = linesOf(flat ?? '').map((line) => line.split(','));
    const outcome = expectData(await importBytes(readFileSync(flat ?? '')));
    const dataset = firstDataset(outcome);
    expect(outcome.receipt).toMatchObject({ rowsRead: rows.length - 1, rowsRejected: 0 });
    const cells = (index: number): (string | undefined)[] => rows.slice(1).map((row) => row[index]);
    expect(valuesOf(dataset, 'current_A')).toEqual(cells(6).map(Number));
    expect(valuesOf(dataset, 'voltage_V')).toEqual(cells(7).map(Number));
    expect(valuesOf(dataset, 'dischargeCapacity_Ah')).toEqual(cells(12).map(Number));
    expect(valuesOf(dataset, 'time_s')).toEqual(cells(5).map(seconds));
    expect(valuesOf(dataset, 'time_s').at(-1)).toBe(518_538);
    expect(textsOf(dataset, 'stepType')).toEqual(cells(3));
  });
});

describe.skipIf(!layered)('an export in three layers', () => {
  interface StepSummary {
    readonly cycle: number;
    readonly cells: readonly string[];
  }

  /** Step rows by hand: one empty cell in front, or glued behind the eight cells of a cycle row. */
  function stepSummaries(): StepSummary[] {
    const summaries: StepSummary[] = [];
    let cycle = 0;
    for (const line of linesOf(layered ?? '').slice(3)) {
      const cells = line.split(',');
      if (cells[0] !== '') cycle = Number(cells[0]);
      if (cells[0] !== '' && cells.length > 8) summaries.push({ cycle, cells: cells.slice(8) });
      if (cells[0] === '' && cells[1] !== '') summaries.push({ cycle, cells: cells.slice(1) });
    }
    return summaries;
  }

  test('gives every record and counts the summary rows', async () => {
    const outcome = expectData(await importBytes(readFileSync(layered ?? '')));
    const records = linesOf(layered ?? '').filter((line) => /^,,\d/u.test(line)).length;
    expect(outcome.receipt).toMatchObject({
      format: 'neware-layered-csv',
      rowsRead: records,
      rowsRejected: 0,
    });
    expect(firstDataset(outcome).metadata).toEqual({ cycleSummaryRows: 20, stepSummaryRows: 81 });
  });

  test('assigns records so that each step begins, ends and counts as the vendor sums it up', async () => {
    const dataset = firstDataset(await importBytes(readFileSync(layered ?? '')));
    const [count = [], cycle = [], voltage = [], capacity = [], stepTime = []] = [
      ...['stepCount', 'cycle', 'voltage_V', 'capacity_Ah', 'stepTime_s'],
    ].map((name) => valuesOf(dataset, name));
    const summaries = stepSummaries();
    expect(summaries.length).toBe(81);
    for (const summary of summaries) {
      const [, number, , time, steps, , first, last] = summary.cells;
      const from = count.indexOf(Number(number));
      const to = count.lastIndexOf(Number(number));
      expect(cycle[from]).toBe(summary.cycle);
      expect(voltage[from]).toBeCloseTo(Number(first), 4);
      expect(voltage[to]).toBeCloseTo(Number(last), 4);
      expect(stepTime[to]).toBe(seconds(time));
      expect(Math.abs((capacity[to] ?? NaN) - Number(steps))).toBeLessThanOrEqual(0.5e-5 + 1e-9);
    }
  });
});
