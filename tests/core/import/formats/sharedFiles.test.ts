/** Every Neware, Arbin and Battery Data Format table that lies beside the checkout imports, or is refused for the right reason. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importBytes } from '../../../support/importBytes.ts';
import { sharedFile, sharedFiles } from '../../../support/sharedData.ts';

const FOLDERS = ['neware', 'arbin', 'bdf'];

interface Table {
  readonly format: string;
  readonly kind: 'cycling';
  /** What a row of data looks like; left out: every line below the first. */
  readonly row?: RegExp;
}

const cycling = (format: string): Table => ({ format, kind: 'cycling' });

const TABLES: Readonly<Record<string, Table>> = {
  'neware/fastnda/interp-test.csv': cycling('neware-csv'),
  'neware/cellpy/neware_uio.csv': cycling('neware-csv'),
  // Records have two empty cells in front; the other rows are cycles and steps.
  'neware/cellpy/nw_regular_export_ife_example.csv': { ...cycling('neware-layered-csv'), row: /^,,\d/u },
  'neware/battery-data-format/SINTEF__SLPBA842124HV__2024-10-23__Rate_25degC__Neware__Time_Bug.bdf.csv':
    cycling('bdf-csv'),
  'arbin/PyProBE/sample_data_arbin.csv': cycling('arbin-csv'),
  'arbin/battery-data-format/tiny_arbin.csv': cycling('arbin-csv'),
  'arbin/beep/FastCharge_000025_CH8.csv': cycling('arbin-csv'),
  'bdf/battery-data-format/sample.bdf.csv': cycling('bdf-csv'),
};

/** Kinds that are known and not read, by what is known about the files, and how the refusal names them. */
const REFUSED: readonly (readonly [file: RegExp, format: string])[] = [
  [/\.parquet$/u, 'a Parquet table'],
  [/\.ndax$/u, 'a Neware .ndax file'],
  [/\.nda\.zip$/u, 'a ZIP archive'],
  [/\.xlsx$/u, 'an Excel workbook'],
  [/\.res\.gz$/u, 'a gzip archive'],
  [/\.res$/u, 'an Arbin .res database (Microsoft Access)'],
  [/_Metadata\.csv$/u, 'an Arbin metadata CSV (test name and schedule, no records)'],
  [/_GlobalInfo\.CSV$/u, 'an Arbin GlobalInfo CSV (test name and schedule, no records)'],
];

/** No measurement: notes, JSON. */
const UNKNOWN = /ReadMe\.txt$|\.json$/u;

function rowsIn(text: string, row: RegExp | undefined): number {
  const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== '');
  return row ? lines.filter((line) => row.test(line)).length : lines.length - 1;
}

describe.each(Object.entries(TABLES))('%s', (file, { format, kind, row }) => {
  const path = sharedFile(file);

  test.skipIf(!path)(`gives every row as ${kind}`, async () => {
    const bytes = readFileSync(path ?? '');
    const rows = rowsIn(bytes.toString('latin1'), row);
    const outcome = await importBytes(bytes, 'renamed.dat');
    expect(outcome).toMatchObject({
      ok: true,
      datasets: [{ kind, rows }],
      receipt: { format, rowsRead: rows, rowsRejected: 0, complete: true },
    });
  });
});

const others = FOLDERS.flatMap((folder) => sharedFiles(folder)).filter((file) => !(file in TABLES));

test.for(others)('%s is refused for the right reason', async (file) => {
  const outcome = await importBytes(readFileSync(sharedFile(file) ?? ''), 'renamed.csv');
  const format = REFUSED.find(([pattern]) => pattern.test(file))?.[1];
  // A file of another kind must be put into one of the lists above.
  expect([file, format !== undefined || UNKNOWN.test(file)]).toEqual([file, true]);
  const problem = format === undefined ? { code: 'unknown-format' } : { code: 'known-unsupported', format };
  expect(outcome).toMatchObject({ ok: false, problem });
});
