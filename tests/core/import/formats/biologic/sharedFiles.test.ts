/** Every BioLogic file that lies beside the checkout imports, or is refused with the right reason. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { expectData, importBytes } from '../../../../support/importBytes.ts';
import { sharedFile, sharedFiles } from '../../../../support/sharedData.ts';

interface Expected {
  /** Rows of the direct-current part; counted in the text, or from the public description of the file. */
  readonly cycling?: number;
  /** Number of spectra and points of each. */
  readonly impedance?: readonly (readonly [spectra: number, points: number])[];
  readonly problem?: string;
  readonly complete?: boolean;
}

const LILI =
  'datalab-app-plugin-insitu/LiLi_symmetric/jr862_11_08_23_insitu-impedance-LiLi_1MLiTFSI_TEGDME-1mA';
const OTHER: Expected = { problem: 'unknown-format' };
const COMPANION: Expected = { problem: 'known-unsupported' };

const FILES: Readonly<Record<string, Expected>> = {
  'PyProBE/Sample_data_biologic_01_MB_CA1.txt': { cycling: 1397 },
  'PyProBE/Sample_data_biologic_no_header.mpt': { cycling: 13 },
  'PyProBE/Sample_data_biologic_timestamped.txt': { cycling: 8 },
  'aurora-cycler-manager/commercial_cell_001__1753280829_C01.mpr': { cycling: 95 },
  'aurora-cycler-manager/commercial_cell_001__1753283786_C01.mpr': { cycling: 215 },
  'aurora-cycler-manager/commercial_cell_001__1753343328_C01.mpr': { cycling: 32 },
  'aurora-cycler-manager/commercial_cell_009__1761925606_C13.mpl': COMPANION,
  'aurora-cycler-manager/commercial_cell_009__1761925606_C13.mpr': { cycling: 6, complete: false },
  'aurora-cycler-manager/different_test.mpr': { cycling: 393 },
  'aurora-cycler-manager/file_2025-10-17_162649-2.mpl': OTHER,
  'aurora-cycler-manager/file_2025-10-17_162649-2.mpr': { cycling: 2, complete: false },
  'aurora-cycler-manager/file_2025-10-17_163649.mpr': { cycling: 600, complete: false },
  'aurora-cycler-manager/file_2025-10-17_164650.mpr': { cycling: 1202, complete: false },
  'aurora-cycler-manager/file_2025-10-17_165650 - with mpt convert.mpr': { cycling: 1803, complete: false },
  'aurora-cycler-manager/test_C01.mpr': { cycling: 18001 },
  'battery-data-format/GCPL-0.mpr': { cycling: 4 },
  'battery-data-format/MB-0.mpr': { cycling: 2 },
  'battery-data-format/MB-1.mpr': { cycling: 13 },
  'battery-data-format/PEIS-0.mpr': { impedance: [[1, 60]] },
  'battery-data-format/issue/Sample_data_biologic_01_MB_CA1.txt': { cycling: 1397 },
  'battery-data-format/issue/Sample_data_biologic_no_header.mpt': { cycling: 15 },
  'battery-data-format/issue/bcd.issue_241.mpr': { cycling: 2550 },
  'battery-data-format/issue/bcd.issue_241.mpt': { cycling: 2550 },
  'battery-data-format/issue/ca.issue_149.mpr': { cycling: 80 },
  'battery-data-format/issue/ca.issue_149.mpt': { cycling: 80 },
  'battery-data-format/issue/coc.issue_185.mpr': { cycling: 24 },
  'battery-data-format/issue/coc.issue_185.mpt': { cycling: 24 },
  'battery-data-format/issue/cp.issue_149.mpr': { cycling: 44 },
  'battery-data-format/issue/cp.issue_149.mpt': { cycling: 44 },
  'battery-data-format/issue/cva.issue_202.mpr': { cycling: 455 },
  'battery-data-format/issue/cva.issue_202.mpt': { cycling: 455 },
  'battery-data-format/issue/gcpl.issue_226.CxN.mpr': { cycling: 15 },
  'battery-data-format/issue/gcpl.issue_226.CxN.mpt': { cycling: 15 },
  'battery-data-format/issue/geis.issue_149.mpr': { impedance: [[4, 21]] },
  'battery-data-format/issue/geis.issue_149.mpt': { impedance: [[4, 21]] },
  'battery-data-format/issue/ocv.issue_149.mpr': { cycling: 43 },
  'battery-data-format/issue/ocv.issue_149.mpt': { cycling: 43 },
  'biologic-converter/ca.mpr': { cycling: 721 },
  'biologic-converter/ca.mpt': { cycling: 721 },
  'biologic-converter/cp.mpr': { cycling: 121 },
  'biologic-converter/cp.mpt': { cycling: 121 },
  'biologic-converter/cv.mpr': { cycling: 5103 },
  'biologic-converter/cv.mpt': { cycling: 5103 },
  // 41 frequencies a sweep (1 MHz to 200 mHz, 6 a decade, as the header says), stopped in the sweep of cycle 61.
  'biologic-converter/geis.mpr': {
    cycling: 29,
    impedance: [
      [60, 41],
      [1, 39],
    ],
  },
  'biologic-converter/geis.mpt': {
    cycling: 29,
    impedance: [
      [60, 41],
      [1, 39],
    ],
  },
  'biologic-converter/lsv.mpr': { cycling: 1186 },
  'biologic-converter/lsv.mpt': { cycling: 1186 },
  // Eight sweeps of 70 frequencies, as the header's sequences 1 and 6 say (1 MHz to 100 mHz, 10 a decade).
  'biologic-converter/mb.mpt': { cycling: 1028, impedance: [[8, 70]] },
  'biologic-converter/noData.mpt': { problem: 'empty-file' },
  'biologic-converter/noHeader.mpt': { cycling: 4501 },
  'biologic-converter/ocv.mpr': { cycling: 602 },
  'biologic-converter/peis.mpt': { impedance: [[1, 32]] },
  'biologic-converter/wait.mpr': { cycling: 0 },
  'biologic-converter/zir.mpt': { impedance: [[1, 1]] },
  'cellpy/Bec01_01_1_C20_loop_20170219_01_MB_C02.mpr': { cycling: 6612 },
  'cellpy/Bec01_01_1_C20_loop_20170219_01_MB_C02_loop0.mpr': { cycling: 2135, complete: false },
  'cellpy/Bec01_01_1_C20_loop_20170219_01_MB_C02_loop1.mpr': { cycling: 2256, complete: false },
  'cellpy/Bec01_01_1_C20_loop_20170219_01_MB_C02_loop2.mpr': { cycling: 2221, complete: false },
  [`${LILI}-prerun.mps`]: COMPANION,
  [`${LILI}-prerun_C05.mpr`]: { impedance: [[1, 15]] },
  [`${LILI}.mps`]: COMPANION,
  [`${LILI}_01_GCPL_C05.mpr`]: { cycling: 109 },
  [`${LILI}_01_GCPL_C05_LOOP.txt`]: COMPANION,
  [`${LILI}_02_GEIS_C05.mpr`]: { impedance: [[45, 9]] },
  [`${LILI}_02_GEIS_C05_LOOP.txt`]: COMPANION,
  [`${LILI}_03_GCPL_C05.txt`]: { cycling: 76807 },
  [`${LILI}_03_GCPL_C05_LOOP.txt`]: COMPANION,
  'hybrid-drt/PEIS_LPSCl_IonBlocking_-25C.mpr': { impedance: [[1, 79]] },
  'hybrid-drt/PEIS_LPSCl_IonBlocking_-25C.txt': { impedance: [[1, 79]] },
  'hybrid-drt/PEIS_LPSCl_IonBlocking_-25C_RelaxIS.txt': { impedance: [[1, 79]] },
  'hybrid-drt/PEIS_SSB.mpr': { impedance: [[1, 89]] },
  'hybrid-drt/PEIS_TSeq2_25C_#60_C01.mpr': { impedance: [[1, 79]] },
  'hybrid-drt/PEIS_TSeq3_15C_#56_C01.mpr': { impedance: [[1, 79]] },
  'hybrid-drt/PEIS_TSeq6_-15C_#56_C01.mpr': { impedance: [[1, 79]] },
  'hybrid-drt/Sample1_PEIS_EndOfDischarge.mpr': { impedance: [[1, 86]] },
  'hybrid-drt/Sample2_PEIS_AtRest.csv': { impedance: [] },
  'hybrid-drt/sample_info.txt': OTHER,
  'hybrid-drt/sample_info__56ef00f.txt': OTHER,
  'hybrid-drt/sample_info__f107c90.txt': OTHER,
  'impedance.py/exampleDataBioLogic.mpr': { impedance: [[1, 43]] },
  'impedance.py/exampleDataBioLogic.mpt': { impedance: [[1, 43]] },
  'impedance.py/exampleDataBioLogic.txt': { impedance: [[1, 43]] },
  'impedance.py/exampleDataBioLogic_MissingFreq.mpt': { impedance: [[1, 43]] },
  'impedance.py/exampleDataBioLogic_NoImZ.mpt': { impedance: [[1, 43]] },
  'impedance.py/exampleDataBioLogic__0b692be.mpr': { impedance: [[1, 36]] },
  'ixdat/2022-04-06 16_17_23 full set_01_01_CP_DUSB0_C01.mpt': { cycling: 11 },
  'ixdat/2022-04-06 16_17_23 full set_01_02_CVA_DUSB0_C01.mpt': { cycling: 865 },
  'ixdat/Pt_poly_cv_CUT.mpt': { cycling: 223 },
};

describe.each(Object.entries(FILES))('%s', (name, expected) => {
  const path = sharedFile(`biologic/${name}`);

  test.skipIf(!path)('imports as expected, or is refused for the right reason', async () => {
    const outcome = await importBytes(readFileSync(path ?? ''), name);
    expect(outcome.ok ? null : outcome.problem.code).toBe(expected.problem ?? null);
    if (!outcome.ok) return;
    const { datasets, receipt } = expectData(outcome);
    const rowsOf = (kind: string) =>
      datasets.filter((dataset) => dataset.kind === kind).map(({ rows }) => rows);
    if (expected.cycling !== undefined) expect(rowsOf('cycling')).toEqual([expected.cycling]);
    const spectra = expected.impedance?.flatMap(([count, points]) =>
      Array.from({ length: count }, () => points),
    );
    if (spectra && spectra.length > 0) expect(rowsOf('impedance')).toEqual(spectra);
    expect(receipt.complete).toBe(expected.complete ?? true);
    expect(receipt.rowsRejected).toBe(0);
  });
});

const lili = sharedFile(`biologic/${LILI}_02_GEIS_C05.mpr`);

test.skipIf(!lili)('names the sweeps of the Li|Li run in their order, with loop and time', async () => {
  const { datasets } = expectData(await importBytes(readFileSync(lili ?? ''), 'a.mpr'));
  expect(datasets.map(({ label }) => label)).toEqual(
    Array.from({ length: 45 }, (_, i) => `GEIS ${i + 1} of 45`),
  );
  // The companion text of the run lists a loop for every sweep.
  expect(datasets.map(({ metadata }) => metadata['loop'])).toEqual(datasets.map((_, i) => i + 1));
  const starts = datasets.map(({ metadata }) => Number(metadata['sweepStart_s']));
  const ends = datasets.map(({ metadata }) => Number(metadata['sweepEnd_s']));
  for (const [i, start_s] of starts.entries()) {
    expect(ends[i]).toBeGreaterThan(start_s);
    expect(start_s).toBeGreaterThan(ends[i - 1] ?? 0);
  }
});

test('lists every file that lies there', () => {
  const listed = new Set(Object.keys(FILES).map((name) => `biologic/${name}`));
  expect(sharedFiles('biologic').filter((name) => !listed.has(name) && !name.endsWith('.json'))).toEqual([]);
});

test.skipIf(sharedFiles('biologic').length === 0)(
  'reads as many rows from a text as it has lines below its titles',
  async () => {
    for (const name of sharedFiles('biologic').filter((each) => each.endsWith('.mpt'))) {
      const bytes = readFileSync(sharedFile(name) ?? '');
      const lines = bytes
        .toString('latin1')
        .split(/\r?\n/)
        .filter((line) => /^[-+\d][^:]*\t/.test(line));
      const outcome = await importBytes(bytes, name);
      if (outcome.ok) expect([name, outcome.receipt.rowsRead]).toEqual([name, lines.length]);
    }
  },
);
