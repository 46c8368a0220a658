/**
 * Every real impedance file beside the checkout imports, or is refused for the right reason. First and last points
 * were read off the files' own text, never off this program.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '#core/dataset.ts';
import { describeProblem } from '#core/describeProblem.ts';
import { expectData, importBytes, valuesOf } from '../../../support/importBytes.ts';
import { sharedFile, sharedFiles } from '../../../support/sharedData.ts';

const FOLDERS = ['ametek', 'autolab', 'chinstruments', 'gamry', 'generic-csv', 'ivium', 'zview'];

/** Frequency, Z' and Z''. */
type Point = readonly [frequency_Hz: number, zRe_ohm: number, zIm_ohm: number];

interface Spectrum {
  readonly format: string;
  readonly points: number;
  readonly first: Point;
  readonly last: Point;
  /** Rows of runs over time in the same file, in their order. */
  readonly runs?: readonly number[];
  readonly rejected?: number;
  readonly complete?: false;
  readonly warnings?: readonly string[];
}

const UNTITLED = ['titles-assumed', 'zim-sign-assumed'];
const ABORTED = { complete: false, warnings: ['growing-file'] } as const;

const SPECTRA: Readonly<Record<string, Spectrum>> = {
  'ametek/impedance.py/exampleDataParstat.txt': {
    format: 'parstat-text',
    points: 31,
    first: [10000, -0.00049816280376104, 0.0175143479976367],
    last: [10, 0.0270946491457229, -0.00399791080333837],
    runs: [781],
  },
  'ametek/impedance.py/exampleDataPowersuite.txt': {
    format: 'powersuite-text',
    points: 30,
    first: [0.1, 423929.46, -49014.063],
    last: [2000000, -470.54113, -1397.7358],
  },
  'ametek/impedance.py/exampleDataVersaStudio.par': {
    format: 'versastudio-par',
    points: 61,
    first: [100000, 55.31571, 4.575431],
    last: [0.02154435, 1516.313, -122.8279],
  },
  'autolab/impedance.py/exampleDataAutolab.txt': {
    format: 'zview-text',
    points: 41,
    first: [10000, 0.013785863964281, 0.007191946305823],
    last: [0.1, 0.0345697771923854, -0.00390292888845954],
  },
  'chinstruments/impedance.py/exampleDataCHInstruments.txt': {
    format: 'chi-text',
    points: 73,
    first: [9.961e4, 98.91, -2.748],
    last: [0.1, 5685, -15860],
  },
  // Four of its ten rows lost their TABs to blanks.
  'gamry/gamry-parser/eispot_data.dta': {
    format: 'gamry-dta',
    points: 6,
    first: [10000, 224.6075, -3.767681],
    last: [50, 226.885, -7.053867],
    rejected: 4,
    warnings: ['rows-rejected'],
  },
  'gamry/gamry-parser/eispot_data_curveaborted.dta': {
    format: 'gamry-dta',
    points: 5,
    first: [10000, 224.6075, -3.767681],
    last: [100, 226.2954, -6.136346],
    ...ABORTED,
  },
  'gamry/hybrid-drt/EISGALV_EISTest3.DTA': {
    format: 'gamry-dta',
    points: 71,
    first: [1000078, 0.04711733, 0.1695821],
    last: [0.1001603, 0.06649166, -0.001175554],
  },
  'gamry/impedance.py/exampleDataGamry.DTA': {
    format: 'gamry-dta',
    points: 72,
    first: [200015.6, 825.8584, -1367.239],
    last: [0.0158898, 17007.49, -6635.557],
    runs: [387],
  },
  'gamry/impedance.py/exampleDataGamryABORT.DTA': {
    format: 'gamry-dta',
    points: 72,
    first: [200015.6, 825.8584, -1367.239],
    last: [0.0158898, 17007.49, -6635.557],
    // The instrument's raw oscillogram (FRACURVE) is a run over time like any other, but for its column names.
    runs: [39],
    complete: false,
    warnings: ['growing-file', 'table-skipped'],
  },
  'generic-csv/AutoEIS/test_data.csv': {
    format: 'biologic-mpt',
    points: 67,
    first: [200019.48, 130.4171, -34.680012],
    last: [0.00099990517, 5170240.5, -2345775.5],
  },
  'generic-csv/AutoEIS/test_data.txt': {
    format: 'biologic-mpt',
    points: 67,
    first: [200019.48, 130.4171, -34.680012],
    last: [0.00099990517, 5170240.5, -2345775.5],
  },
  'generic-csv/impedance.py/LT_EIS_test26_5mV_40hrs.txt': {
    format: 'parstat-text',
    points: 66,
    first: [10000, 0.0183548492330018, 0.00534644285492236],
    last: [0.00316227809526026, 0.222410395636152, -0.0515927788684706],
  },
  'generic-csv/impedance.py/LinnetteGEIS_Test_4hrs.csv': {
    format: 'generic-impedance',
    points: 66,
    first: [0.0031623, 0.23813218, -0.055020768],
    last: [10000, 0.01642734, 0.012168102],
    warnings: ['units-assumed', 'zim-sign-assumed'],
  },
  'generic-csv/impedance.py/exampleData.csv': {
    format: 'generic-impedance',
    points: 66,
    first: [3.1623e-3, 4.94998977640506e-2, -2.0438698544418925e-2],
    last: [10000, 1.5771482660485933e-2, 1.0157474564938236e-2],
    warnings: UNTITLED,
  },
  'generic-csv/pyDRTtools/LIB_data.txt': {
    format: 'generic-impedance',
    points: 107,
    first: [999.040405, 0.112362966, 0.00318273902],
    last: [0.00500083202, 0.151735559, -0.0137396762],
    warnings: UNTITLED,
  },
  'generic-csv/pyDRTtools/LIB_data_2.txt': {
    format: 'generic-impedance',
    points: 100,
    first: [999.040405, 0.109553248, 0.00347053236],
    last: [0.0100057628, 0.14091441, -0.0162083209],
    warnings: UNTITLED,
  },
  'generic-csv/pyDRTtools/data_1.csv': {
    format: 'generic-impedance',
    points: 107,
    first: [999.040405, 0.109963283, 0.003569859],
    last: [0.005000832, 0.145364374, -0.021382034],
    warnings: UNTITLED,
  },
  'generic-csv/pyDRTtools/negami_data.txt': {
    format: 'generic-impedance',
    points: 81,
    first: [1e6, 10.02387, 0.019442],
    last: [0.01, 59.853615, -0.117957],
    warnings: UNTITLED,
  },
  'generic-csv/pyDRTtools/zarc_data.txt': {
    format: 'generic-impedance',
    points: 81,
    first: [1e6, 9.953881, -0.020948],
    last: [0.01, 59.97367, -0.341645],
    warnings: UNTITLED,
  },
  'ivium/impedance.py/exampleDataIvium.idf': {
    format: 'ivium-idf',
    points: 26,
    first: [100000, 13.7548, -1.87976],
    last: [1, 92.8463, -16.7393],
  },
  'zview/impedance.py/Circuit1_EIS_1.z': {
    format: 'zview-text',
    points: 48,
    first: [50000, 29.036, 0.63662],
    last: [1, 75.803, -0.16244],
  },
  'zview/impedance.py/Circuit1_EIS_2.z': {
    format: 'zview-text',
    points: 48,
    first: [50000, 29.001, 0.5992],
    last: [1, 75.82, -0.17374],
  },
  'zview/impedance.py/Circuit2_EIS_1.z': {
    format: 'zview-text',
    points: 56,
    first: [300000, 147.77, -11.335],
    last: [1, 654.19, 0.64271],
  },
  'zview/impedance.py/Circuit2_EIS_2.z': {
    format: 'zview-text',
    points: 56,
    first: [300000, 147.68, -11.662],
    last: [1, 652.44, -2.118],
  },
  'zview/impedance.py/Circuit3_EIS_1.z': {
    format: 'zview-text',
    points: 53,
    first: [150000, 1493.7, 10.377],
    last: [1, 6137.5, 17.89],
  },
  'zview/impedance.py/Circuit3_EIS_2.z': {
    format: 'zview-text',
    points: 53,
    first: [150000, 1492, 11.789],
    last: [1, 6138.2, -10.151],
  },
  // Both were cut by hand: their headers promise 56 and 79 points.
  'zview/impedance.py/exampleDataZPlot.z': {
    format: 'zview-text',
    points: 21,
    first: [300000, 147.77, -11.335],
    last: [3000, 613.68, -137.13],
    ...ABORTED,
  },
  'zview/impedance.py/exampleDataZPlot_noComments.z': {
    format: 'zview-text',
    points: 31,
    first: [300000, 642.62, -85.821],
    last: [300, 1305.3, -195.01],
    ...ABORTED,
  },
};

interface Runs {
  readonly format: string;
  readonly rows: readonly number[];
  readonly firstVoltage_V: number;
  readonly lastTime_s: number;
}

const RUNS: Readonly<Record<string, Runs>> = {
  'gamry/gamry-parser/chronoa_data.dta': {
    format: 'gamry-dta',
    rows: [10],
    firstVoltage_V: -5.4e-4,
    lastTime_s: 270,
  },
  'gamry/gamry-parser/chronoa_de_data.dta': {
    format: 'gamry-dta',
    rows: [10],
    firstVoltage_V: -5e-4,
    lastTime_s: 270,
  },
  'gamry/gamry-parser/cv_data.dta': {
    format: 'gamry-dta',
    rows: [10, 10, 10, 10, 10],
    firstVoltage_V: 0.49,
    lastTime_s: 601.1,
  },
  'gamry/gamry-parser/ocp_data.dta': {
    format: 'gamry-dta',
    rows: [21],
    firstVoltage_V: 0.0205436,
    lastTime_s: 105.175,
  },
  'gamry/gamry-parser/ocvcurve_data.dta': {
    format: 'gamry-dta',
    rows: [40, 11],
    firstVoltage_V: 0.28347,
    lastTime_s: 3.3,
  },
  'ivium/datalab/rest_only_ivium.txt': {
    format: 'generic-table',
    rows: [30],
    firstVoltage_V: 3,
    lastTime_s: 1740,
  },
};

/** Files that are refused, by what the refusal says. */
const REFUSED: readonly (readonly [file: RegExp, message: RegExp])[] = [
  [/squarewave_data(?:__\w+)?\.dta$/u, /SQUARE_WAVE.*Vfwd/u],
  [/vfp600_data\.dta$/u, /VFP600.*no time/u],
  // A local instrument's cycling table whose titles name no units.
  [/cellpy\/custom_\w+\.csv$/u, /no format this program knows/u],
];

async function importShared(file: string) {
  // The name must not decide.
  return importBytes(readFileSync(sharedFile(file) ?? ''), 'renamed.bin');
}

function pointAt(dataset: Dataset | undefined, row: number): (number | undefined)[] {
  if (!dataset) return [];
  return ['frequency_Hz', 'zRe_ohm', 'zIm_ohm'].map((name) => valuesOf(dataset, name).at(row));
}

describe.each(Object.entries(SPECTRA))('%s', (file, expected) => {
  test.skipIf(!sharedFile(file))('gives its spectrum, point by point', async () => {
    const { receipt, datasets } = expectData(await importShared(file));
    const spectra = datasets.filter(({ kind }) => kind === 'impedance');
    expect(spectra.map(({ rows }) => rows)).toEqual([expected.points]);
    expect(pointAt(spectra[0], 0)).toEqual(expected.first);
    expect(pointAt(spectra[0], -1)).toEqual(expected.last);
    const runs = datasets.filter(({ kind }) => kind === 'cycling');
    expect(runs.map(({ rows }) => rows)).toEqual(expected.runs ?? []);
    expect(receipt).toMatchObject({
      format: expected.format,
      rowsRejected: expected.rejected ?? 0,
      complete: expected.complete ?? true,
    });
    const codes = receipt.warnings.map(({ code }) => code).filter((code) => code !== 'current-sign');
    expect(codes.sort()).toEqual([...(expected.warnings ?? [])].sort());
  });
});

describe.each(Object.entries(RUNS))('%s', (file, { format, rows, firstVoltage_V, lastTime_s }) => {
  test.skipIf(!sharedFile(file))('gives its runs over time', async () => {
    const { receipt, datasets } = expectData(await importShared(file));
    expect(datasets.map((dataset) => [dataset.kind, dataset.rows])).toEqual(
      rows.map((count) => ['cycling', count]),
    );
    expect(receipt).toMatchObject({ format, rowsRejected: 0, complete: true });
    const [first] = datasets;
    const last = datasets.at(-1);
    expect(first && valuesOf(first, 'voltage_V')[0]).toBe(firstVoltage_V);
    expect(last && valuesOf(last, 'time_s').at(-1)).toBe(lastTime_s);
  });
});

const others = FOLDERS.flatMap((folder) => sharedFiles(folder)).filter(
  (file) => !(file in SPECTRA) && !(file in RUNS),
);

test.for(others)('%s is refused for the right reason', async (file) => {
  const message = REFUSED.find(([pattern]) => pattern.test(file))?.[1];
  // A new file must be put into one of the lists above.
  expect([file, message !== undefined]).toEqual([file, true]);
  const outcome = await importShared(file);
  expect(outcome.ok ? 'imported' : describeProblem(outcome.problem).message).toMatch(message ?? /^$/u);
});

describe('two readings of one impedance', () => {
  const PAIR = 'biologic/hybrid-drt/PEIS_LPSCl_IonBlocking_-25C';

  test.skipIf(!sharedFile(`${PAIR}.mpr`))('RelaxIS shows what EC-Lab measured', async () => {
    const [binary] = expectData(await importShared(`${PAIR}.mpr`)).datasets;
    const [relaxis] = expectData(await importShared(`${PAIR}_RelaxIS.txt`)).datasets;
    for (const name of ['frequency_Hz', 'zRe_ohm', 'zIm_ohm']) {
      // RelaxIS sorts from low to high frequency.
      const reversed = relaxis ? valuesOf(relaxis, name).reverse() : [];
      const measured = binary ? valuesOf(binary, name) : [];
      expect(reversed).toHaveLength(79);
      for (const [row, value] of measured.entries()) {
        expect(Math.abs((reversed[row] ?? NaN) / value - 1)).toBeLessThan(1e-7);
      }
    }
  });

  const WITH_MODULUS = Object.keys(SPECTRA).filter((file) =>
    /gamry|chinstruments|LT_EIS|AutoEIS/u.test(file),
  );

  test.for(WITH_MODULUS)('%s agrees with its own |Z| and phase', async (file, { skip }) => {
    if (!sharedFile(file)) return skip('no real files on this machine');
    const { receipt, datasets } = expectData(await importShared(file));
    expect(receipt.checks.find(({ check }) => check === 'impedance-consistent')?.status).toBe('passed');
    const spectrum = datasets.find(({ kind }) => kind === 'impedance');
    if (!spectrum) expect.fail('no spectrum');
    const phase = valuesOf(spectrum, 'zPhase_deg');
    const im = valuesOf(spectrum, 'zIm_ohm');
    const re = valuesOf(spectrum, 'zRe_ohm');
    for (const [row, value] of phase.entries()) {
      const found = (Math.atan2(im[row] ?? NaN, re[row] ?? NaN) * 180) / Math.PI;
      // CHI prints the phase with one decimal.
      expect(Math.abs(found - value)).toBeLessThan(0.06);
    }
  });

  const PHASORS = 'ametek/impedance.py/exampleDataVersaStudio.par';

  test.skipIf(!sharedFile(PHASORS))('VersaStudio’s impedance is its voltage over its current', async () => {
    const [spectrum] = expectData(await importShared(PHASORS)).datasets;
    if (!spectrum) expect.fail('no spectrum');
    const [eRe, eIm, iRe, iIm, zRe, zIm] = ['E Real', 'E Imag', 'I Real', 'I Imag', 'zRe_ohm', 'zIm_ohm'].map(
      (name) => valuesOf(spectrum, name),
    );
    for (const row of (eRe ?? []).keys()) {
      const at = (values: number[] | undefined): number => values?.[row] ?? NaN;
      const square = at(iRe) ** 2 + at(iIm) ** 2;
      const re = (at(eRe) * at(iRe) + at(eIm) * at(iIm)) / square;
      const im = (at(eIm) * at(iRe) - at(eRe) * at(iIm)) / square;
      const modulus = Math.hypot(re, im);
      expect(Math.abs(at(zRe) - re)).toBeLessThan(1e-5 * modulus);
      expect(Math.abs(at(zIm) - im)).toBeLessThan(1e-5 * modulus);
    }
  });
});

test('ten sweeps of one table become ten spectra', async ({ skip }) => {
  const file = 'biologic/hybrid-drt/Sample2_PEIS_AtRest.csv';
  if (!sharedFile(file)) return skip('no real files on this machine');
  const { datasets } = expectData(await importShared(file));
  const spectra = datasets.filter(({ kind }) => kind === 'impedance');
  expect(spectra.map(({ rows }) => rows)).toEqual(new Array(10).fill(89));
  expect(spectra.map((spectrum) => new Set(valuesOf(spectrum, 'loop_index')).size)).toEqual(
    new Array(10).fill(1),
  );
});
