import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeProblem } from '#core/describeProblem.ts';
import { importBytes, importFixture } from '../../../support/importBytes.ts';
import { sharedFile } from '../../../support/sharedData.ts';

const CASES = [
  ['neware/fastnda/interp-test.ndax', 'a Neware .ndax file'],
  ['neware/fastnda/empty.ndax', 'a Neware .ndax file'],
  ['neware/battery-data-format/sample_data_neware.xlsx', 'an Excel workbook'],
  ['neware/fastnda/reference/empty.parquet', 'a Parquet table'],
  ['arbin/navani/arbin_example.res', 'an Arbin .res database (Microsoft Access)'],
  ['arbin/battery-data-format/mits7-0.res.gz', 'a gzip archive'],
  [
    'arbin/beep/FastCharge_000025_CH8_Metadata.csv',
    'an Arbin metadata CSV (test name and schedule, no records)',
  ],
  [
    'arbin/beep/2017-08-14_8C-5per_3_47C_CH44_Metadata.csv',
    'an Arbin metadata CSV (test name and schedule, no records)',
  ],
  [
    'arbin/beep/LFP95_thick_08162022_wab35_Channel_2_GlobalInfo.CSV',
    'an Arbin GlobalInfo CSV (test name and schedule, no records)',
  ],
  ['maccor/PyProBE/sample_data_maccor.csv', 'a Maccor text export'],
  ['maccor/cellpy/maccor_002.txt', 'a Maccor text export'],
  ['maccor/cellpy/maccor_two.txt', 'a Maccor text export'],
  ['maccor/beep/maccor_test_file_4267-66-6519.041', 'a Maccor text export'],
  ['maccor/beep/maccor_test_file_4267-66-6519.EDA0001.041', 'a Maccor impedance file'],
  ['novonix/PyProBE/sample_data_novonix.csv', 'a Novonix file'],
  ['novonix/beep/test_Nova_Form-CH01-01_short.csv', 'a Novonix file'],
  ['basytec/PyProBE/sample_data_basytec.txt', 'a BaSyTec text export'],
  ['xps/pynxtools-xps/regular.vms', 'a VAMAS spectroscopy file'],
] as const;

describe('a real file of an instrument that is not read', () => {
  test.for(CASES)('%s is refused as %s', async ([file, format], { skip }) => {
    const path = sharedFile(file);
    if (!path) return skip('no real files on this machine');
    // The name must not decide.
    expect(await importBytes(readFileSync(path), 'renamed.csv')).toMatchObject({
      ok: false,
      problem: { code: 'known-unsupported', format },
    });
  });
});

test('a Neware cycle report is refused as a summary, with the way to the records', async () => {
  expect(await importFixture('neware/cycle-report.txt')).toMatchObject({
    ok: false,
    problem: {
      code: 'known-unsupported',
      format: expect.stringContaining('cycle report') as string,
      advice: expect.stringContaining('CSV') as string,
    },
  });
});

describe('the message', () => {
  const messageOf = async (content: string | Uint8Array) => {
    const outcome = await importBytes(content);
    return outcome.ok ? '' : describeProblem(outcome.problem).message;
  };

  test('says that a log, a setting or a picture holds no measurement', async () => {
    expect(await messageOf('EC-LAB SETTING FILE\r\n')).toContain('holds no measurement');
    expect(await messageOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]))).toContain(
      'no measurement',
    );
  });

  test('does not say so of a file that holds one which is not read', async () => {
    const neware = await messageOf('NEWARE\0\0\0\0');
    expect(neware).toContain('does not read');
    expect(neware).not.toContain('no measurement');
    expect(await messageOf('PAR1\0\0')).not.toContain('no measurement');
  });
});
