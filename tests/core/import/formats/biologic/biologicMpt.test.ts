import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  expectData,
  firstDataset,
  importBytes,
  importFixture,
  namesOf,
  valuesOf,
} from '../../../../support/importBytes.ts';
import { sharedFile } from '../../../../support/sharedData.ts';

const TWINS = ['gcpl.cp1252.mpt', 'gcpl.utf8-lf.mpt', 'gcpl.decimal-comma.mpt', 'gcpl.no-header.txt'];

describe.each(TWINS)('the run as %s', (name) => {
  test('has the nine rows that were written, in core units', async () => {
    const outcome = await importFixture(`biologic/${name}`);
    const run = firstDataset(outcome);
    expect(run.kind).toBe('cycling');
    expect(valuesOf(run, 'time_s')).toEqual([100, 110, 120, 130, 140, 150, 160, 170, 180]);
    expect(valuesOf(run, 'current_A')).toEqual([0, 4e-4, 4e-4, 4e-4, 4e-4, -4e-4, -4e-4, -4e-4, -4e-4]);
    expect(valuesOf(run, 'voltage_V')).toEqual([
      0.05, 0.081, 0.082, 0.083, 0.084, -0.082, -0.083, -0.084, -0.085,
    ]);
    expect(valuesOf(run, 'mode')).toEqual([3, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(valuesOf(run, 'halfCycle')).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1]);
    expect(valuesOf(run, 'halfCycleCharge_Ah').at(-1)).toBeCloseTo((-4 * 0.4e-3 * 10) / 3600, 15);
    expect(expectData(outcome).receipt).toMatchObject({
      format: 'biologic-mpt',
      rowsRead: 9,
      rowsRejected: 0,
      complete: true,
    });
  });
});

describe('the header of a text export', () => {
  test('is the same from windows-1252, UTF-8 and decimal comma', async () => {
    const [plain, utf8, comma] = await Promise.all(
      TWINS.slice(0, 3).map(async (name) => firstDataset(await importFixture(`biologic/${name}`)).metadata),
    );
    expect(utf8).toEqual(plain);
    const numbers = { area_cm2: 0.785, batteryCapacity_mAh: 1250, activeMass_mg: null };
    expect(plain).toMatchObject(numbers);
    expect(comma).toMatchObject({ ...numbers, startedAt: '2025-03-04T10:20:30.250' });
    expect(plain).toMatchObject({
      technique: 'Galvanostatic Cycling with Potential Limitation',
      startedAt: '2025-03-04T10:20:30.250',
      techniqueStartedAt: '2025-03-04T10:22:10.250',
      electrodeMaterial: 'Li-Hg',
      electrolyte: 'LLTO',
      comments: 'hand-written, no measurement\n25 °C',
      'setting Is': '0.000 | 0.400 | -0.400',
      'setting t1 (h:m:s)': '0:01:40.0000 | 0:00:40.0000 | pass',
      settingsModified: 1,
    });
  });

  test('gives no default of the software as a value, and says so', async () => {
    const { receipt, datasets } = expectData(await importFixture('biologic/gcpl.cp1252.mpt'));
    expect(datasets[0]?.metadata['activeMass_mg']).toBeNull();
    expect(receipt.warnings.filter(({ code }) => code === 'default-metadata')).toEqual([
      { code: 'default-metadata', field: 'mass of active material', value: '7000 mg' },
    ]);
  });

  test('survives the loss of ² and °', async () => {
    const run = firstDataset(await importFixture('biologic/gcpl.damaged-micro.mpt'));
    expect(run.metadata['area_cm2']).toBe(0.785);
  });

  test('may be longer than the bytes that are looked at first', async () => {
    const text = readFileSync('tests/fixtures/biologic/gcpl.utf8-lf.mpt', 'utf8').split('\n');
    const padding = Array.from({ length: 4000 }, (_, i) => `filler ${i}`.padEnd(40));
    const count = Number(/\d+/.exec(text[1] ?? '')?.[0]) + padding.length;
    const long = [
      text[0],
      `Nb header lines : ${count}`,
      ...text.slice(2, 5),
      ...padding,
      ...text.slice(5),
    ].join('\n');
    expect(firstDataset(await importBytes(long, 'long.mpt')).rows).toBe(9);
  });

  test('is not trusted about where the table begins when lines were lost', async () => {
    const lines = readFileSync('tests/fixtures/biologic/gcpl.utf8-lf.mpt', 'utf8').split('\n');
    const shorter = [...lines.slice(0, 7), ...lines.slice(10)].join('\n');
    expect(firstDataset(await importBytes(shorter, 'shorter.mpt')).rows).toBe(9);
  });
});

describe('columns', () => {
  test('may be any subset in any order', async () => {
    const run = firstDataset(await importFixture('biologic/gcpl.time-voltage-current.txt'));
    expect(namesOf(run)).toEqual(['current_A', 'time_s', 'voltage_V']);
    expect(valuesOf(run, 'voltage_V')[1]).toBe(0.081);
  });

  test('with both <I> and I: the mean is the current, the sample stands beside it', async () => {
    const run = firstDataset(
      await importBytes('time/s\tEwe/V\tI/mA\t<I>/mA\t\n0\t1\t2\t3\n1\t1\t2\t3\n', 'a.txt'),
    );
    expect(valuesOf(run, 'current_A')).toEqual([0.003, 0.003]);
    expect(valuesOf(run, 'currentInstant_A')).toEqual([0.002, 0.002]);
  });

  test('with Ewe, Ece and Ewe-Ece: the voltage is Ewe against the reference', async () => {
    const run = firstDataset(
      await importBytes('time/s\tEwe/V\tEce/V\tEwe-Ece/V\t\n0\t3\t1\t2\n1\t3\t1\t2\n', 'a.txt'),
    );
    expect(valuesOf(run, 'voltage_V')).toEqual([3, 3]);
    expect(valuesOf(run, 'counterVoltage_V')).toEqual([1, 1]);
    expect(valuesOf(run, 'cellVoltage_V')).toEqual([2, 2]);
    expect(run.metadata['voltageIs']).toBe('Ewe, working against reference electrode');
  });

  test('with Ewe-Ece alone: that is the voltage, and the metadata says so', async () => {
    const run = firstDataset(await importBytes('time/s\tEwe-Ece/V\tI/mA\t\n0\t2\t1\n1\t2\t1\n', 'a.txt'));
    expect(valuesOf(run, 'voltage_V')).toEqual([2, 2]);
    expect(run.metadata['voltageIs']).toContain('working and counter electrode');
  });

  test('in a unit the user chose are converted', async () => {
    const run = firstDataset(await importBytes('time/h\tEwe/mV\tI/A\ttime/s\t\n1\t250\t2\t7\n', 'a.txt'));
    expect(valuesOf(run, 'voltage_V')).toEqual([0.25]);
    expect(valuesOf(run, 'current_A')).toEqual([2]);
    expect(valuesOf(run, 'time_s')).toEqual([3600]);
  });

  test('without time are refused by name', async () => {
    const outcome = await importBytes('Ewe/V\tI/mA\t\n1\t2\n', 'a.txt');
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'missing-column', wanted: 'time' } });
  });

  test('with time, current and voltage are read even where the frequency of its impedance rows is lost', async () => {
    const text = 'time/s\tEwe/V\tI/mA\t|Z|/Ohm\tPhase(Z)/deg\t\n0\t1\t2\t0\t0\n1\t1\t2\t5\t-10\n';
    expect(firstDataset(await importBytes(text, 'a.txt'))).toMatchObject({ kind: 'cycling', rows: 2 });
    const spectrum = 'Re(Z)/Ohm\t-Im(Z)/Ohm\ttime/s\tEwe/V\t\n1\t2\t0\t3\n2\t1\t1\t3\n';
    expect(await importBytes(spectrum, 'a.txt')).toMatchObject({
      problem: { code: 'missing-column', wanted: 'frequency' },
    });
  });

  test('whose titles were damaged are named in a warning', async () => {
    const { receipt } = expectData(await importFixture('biologic/clock-times.mpt'));
    expect(receipt.warnings.map(({ code }) => code)).toContain('damaged-text');
  });

  test('with wall-clock times get a test time from the start of the acquisition', async () => {
    const run = firstDataset(await importFixture('biologic/clock-times.mpt'));
    expect(valuesOf(run, 'time_s')).toEqual([1.707, 2.707]);
    expect(valuesOf(run, 'clock_s')[0]).toBeCloseTo(Date.UTC(2024, 10, 20, 11, 38, 41, 707) / 1000, 3);
    expect(valuesOf(run, 'temperature_degC')).toEqual([21, 22]);
    expect(valuesOf(run, 'current_A')).toEqual([0, -0.45]);
  });
});

describe('a lost title', () => {
  test('is not guessed when nothing proves which one it is', async () => {
    const outcome = await importFixture('biologic/lost-title.unprovable.txt');
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'malformed', line: 2 } });
  });

  const whole = sharedFile('biologic/impedance.py/exampleDataBioLogic.mpt');
  test.skipIf(!whole).each(['MissingFreq', 'NoImZ'])('of %s is proven by |Z|, phase and Cs', async (name) => {
    const truth = firstDataset(await importBytes(readFileSync(whole ?? ''), 'whole.mpt'));
    const path = sharedFile(`biologic/impedance.py/exampleDataBioLogic_${name}.mpt`) ?? '';
    const outcome = expectData(await importBytes(readFileSync(path), name));
    const [spectrum] = outcome.datasets;
    for (const { name: column, values } of truth.columns) {
      expect([column, spectrum?.columns.find((each) => each.name === column)?.values]).toEqual([
        column,
        values,
      ]);
    }
    expect(outcome.receipt.warnings.map(({ code }) => code)).toContain('column-mismatch');
  });
});

describe('impedance inside a Modulo Bat run', () => {
  test('becomes one spectrum a sweep, the other rows stay the run', async () => {
    const { datasets } = expectData(await importFixture('biologic/modulo-bat.two-loops.mpt'));
    expect(datasets.map(({ kind, rows }) => [kind, rows])).toEqual([
      ['cycling', 4],
      ['impedance', 3],
      ['impedance', 3],
    ]);
    const [run, first, second] = datasets;
    if (!run || !first || !second) throw new Error('three datasets');
    expect(valuesOf(run, 'time_s')).toEqual([0, 10, 23, 33]);
    expect(namesOf(run)).not.toContain('zRe_ohm');
    expect(valuesOf(first, 'frequency_Hz')).toEqual([1000, 100, 10]);
    expect(valuesOf(first, 'zRe_ohm')).toEqual([10, 20, 30]);
    expect(valuesOf(second, 'zRe_ohm')).toEqual([11, 21, 31]);
    expect(valuesOf(second, 'zIm_ohm')).toEqual([-1, -5, -2]);
    expect(second.label).toMatch(/impedance 2 of 2$/);
    expect(second.metadata).toMatchObject({ spectrum: 2, spectra: 2, loop: 2, loops: 2 });
    expect(second.metadata).toMatchObject({ sweepStart_s: 43, sweepEnd_s: 45 });
  });

  test('keeps the sign of a column that is titled Im(Z) without minus', async () => {
    const spectrum = firstDataset(
      await importBytes('freq/Hz\tRe(Z)/Ohm\tIm(Z)/Ohm\t\n100\t5\t-1\n10\t6\t-2\n', 'a.txt'),
    );
    expect(valuesOf(spectrum, 'zIm_ohm')).toEqual([-1, -2]);
  });
});
