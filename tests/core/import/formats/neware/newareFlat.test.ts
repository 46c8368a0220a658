import { describe, expect, test } from 'vitest';
import {
  expectData,
  firstDataset,
  importBytes,
  importFixture,
  namesOf,
  textsOf,
  valuesOf,
} from '../../../../support/importBytes.ts';

describe('a flat table of BTSDA 8', () => {
  test('gives canonical units from the units in the titles, exactly', async () => {
    const dataset = firstDataset(await importFixture('neware/flat.milliampere.csv'));
    expect(valuesOf(dataset, 'current_A')).toEqual([0, 0, 0.005, 0.005, -0.005, -0.005]);
    expect(valuesOf(dataset, 'voltage_V')).toEqual([0.0123, 0.0122, 0.08, 0.085, -0.08, -0.085]);
    expect(valuesOf(dataset, 'capacity_Ah')).toEqual([0, 0, 0, 0.0005, 0, 0.0005007]);
    expect(valuesOf(dataset, 'power_W')).toEqual([0, 0, 0.0004, 0.000425, -0.0004, -0.000425]);
  });

  test('keeps time within the step apart from test time beyond 24 h', async () => {
    const dataset = firstDataset(await importFixture('neware/flat.milliampere.csv'));
    expect(valuesOf(dataset, 'time_s')).toEqual([0, 86400, 86400, 86760, 86760, 87120.5]);
    expect(valuesOf(dataset, 'stepTime_s')).toEqual([0, 86400, 0, 360, 0, 360.5]);
    // date -u -d '2026-01-06 08:12:00.500' +%s.%N
    expect(valuesOf(dataset, 'clock_s').at(-1)).toBe(1767687120.5);
  });

  test('keeps step types as text, sensors under their own names and the switch without a warning', async () => {
    const outcome = expectData(await importFixture('neware/flat.milliampere.csv'));
    const dataset = firstDataset(outcome);
    expect(textsOf(dataset, 'stepType')).toEqual(['Rest', 'Rest', 'CC Chg', 'CC Chg', 'CC DChg', 'CC DChg']);
    expect(valuesOf(dataset, 'temperatureT2_degC')[5]).toBe(25.5);
    expect(namesOf(dataset)).toContain('V1(V)');
    expect(outcome.receipt.warnings.filter(({ code }) => code === 'unknown-column')).toEqual([]);
  });

  test('reads the trailing comma as no column and rejects nothing', async () => {
    const { receipt } = expectData(await importFixture('neware/flat.milliampere.csv'));
    expect(receipt).toMatchObject({ format: 'neware-csv', rowsRead: 6, rowsRejected: 0, delimiter: ',' });
    expect(receipt.vendorUnits).toMatchObject({ current_A: 'mA', voltage_V: 'V', capacity_Ah: 'mAh' });
    expect(receipt.signRule).toContain('signed in the file');
  });

  test.each(['neware/flat.microampere.cp1252.csv', 'neware/flat.microampere-lost.csv'])(
    'reads µA, mV and mAs from %s',
    async (fixture) => {
      const dataset = firstDataset(await importFixture(fixture));
      expect(valuesOf(dataset, 'current_A')).toEqual([0.0015, 0.0015]);
      expect(valuesOf(dataset, 'voltage_V')).toEqual([0.0815, 0.0825]);
      // 15 mAs = 15/3600 mAh
      expect(valuesOf(dataset, 'capacity_Ah')[1]).toBeCloseTo(15e-3 / 3600, 15);
    },
  );

  test('says that the micro sign was lost', async () => {
    const { receipt } = expectData(await importFixture('neware/flat.microampere-lost.csv'));
    expect(receipt.warnings.map(({ code }) => code)).toContain('damaged-text');
  });

  test('refuses a current without a unit, by the title of its column', async () => {
    const text = 'DataPoint,Cycle Index,Step Type,Total Time,Current,Voltage(V)\n1,1,Rest,00:00:00,0,0.1\n';
    expect(await importBytes(text)).toMatchObject({
      ok: false,
      format: 'neware-csv',
      problem: { code: 'unknown-unit', column: 'Current', unit: 'none given' },
    });
  });

  test('names the missing column when neither voltage nor time can be had', async () => {
    const text = 'DataPoint,Cycle Index,Step Type,Current(mA),Capacity(mAh)\n1,1,Rest,0,0\n';
    expect(await importBytes(text)).toMatchObject({
      ok: false,
      problem: { code: 'missing-column', wanted: 'time' },
    });
  });
});

describe('Chinese titles', () => {
  const files = ['chinese.gb18030.csv', 'chinese.utf8.csv', 'chinese.utf8-bom.csv'];

  test.each(files)('are understood in %s', async (file) => {
    const dataset = firstDataset(await importFixture(`neware/${file}`));
    expect(valuesOf(dataset, 'time_s')).toEqual([0, 600, 600, 960, 960, 1320]);
    expect(valuesOf(dataset, 'current_A')).toEqual([0, 0, 0.005, 0.005, -0.005, -0.005]);
    expect(valuesOf(dataset, 'voltage_V')).toEqual([0.0101, 0.01, 0.0801, 0.0851, -0.0801, -0.0851]);
    expect(valuesOf(dataset, 'dischargeCapacity_Ah')).toEqual([0, 0, 0, 0, 0, 0.0005]);
    expect(valuesOf(dataset, 'cycle')).toEqual([1, 1, 1, 1, 1, 1]);
    expect(valuesOf(dataset, 'step')).toEqual([1, 1, 2, 2, 3, 3]);
    expect(valuesOf(dataset, 'temperatureT1_degC')[5]).toBe(25.2);
    expect(textsOf(dataset, 'stepType')).toEqual(['Rest', 'Rest', 'CC Chg', 'CC Chg', 'CC DChg', 'CC DChg']);
  });

  test('name the encoding in the receipt', async () => {
    const encodings = await Promise.all(
      files.map(async (file) => expectData(await importFixture(`neware/${file}`)).receipt.encoding),
    );
    expect(encodings).toEqual(['gb18030', 'utf-8', 'utf-8']);
  });
});

describe('an unsigned current', () => {
  test('takes its sign from the step type and says so', async () => {
    const outcome = expectData(await importFixture('neware/chinese-unsigned.utf8.csv'));
    const dataset = firstDataset(outcome);
    expect(valuesOf(dataset, 'current_A')).toEqual([0, 0, 0.005, 0.005, -0.005, -0.005]);
    expect(outcome.receipt.signRule).toContain('unsigned in the file');
  });

  test('stays as it is where the step type names no direction, with a warning', async () => {
    const text = [
      'DataPoint,Cycle Index,Step Index,Step Type,Total Time,Current(mA),Voltage(V)',
      '1,1,1,SIM,00:00:00,5,0.1',
      '2,1,2,CC DChg,00:00:10,5,-0.1',
    ].join('\n');
    const outcome = expectData(await importBytes(text));
    expect(valuesOf(firstDataset(outcome), 'current_A')).toEqual([0.005, -0.005]);
    expect(outcome.receipt.warnings.map(({ code }) => code)).toContain('current-sign');
  });
});

describe('a table without test time', () => {
  test('gets it by joining the step times', async () => {
    const dataset = firstDataset(await importFixture('neware/chinese-unsigned.utf8.csv'));
    expect(valuesOf(dataset, 'time_s')).toEqual([0, 60, 60, 180, 180, 300]);
    expect(dataset.columns.find(({ name }) => name === 'time_s')?.derivedBy).toContain('step times');
  });

  test('takes a time that never starts again as test time', async () => {
    const text =
      'Record number,Cycle,Step,State,Time(s),Cur(mA),Voltage(V)\n1,1,1,Rest,0,0,1\n2,1,2,CC Chg,5,1,1\n';
    expect(valuesOf(firstDataset(await importBytes(text)), 'time_s')).toEqual([0, 5]);
  });
});
