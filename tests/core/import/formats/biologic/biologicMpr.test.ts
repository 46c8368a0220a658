import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { summariseCycling } from '#core/cycling/summariseCycling.ts';
import { memorySource } from '#core/import/byteSource.ts';
import { readMprModules } from '#core/import/formats/biologic/mprModules.ts';
import { parseMprLog, parseMprSettings } from '#core/import/formats/biologic/mprSettings.ts';
import {
  expectData,
  firstDataset,
  importBytes,
  importSource,
  namesOf,
  valuesOf,
} from '../../../../support/importBytes.ts';
import { sharedFile } from '../../../../support/sharedData.ts';
import { record, writeMpr, type MprShape } from './writeMpr.ts';

const LAST = 0x40;
/** mode, ox/red, error, control changes, Ns changes, counter inc., time, Ewe, I. */
const IDS = [1, 2, 3, 21, 31, 65, 4, 6, 8];
const RECORDS = [record(0x31, 0, 0.5, 2), record(0x8e, 10, 0.25, -4), record(0x43, 20, 0.125, 0)];

const LAYOUTS: readonly (readonly [name: string, shape: Pick<MprShape, 'layout' | 'dataVersion'>])[] = [
  ['old, version 0', { layout: 'old', dataVersion: 0 }],
  ['old, version 2', { layout: 'old', dataVersion: 2 }],
  ['old, version 3', { layout: 'old', dataVersion: 3 }],
  ['new, version 11', { layout: 'new', dataVersion: 11 }],
];

describe.each(LAYOUTS)('a file of the %s layout', (_, layout) => {
  test('gives its rows, units and all flag bits', async () => {
    const run = firstDataset(await importBytes(writeMpr({ ...layout, ids: IDS, records: RECORDS }), 'a.mpr'));
    expect(valuesOf(run, 'time_s')).toEqual([0, 10, 20]);
    expect(valuesOf(run, 'voltage_V')).toEqual([0.5, 0.25, 0.125]);
    expect(valuesOf(run, 'current_A')).toEqual([0.002, -0.004, 0]);
    // 0x31 = 0011 0001, 0x8e = 1000 1110, 0x43 = 0100 0011
    expect(valuesOf(run, 'mode')).toEqual([1, 2, 3]);
    expect(valuesOf(run, 'oxidation')).toEqual([0, 1, 0]);
    expect(valuesOf(run, 'error')).toEqual([0, 1, 0]);
    expect(valuesOf(run, 'controlChanges')).toEqual([1, 0, 0]);
    expect(valuesOf(run, 'stepChanges')).toEqual([1, 0, 0]);
    expect(valuesOf(run, 'counterIncrement')).toEqual([0, 1, 0]);
    expect(run.metadata['startedAt']).toBe('2025-03-04T12:00:00.000');
  });
});

const OLD: MprShape = { layout: 'old', dataVersion: 3, ids: IDS, records: RECORDS };

describe('columns the export has and the file lacks', () => {
  test('are computed and marked with their rule', async () => {
    const records = [record(1, 0, 3, 0.1), record(2, 60, 4, -0.2), record(LAST | 3, 120, 5, 0)];
    // mode, time (f64), control/V/mA, Ewe
    const run = firstDataset(await importBytes(writeMpr({ ...OLD, ids: [1, 4, 5, 6], records }), 'a.mpr'));
    expect(valuesOf(run, 'controlCurrent_A')).toEqual([0.003, 0, 0]);
    expect(valuesOf(run, 'controlVoltage_V')).toEqual([0, 4, 0]);
    const derived = run.columns.filter(({ derivedBy }) => derivedBy !== undefined);
    expect(derived.map(({ name, source }) => [name, source])).toEqual([
      ['controlVoltage_V', ''],
      ['controlCurrent_A', ''],
    ]);
  });

  test('the current of a run with dq alone is the charge over the time to the row before', async () => {
    // time f64, dq f64: two doubles a record behind the flag byte.
    const row = (flags: number, time: number, dq: number) => {
      const bytes = Buffer.from(record(flags, time, 0, 0));
      bytes.writeDoubleLE(dq, 9);
      return bytes;
    };
    const records = [row(1, 0, 0), row(1, 36, 0.01), row(LAST | 1, 72, -0.02)];
    const run = firstDataset(await importBytes(writeMpr({ ...OLD, ids: [1, 4, 7], records }), 'a.mpr'));
    // 0.01 mA.h in 36 s is 1 mA.
    expect(valuesOf(run, 'current_A')[0]).toBe(0);
    expect(valuesOf(run, 'current_A')[1]).toBeCloseTo(1e-3, 15);
    expect(valuesOf(run, 'current_A')[2]).toBeCloseTo(-2e-3, 15);
  });
});

describe('a file that has not ended', () => {
  const receiptOf = async (shape: MprShape) =>
    expectData(await importBytes(writeMpr(shape), 'a.mpr')).receipt;

  test('is told by a last row without its end mark', async () => {
    const receipt = await receiptOf({ ...OLD, records: RECORDS.slice(0, 2) });
    expect(receipt.complete).toBe(false);
    expect(receipt.warnings.map(({ code }) => code)).toContain('growing-file');
  });

  test('is told by a missing LOG module', async () => {
    expect((await receiptOf({ ...OLD, withLog: false })).complete).toBe(false);
    expect((await receiptOf(OLD)).complete).toBe(true);
  });

  const names = ['162649-2', '163649', '164650', '165650 - with mpt convert'];
  const paths = names.map((name) => sharedFile(`biologic/aurora-cycler-manager/file_2025-10-17_${name}.mpr`));
  test.skipIf(paths.includes(null))('harvested four times: each is the beginning of the next', async () => {
    const runs = await Promise.all(
      paths.map(async (path) => firstDataset(await importBytes(readFileSync(path ?? ''), 'a.mpr'))),
    );
    expect(runs.map(({ rows }) => rows)).toEqual([2, 600, 1202, 1803]);
    for (const [i, earlier] of runs.slice(0, -1).entries()) {
      const later = runs[i + 1] ?? earlier;
      expect(namesOf(later)).toEqual(namesOf(earlier));
      for (const name of namesOf(earlier)) {
        expect(valuesOf(later, name).slice(0, earlier.rows)).toEqual(valuesOf(earlier, name));
      }
    }
  });
});

describe('a damaged or foreign file', () => {
  test('with an unknown column id names the id and its place', async () => {
    const outcome = await importBytes(writeMpr({ ...OLD, ids: [1, 4, 6, 777] }), 'a.mpr');
    expect(outcome).toMatchObject({ problem: { code: 'unknown-column-id', id: 777, position: 4 } });
  });

  test('of an unknown data version is refused by version', async () => {
    const outcome = await importBytes(writeMpr({ ...OLD, dataVersion: 4 }), 'a.mpr');
    expect(outcome).toMatchObject({ problem: { code: 'unknown-version' } });
  });

  test('whose records do not fill the module is refused', async () => {
    const outcome = await importBytes(writeMpr({ ...OLD, ids: [1, 4, 6, 7] }), 'a.mpr');
    expect(outcome).toMatchObject({ problem: { code: 'malformed' } });
  });

  test('that declares four thousand million rows is refused without making room for them', async () => {
    const outcome = await importBytes(writeMpr({ ...OLD, declaredRows: 0xffffffff }), 'a.mpr');
    expect(outcome).toMatchObject({ problem: { code: 'malformed' } });
  });

  test('cut at any byte ends in a problem or in whole rows and a warning', async () => {
    const whole = writeMpr({ ...OLD, loops: [0, 1, 3] });
    const truth = firstDataset(await importBytes(whole, 'a.mpr'));
    let withRows = 0;
    for (let length = 1; length < whole.length; length += length < 60 ? 1 : 3) {
      const outcome = await importBytes(whole.subarray(0, length), 'a.mpr');
      if (!outcome.ok) continue;
      const [run] = outcome.datasets;
      if (!run) throw new Error('a dataset');
      expect(valuesOf(run, 'time_s')).toEqual(valuesOf(truth, 'time_s').slice(0, run.rows));
      if (run.rows < truth.rows) expect(outcome.receipt.complete).toBe(false);
      withRows++;
    }
    expect(withRows).toBeGreaterThan(100);
  });

  test('that shrinks while it is read gives the rows that were there', async () => {
    const bytes = writeMpr(OLD);
    const source = memorySource('a.mpr', bytes);
    const cut = bytes.length - 1200 - 57 - 20;
    const read = (start: number, end: number) => Promise.resolve(bytes.subarray(start, Math.min(end, cut)));
    const outcome = expectData(await importSource({ ...source, read, sizeNow: () => Promise.resolve(cut) }));
    expect(outcome.datasets[0]?.rows).toBe(1);
    expect(outcome.receipt.warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['growing-file', 'file-changed']),
    );
  });

  test('is left alone once the import is cancelled', async () => {
    const controller = new AbortController();
    controller.abort();
    const outcome = await importSource(memorySource('a.mpr', writeMpr(OLD)), { signal: controller.signal });
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
  });
});

test('a technique that recorded nothing is an empty dataset with a warning', async () => {
  const outcome = expectData(await importBytes(writeMpr({ ...OLD, records: [] }), 'a.mpr'));
  expect(outcome.datasets.map(({ rows }) => rows)).toEqual([0]);
  expect(outcome.receipt.warnings.map(({ code }) => code)).toContain('no-rows');
});

test('loops of an impedance run become spectra even where the frequency does not jump back', async () => {
  // freq f32, Re, -Im, time f64, no flag byte.
  const row = (frequency: number, time: number) => {
    const bytes = Buffer.alloc(20);
    for (const [i, value] of [frequency, 5, 1].entries()) bytes.writeFloatLE(value, 4 * i);
    bytes.writeDoubleLE(time, 12);
    return bytes;
  };
  const records = [row(8, 0), row(4, 1), row(2, 2), row(1, 3)];
  const bytes = writeMpr({ ...OLD, ids: [32, 37, 38, 4], records, loops: [0, 2, 4] });
  const { datasets } = expectData(await importBytes(bytes, 'a.mpr'));
  expect(datasets.map(({ kind, rows }) => [kind, rows])).toEqual([
    ['impedance', 2],
    ['impedance', 2],
  ]);
});

test('no charge passes in the pause between two loops', async () => {
  // I in mA f32, Ewe f32, time f64, no flag byte: 2 mA for 3600 s, a pause of 1800 s, 2 mA for 3600 s.
  const row = (time: number) => {
    const bytes = Buffer.alloc(16);
    bytes.writeFloatLE(2, 0);
    bytes.writeFloatLE(0.05, 4);
    bytes.writeDoubleLE(time, 8);
    return bytes;
  };
  const records = [0, 1800, 3600, 5400, 7200, 9000].map(row);
  const bytes = writeMpr({ ...OLD, ids: [8, 6, 4], records, loops: [0, 3] });
  const dataset = firstDataset(await importBytes(bytes, 'a.mpr'));
  expect(dataset.breaks).toEqual([3]);
  const outcome = summariseCycling(dataset, { area_cm2: null, mass_mg: null, setCurrent_A: null });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  // 2 mA × 2 h; with the pause it would be 5 mAh.
  expect(1000 * (outcome.run.integral.charge_Ah.at(-1) ?? NaN)).toBeCloseTo(4, 9);
});

test('an area is in the unit the file says: 2 is cm², 3 is mm², any other is not known', async () => {
  const areaOf = async (unit: number) => {
    const settings = Buffer.alloc(1856);
    settings.writeFloatLE(113.1, 0x211);
    settings.writeUInt8(unit, 0x250);
    return firstDataset(await importBytes(writeMpr({ ...OLD, settings }), 'a.mpr')).metadata['area_cm2'];
  };
  expect(await areaOf(2)).toBe(113.1);
  expect(await areaOf(3)).toBe(1.131);
  expect(await areaOf(1)).toBeNull();
});

describe('settings and log', () => {
  interface Expected {
    readonly settings: Readonly<Record<string, string | number>>;
    readonly log: Readonly<Record<string, string | number>>;
  }
  const CASES = [
    ['ca.mpr', 'ca-meta.json'],
    ['cp.mpr', 'cp-meta.json'],
    ['cp.mpr', 'CPmeta.json'],
    ['cv.mpr', 'cv-meta.json'],
    ['lsv.mpr', 'lsv-meta.json'],
    ['wait.mpr', 'WAITmeta.json'],
  ].map(([mpr = '', json = '']) => [mpr, json, sharedFile(`biologic/biologic-converter/${mpr}`)] as const);

  test.skipIf(CASES.some(([, , path]) => path === null)).each(CASES)(
    'of %s are those of %s',
    async (_, json, path) => {
      const expectedPath = sharedFile(`biologic/biologic-converter/expected/${json}`) ?? '';
      const { settings, log } = JSON.parse(readFileSync(expectedPath, 'utf8')) as Expected;
      const bytes = readFileSync(path ?? '');
      const found = await readMprModules(memorySource('a.mpr', bytes));
      if (!found.ok) throw new Error(found.problem.code);
      const dataOf = (name: string) => {
        const module = found.modules.find((each) => each.name === name);
        return bytes.subarray(module?.start, (module?.start ?? 0) + (module?.length ?? 0));
      };
      const set = parseMprSettings(dataOf('VMP Set'));
      expect({
        comments: set.comments,
        active_material_mass: set.activeMass_mg,
        at_x: set.atX,
        molecular_weight: set.molecularWeight_gPerMol,
        atomic_weight: set.atomicWeight_gPerMol,
        acquisition_start: set.xStart,
        e_transferred: set.electronsPerIon,
        electrode_material: set.electrodeMaterial,
        electrolyte: set.electrolyte,
        electrode_area: set.electrodeArea,
        reference_electrode: set.referenceElectrode,
        characteristic_mass: set.characteristicMass,
        battery_capacity: set.batteryCapacity_mAh,
        battery_capacity_unit: set.batteryCapacityUnit,
      }).toEqual(Object.fromEntries(Object.entries(settings).filter(([key]) => key !== 'technique')));
      const read = parseMprLog(dataOf('VMP LOG'));
      expect(read).toMatchObject({
        channel: Number(log['channel_number']) + 1,
        channelSerial: log['channel_sn'],
        potentialMin_V: log['Ewe_ctrl_min'],
        potentialMax_V: log['Ewe_ctrl_max'],
        startedAt_days: log['ole_timestamp'],
        file: log['filename'],
        host: log['host'],
        address: log['address'],
        softwareVersion: log['ec_lab_version'],
        serverVersion: log['server_version'],
        interpreterVersion: log['interpreter_version'],
        deviceSerial: log['device_sn'],
      });
    },
  );
});
