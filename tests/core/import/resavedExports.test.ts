/** Exports that a spreadsheet, a script or a crash has changed on their way here: right data, or a problem that names it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { convertUnit } from '#core/import/headerTitle.ts';
import {
  expectData,
  firstDataset,
  FIXTURES,
  importBytes,
  importFixture,
  valuesOf,
} from '../../support/importBytes.ts';

const fixtureText = (path: string) => readFileSync(join(FIXTURES, path), 'utf8');
const MPT = fixtureText('biologic/gcpl.utf8-lf.mpt');
const MPT_HEADER_LINES = Number(/Nb header lines : (\d+)/.exec(MPT)?.[1]);
const LAYERED = fixtureText('neware/layered.broken-rows.csv');

/** A Neware table of two rows; the second is a charge of 1 mA at 0.1 V one day after the first. */
const NEWARE = [
  'DataPoint,Cycle Index,Step Index,Step Type,Time,Total Time,Current(mA),Voltage(V),Date',
  '1,1,1,Rest,0:00:00,0:00:00,0,0,2024-03-06 12:00:00',
  '2,1,2,CC Chg,0:00:01,24:00:00,1,0.1,2024-03-07 12:00:00',
];
const lines = (...rows: readonly string[]) => `${rows.join('\r\n')}\r\n`;

describe('lines above an EC-Lab export', () => {
  test.for(['', 'sep=\t', 'copied by someone\nfrom the lab computer'])(
    '%j are passed over',
    async (above) => {
      const plain = firstDataset(await importBytes(MPT));
      const dataset = firstDataset(await importBytes(`${above}\n${MPT}`));
      expect(dataset.metadata).toEqual(plain.metadata);
      expect(valuesOf(dataset, 'time_s')).toEqual(valuesOf(plain, 'time_s'));
    },
  );
});

test('blank lines and a separator line above a Neware table in three layers are passed over', async () => {
  const plain = firstDataset(await importFixture('neware/layered.broken-rows.csv'));
  const spaced = firstDataset(await importBytes(`sep=,\n\n${LAYERED.replaceAll('\n', '\n\n')}`));
  for (const name of ['time_s', 'current_A', 'cycle', 'step'])
    expect(valuesOf(spaced, name)).toEqual(valuesOf(plain, name));
});

test('an EC-Lab export with every cell in quotes keeps its columns', async () => {
  const quoted = MPT.split('\n').map((line, i) =>
    i < MPT_HEADER_LINES - 1 || line === ''
      ? line
      : line
          .trimEnd()
          .split('\t')
          .map((cell) => `"${cell}"`)
          .join('\t'),
  );
  const plain = firstDataset(await importBytes(MPT));
  const dataset = firstDataset(await importBytes(quoted.join('\n')));
  expect(dataset.columns.map(({ name, values }) => [name, [...values]])).toEqual(
    plain.columns.map(({ name, values }) => [name, [...values]]),
  );
});

test('an EC-Lab export whose titles are in capitals is refused with the line and its text', async () => {
  const all = MPT.split('\n');
  all[MPT_HEADER_LINES - 1] = (all[MPT_HEADER_LINES - 1] ?? '').toUpperCase();
  expect(await importBytes(all.join('\n'))).toMatchObject({
    ok: false,
    problem: {
      code: 'malformed',
      line: MPT_HEADER_LINES,
      what: expect.stringContaining('MODE\tOX/RED') as string,
    },
  });
});

test('an EC-Lab export of which no row can be read says so, and does not claim to be empty', async () => {
  const text = MPT.split('\n').map((line, i) => (i < MPT_HEADER_LINES ? line : line.replace(/^\d/, 'x')));
  expect(await importBytes(text.join('\n'))).toMatchObject({
    ok: false,
    problem: {
      code: 'malformed',
      line: MPT_HEADER_LINES + 1,
      what: expect.stringContaining('"x"') as string,
    },
  });
});

test('lines that end in carriage returns alone are refused with the reason', async () => {
  for (const text of [MPT.replaceAll('\n', '\r'), NEWARE.join('\r')]) {
    expect(await importBytes(text)).toMatchObject({
      ok: false,
      problem: { code: 'malformed', what: expect.stringContaining('carriage returns') as string },
    });
  }
});

test('a short table with a tail of NUL bytes is read, and its tail counted', async () => {
  const bytes = Buffer.concat([Buffer.from(lines(...NEWARE)), Buffer.alloc(4096)]);
  expect(expectData(await importBytes(bytes)).receipt).toMatchObject({
    format: 'neware-csv',
    rowsRead: 2,
    rowsRejected: 1,
  });
});

describe('dates that a spreadsheet has rewritten', () => {
  const withDate = (date: string) =>
    lines(...NEWARE.slice(0, 2).map((line) => line.replace('2024-03-06 12:00:00', date)));

  test('are read where one part can only be the day', async () => {
    const dataset = firstDataset(await importBytes(withDate('9/20/2024 8:32')));
    // date -u -d '2024-09-20 08:32' +%s
    expect(valuesOf(dataset, 'clock_s')).toEqual([1726821120]);
  });

  test('stay text, with a warning, where day and month cannot be told apart', async () => {
    const outcome = expectData(await importBytes(withDate('3/6/2024 8:32')));
    expect(outcome.receipt.warnings).toContainEqual({
      code: 'ambiguous-dates',
      column: 'Date',
      example: '3/6/2024 8:32',
    });
    expect(firstDataset(outcome).columns.map(({ name }) => name)).not.toContain('clock_s');
    expect(outcome.receipt.rowsRead).toBe(1);
  });
});

test('a total time with days in words counts on', async () => {
  const text = lines(...NEWARE).replace('24:00:00', '"1 day, 2:03:04"');
  // 86400 + 2 × 3600 + 3 × 60 + 4
  expect(valuesOf(firstDataset(await importBytes(text)), 'time_s')).toEqual([0, 93_784]);
});

test('a minus sign of a word processor is a minus sign', async () => {
  const text = lines(...NEWARE).replace(',1,0.1,', ',\u22121.5,0.1,');
  expect(valuesOf(firstDataset(await importBytes(text)), 'current_A')).toEqual([0, -0.0015]);
});

test('a table in small letters, data_point in front, is not taken for a crystal structure', async () => {
  const text = lines('data_point,test_time,current,voltage', '1,0,0,0.1');
  const outcome = await importBytes(text);
  expect(outcome).toMatchObject({ ok: false, problem: { code: 'unknown-unit', column: 'test_time' } });
});

describe('units in letters of another size', () => {
  test.each([
    ['ma', 'A', -3],
    ['a', 'A', 0],
    ['v', 'V', 0],
    ['mah', 'Ah', -3],
    ['mA.H', 'Ah', -3],
    ['S', 's', 0],
  ])('%s is 10^%i of %s', (written, wanted, decimalShift) => {
    expect(convertUnit(written, wanted)).toEqual({ unit: wanted, decimalShift, factor: 1 });
  });

  test.each([
    ['MV', 'V'],
    ['MA', 'A'],
    ['MAh', 'Ah'],
    ['MAH', 'Ah'],
  ])('%s is refused: milli or mega cannot be told', (written, wanted) => {
    expect(convertUnit(written, wanted)).toBeUndefined();
  });

  test('megohm and megahertz stay what they are', () => {
    expect(convertUnit('MOhm', 'ohm')).toMatchObject({ decimalShift: 6 });
    expect(convertUnit('MHz', 'Hz')).toMatchObject({ decimalShift: 6 });
  });
});

test('rows of blank cells below a table are counted and are no records', async () => {
  const blank = ','.repeat(8);
  const { receipt, datasets } = expectData(await importBytes(lines(...NEWARE, blank, blank)));
  expect(receipt).toMatchObject({ rowsRead: 2, rowsRejected: 2 });
  expect(receipt.rejectedLines.map(({ line }) => line)).toEqual([4, 5]);
  expect(datasets[0]?.rows).toBe(2);
});

test('a table with titles in the style of EC-Lab and a capital letter is read in its own units', async () => {
  const dataset = firstDataset(await importBytes('Time/h\tI/mA\tEwe/V\n0\t1.5\t3.1\n1.5\t-1.5\t3\n'));
  expect(valuesOf(dataset, 'time_s')).toEqual([0, 5400]);
  expect(valuesOf(dataset, 'current_A')).toEqual([0.0015, -0.0015]);
});

test.each([
  [`Frequency (Hz),Z' (Ohm),-Z'' (Ohm)`, [-2, -3]],
  [`Frequency (Hz),Z' (Ohm),Z'' (Ohm)`, [2, 3]],
])('a spectrum under %s keeps the true sign', async (titles, zIm_ohm) => {
  const spectrum = firstDataset(await importBytes(lines(titles, '100,5,2', '10,6,3')));
  expect(spectrum.kind).toBe('impedance');
  expect(valuesOf(spectrum, 'zRe_ohm')).toEqual([5, 6]);
  expect(valuesOf(spectrum, 'zIm_ohm')).toEqual(zIm_ohm);
});
