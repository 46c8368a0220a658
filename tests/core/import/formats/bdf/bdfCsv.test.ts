import { describe, expect, test } from 'vitest';
import { csvText } from '#core/export/csvText.ts';
import type { Dataset } from '#core/dataset.ts';
import {
  expectData,
  firstDataset,
  importBytes,
  importFixture,
  namesOf,
  textsOf,
  valuesOf,
} from '../../../../support/importBytes.ts';

describe('Battery Data Format CSV', () => {
  test('is read by machine names', async () => {
    const text =
      'test_time_second,voltage_volt,current_ampere,cycle_count,temperature_t2_celsius\n0,3.7,0.1,1,25\n1,3.6,0.1,1,26\n';
    const outcome = expectData(await importBytes(text));
    expect(outcome.receipt.format).toBe('bdf-csv');
    const dataset = firstDataset(outcome);
    expect(namesOf(dataset)).toEqual(['time_s', 'voltage_V', 'current_A', 'cycle', 'temperatureT2_degC']);
    expect(valuesOf(dataset, 'voltage_V')).toEqual([3.7, 3.6]);
  });

  test('is read by labels with the unit behind a slash', async () => {
    const text =
      'Test Time / s,Voltage / V,Current / A,Cycle Count / 1,Charging Capacity / Ah\n0,3.7,0.1,1,0\n';
    const dataset = firstDataset(await importBytes(text));
    expect(namesOf(dataset)).toEqual(['time_s', 'voltage_V', 'current_A', 'cycle', 'chargeCapacity_Ah']);
  });
});

describe('what convert writes', () => {
  const same = (a: Dataset, b: Dataset): void => {
    expect(namesOf(b)).toEqual(namesOf(a));
    for (const column of a.columns) {
      if (column.categories) expect(textsOf(b, column.name)).toEqual(textsOf(a, column.name));
      else expect(valuesOf(b, column.name)).toEqual([...column.values]);
      expect(b.columns.find(({ name }) => name === column.name)?.unit).toBe(column.unit);
    }
  };

  test.each([
    ['neware/flat.milliampere.csv', 'core', 'amalgam-csv'],
    ['neware/bts7-layered.csv', 'core', 'amalgam-csv'],
    ['arbin/mits7-names.csv', 'core', 'amalgam-csv'],
    ['arbin/database.csv', 'bdf', 'bdf-csv'],
    ['neware/flat.milliampere.csv', 'bdf', 'bdf-csv'],
  ] as const)('of %s with %s names is read back to identical columns', async (fixture, names, format) => {
    const first = firstDataset(await importFixture(fixture));
    const again = expectData(await importBytes([...csvText(first, names)].join('')));
    expect(again.receipt.format).toBe(format);
    same(first, firstDataset(again));
  });

  test('of a spectrum is read back as a spectrum with the true sign of Im Z', async () => {
    const text = 'frequency_Hz,zRe_ohm,zIm_ohm\n1000,10,-1\n100,11,-2\n10,12,-3\n';
    const dataset = firstDataset(await importBytes(text));
    expect(dataset).toMatchObject({ kind: 'impedance', rows: 3 });
    expect(valuesOf(dataset, 'zIm_ohm')).toEqual([-1, -2, -3]);
  });
});

describe('a table of no vendor', () => {
  test.each([
    ['Time (h),Current (mA),Voltage (mV)\n0,5,80\n0.5,-5,-80\n', 1800],
    ['t [s]\tI [A]\tU [V]\n0\t0.005\t0.08\n10\t-0.005\t-0.08\n', 10],
    ['time/min;I/uA;E/V\n0;5000;0,08\n2,5;-5000;-0,08\n', 150],
  ])('with units in its titles is read: %j', async (text, lastTime_s) => {
    const dataset = firstDataset(await importBytes(text));
    expect(valuesOf(dataset, 'time_s')).toEqual([0, lastTime_s]);
    expect(valuesOf(dataset, 'current_A')).toEqual([0.005, -0.005]);
    expect(valuesOf(dataset, 'voltage_V')).toEqual([0.08, -0.08]);
  });

  test('without units is refused by the name of the column, not guessed', async () => {
    expect(await importBytes('time,current,voltage\n0,5,80\n')).toMatchObject({
      ok: false,
      problem: { code: 'unknown-unit', column: 'time', unit: 'none given' },
    });
  });

  test('with direct-current and impedance rows gives the run and each sweep', async () => {
    const text = [
      'Elapsed Time (s),Current (A),Potential (V),Frequency (Hz),Zre (ohms),-Zim (ohms)',
      '0,0.1,3,0,0,0',
      '1,0,3,1000,10,1',
      '2,0,3,100,11,2',
      '3,0,3,1000,10,1',
      '4,0,3,100,12,3',
    ].join('\n');
    const { datasets, receipt } = expectData(await importBytes(text));
    expect(datasets.map(({ kind, rows }) => [kind, rows])).toEqual([
      ['cycling', 1],
      ['impedance', 2],
      ['impedance', 2],
    ]);
    expect(datasets[2]?.columns.find(({ name }) => name === 'zIm_ohm')?.values).toEqual(
      Float64Array.of(-1, -3),
    );
    expect(receipt.rowsRead).toBe(5);
  });
});
