/** The vendor's own text export of a run is the truth for its binary file: column by column, row by row. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Dataset, MetadataValue } from '#core/dataset.ts';
import { expectData, importBytes } from '../../../../support/importBytes.ts';
import { sharedFile } from '../../../../support/sharedData.ts';
import { rejoin } from './rejoin.ts';
import { EXPECTED, readTruth, type Precision, type TruthColumn } from './mptTruth.ts';

const PAIRS: readonly (readonly [mpr: string, text: string])[] = [
  ...['ca', 'cp', 'cv', 'geis', 'lsv'].map(
    (n) => [`biologic-converter/${n}.mpr`, `biologic-converter/${n}.mpt`] as const,
  ),
  ...[
    'bcd.issue_241',
    'ca.issue_149',
    'coc.issue_185',
    'cp.issue_149',
    'cva.issue_202',
    'gcpl.issue_226.CxN',
  ].map((n) => [`battery-data-format/issue/${n}.mpr`, `battery-data-format/issue/${n}.mpt`] as const),
  ...['geis.issue_149', 'ocv.issue_149'].map(
    (n) => [`battery-data-format/issue/${n}.mpr`, `battery-data-format/issue/${n}.mpt`] as const,
  ),
  ['impedance.py/exampleDataBioLogic.mpr', 'impedance.py/exampleDataBioLogic.mpt'],
  ['hybrid-drt/PEIS_LPSCl_IonBlocking_-25C.mpr', 'hybrid-drt/PEIS_LPSCl_IonBlocking_-25C.txt'],
];

const importPath = (path: string) => importBytes(readFileSync(path), path);

/** Relative. Derived columns: the vendor computes some of them in single precision. */
const TOLERANCE: Readonly<Record<Precision | 'derived', number>> = {
  double: 1e-12,
  single: 1e-7,
  integer: 0,
  derived: 2e-7,
};

/** Text columns that the software computes from settings or geometry and that no rule is known for. */
const NOT_IN_BINARY =
  /^(x|step time|Energy|Capacitance|Pce|Pwe-ce|Rce|Rwe-ce|(Re|Im|Phase)\((C|M|Permittivity|Resistivity|Conductivity)\)|\|(C|M|Permittivity|Resistivity|Conductivity)\||Tan\(|Loss Angle|\|(Ewe|I) h[3-6]\|)/;

function coreName(
  title: string,
  titles: ReadonlyMap<string, TruthColumn>,
): readonly [string, number] | undefined {
  if (title === 'I/mA' && titles.has('<I>/mA')) return ['currentInstant_A', 1e-3];
  return EXPECTED[title];
}

function rowsBeyond(
  mine: readonly number[],
  truth: readonly number[],
  factor: number,
  tolerance: number,
): number[] {
  return truth.flatMap((value, row) => {
    const got = mine[row] ?? NaN;
    const wanted = value * factor;
    return got === wanted || Math.abs(got - wanted) <= tolerance * Math.abs(wanted) ? [] : [row];
  });
}

interface Difference {
  readonly title: string;
  readonly rows: readonly number[];
}

function isDerived(datasets: readonly Dataset[], name: string): boolean {
  return datasets.some(({ columns }) => columns.some((column) => column.name === name && column.derivedBy));
}

/** Impedance columns do not exist on direct-current rows, where the text prints zeros. */
function onlyMeasured(mine: readonly number[], truth: readonly number[]): readonly number[] {
  return truth.map((value, row) => (Number.isNaN(mine[row]) && value === 0 ? NaN : value));
}

async function compare(mprPath: string, textPath: string) {
  const { datasets } = expectData(await importPath(mprPath));
  const truth = readTruth(textPath);
  const mine = rejoin(datasets);
  const differences: Difference[] = [];
  const lacking: string[] = [];
  let compared = 0;
  for (const [title, column] of truth.columns) {
    const [name = '', factor = NaN] = coreName(title, truth.columns) ?? [];
    const values = mine.columns.get(name);
    if (!values) {
      lacking.push(title);
      continue;
    }
    compared++;
    const tolerance = TOLERANCE[isDerived(datasets, name) ? 'derived' : column.precision];
    const rows = rowsBeyond(values, onlyMeasured(values, column.values), factor, tolerance).filter(
      (row) => !Number.isNaN(values[row]),
    );
    if (rows.length > 0) differences.push({ title, rows });
  }
  return { rows: [mine.rows, truth.rows], differences, lacking, compared };
}

/** Both not set, or equal to the three decimals that the text prints. */
function expectRounded(binary: MetadataValue | undefined, text: MetadataValue | undefined): void {
  expect(binary === null).toBe(text === null);
  expect(Math.abs(Number(binary) - Number(text))).toBeLessThanOrEqual(5e-4);
}

/** Header fields that both files of a run hold; the model of the device stands in the text only. */
const SAME_METADATA = [
  ...['technique', 'startedAt', 'electrodeMaterial', 'electrolyte', 'comments', 'voltageIs', 'loops'],
  ...['channel', 'channelSerial', 'deviceSerial', 'software'],
];

/** What is known to differ, with the reason; each must really differ, or the exception is out of date. */
const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  // The export prints 0 from the fifth row on, the binary file and the vendor's JSON have the values.
  'biologic-converter/cp.mpr': ['<Ewe>/V'],
  // The export prints Capacity = 0 on the single row of a discharging half cycle that has Q discharge > 0.
  'battery-data-format/issue/cp.issue_149.mpr': ['Capacity/mA.h'],
  // Distortion was not measured: the export prints -1 and 0, the binary file holds numbers without meaning.
  'battery-data-format/issue/geis.issue_149.mpr': [
    ...['THD Ewe/%', 'NSD Ewe/%', 'NSR Ewe/%', '|Ewe h2|/V', '|Ewe h7|/V'],
    ...['THD I/%', 'NSD I/%', 'NSR I/%', '|I h2|/A', '|I h7|/A'],
  ],
};

describe.each(PAIRS)('%s', (mpr, text) => {
  const mprPath = sharedFile(`biologic/${mpr}`);
  const textPath = sharedFile(`biologic/${text}`);

  test.skipIf(!mprPath || !textPath)('agrees with the text export of the same run', async () => {
    const { rows, differences, lacking, compared } = await compare(mprPath ?? '', textPath ?? '');
    expect(rows[0]).toBe(rows[1]);
    expect(differences.map(({ title }) => title).sort()).toEqual([...(EXCEPTIONS[mpr] ?? [])].sort());
    expect(lacking.filter((title) => !NOT_IN_BINARY.test(title))).toEqual([]);
    expect(compared).toBeGreaterThanOrEqual(4);
  });

  test.skipIf(!mprPath || !textPath)('gives the same names, units and datasets as the text', async () => {
    const binary = expectData(await importPath(mprPath ?? ''));
    const exported = expectData(await importPath(textPath ?? ''));
    expect(exported.datasets.map(({ kind, rows }) => [kind, rows])).toEqual(
      binary.datasets.map(({ kind, rows }) => [kind, rows]),
    );
    for (const [d, dataset] of exported.datasets.entries()) {
      const units = new Map(binary.datasets[d]?.columns.map(({ name, unit }) => [name, unit]));
      for (const { name, unit } of dataset.columns)
        if (units.has(name)) expect([name, units.get(name)]).toEqual([name, unit]);
      for (const key of SAME_METADATA) {
        expect([key, binary.datasets[d]?.metadata[key]]).toEqual([key, dataset.metadata[key]]);
      }
      // The header of the text is rounded to three decimals.
      for (const key of ['area_cm2', 'batteryCapacity_mAh']) {
        expectRounded(binary.datasets[d]?.metadata[key], dataset.metadata[key]);
      }
    }
  });
});

test('every exception is about a pair in the list', () => {
  expect(Object.keys(EXCEPTIONS).filter((name) => !PAIRS.some(([mpr]) => mpr === name))).toEqual([]);
});
