/** What the checks say about real files: nothing about healthy runs, and by name what is wrong in the others. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { expectData, importBytes } from '../../../support/importBytes.ts';
import { sharedFile } from '../../../support/sharedData.ts';

/** One run as the vendor's binary file and as the vendor's own text export of it. */
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
    'geis.issue_149',
    'ocv.issue_149',
  ].map((n) => [`battery-data-format/issue/${n}.mpr`, `battery-data-format/issue/${n}.mpt`] as const),
  ['impedance.py/exampleDataBioLogic.mpr', 'impedance.py/exampleDataBioLogic.mpt'],
  ['hybrid-drt/PEIS_LPSCl_IonBlocking_-25C.mpr', 'hybrid-drt/PEIS_LPSCl_IonBlocking_-25C.txt'],
];

async function receiptOf(path: string) {
  return expectData(await importBytes(readFileSync(path), path)).receipt;
}

async function statusesOf(path: string): Promise<Record<string, string>> {
  const { checks } = await receiptOf(path);
  return Object.fromEntries(checks.map(({ check, status }) => [check, status]));
}

describe('the binary file and the text export of one run', () => {
  test.for(PAIRS)('%s and %s get the same verdicts', async ([mpr, text], { skip }) => {
    const [a, b] = [sharedFile(`biologic/${mpr}`), sharedFile(`biologic/${text}`)];
    if (!a || !b) return skip('no real files on this machine');
    const [binary, exported] = [await statusesOf(a), await statusesOf(b)];
    // The binary file has no cycle number in most techniques; the text export computes it.
    if (binary['cycle-numbers'] === 'not-applicable') delete exported['cycle-numbers'];
    expect(binary).toMatchObject(exported);
  });
});

/**
 * What is really in these files. cv: `Step percent 50` makes <I> the mean over the last half of each potential step,
 * and while the current fluctuates (rows 2475 to 3310) its products with the intervals lack 9.3 of 254 C that the
 * counter has. geis: over the 29 rows before the first sweep dq grows by 0.331 mA × 1 s a row beside an <I> of 0.381 mA.
 */
const DIFFERS: readonly (readonly [string, number, number])[] = [
  ['biologic-converter/cv.mpr', 3.66, 1],
  ['biologic-converter/cv.mpt', 3.66, 1],
  ['biologic-converter/geis.mpr', 12.9, 1],
  ['biologic-converter/geis.mpt', 12.9, 1],
];

describe('a capacity counter that really differs from the current', () => {
  test.for(DIFFERS)('is named in %s', async ([file, percent, segments], { skip }) => {
    const path = sharedFile(`biologic/${file}`);
    if (!path) return skip('no real files on this machine');
    const { warnings } = await receiptOf(path);
    const found = warnings.find(({ code }) => code === 'capacity-differs');
    expect(found).toMatchObject({ column: 'charge_Ah', segments });
    expect(found?.code === 'capacity-differs' ? found.largest_percent : NaN).toBeCloseTo(percent, 1);
  });
});

/** Loops with pauses between them, noise sampled once a second, loops cut out of a longer run, voltage steps. */
const HEALTHY = [
  'biologic/biologic-converter/noHeader.mpt',
  'biologic/cellpy/Bec01_01_1_C20_loop_20170219_01_MB_C02.mpr',
  'biologic/cellpy/Bec01_01_1_C20_loop_20170219_01_MB_C02_loop0.mpr',
  'biologic/cellpy/Bec01_01_1_C20_loop_20170219_01_MB_C02_loop1.mpr',
  'biologic/battery-data-format/issue/bcd.issue_241.mpr',
  'biologic/battery-data-format/issue/bcd.issue_241.mpt',
  'biologic/battery-data-format/issue/ca.issue_149.mpr',
  'biologic/battery-data-format/issue/cp.issue_149.mpt',
  'neware/cellpy/neware_uio.csv',
  'neware/cellpy/nw_regular_export_ife_example.csv',
];

describe('a healthy counter', () => {
  test.for(HEALTHY)('of %s passes', async (file, { skip }) => {
    const path = sharedFile(file);
    if (!path) return skip('no real files on this machine');
    expect(await statusesOf(path)).toMatchObject({ 'charge-counter': 'passed', 'current-sign': 'passed' });
  });
});

test('nineteen steps whose first row says 0 s are nineteen resets and no gaps', async ({ skip }) => {
  const path = sharedFile(
    'neware/battery-data-format/SINTEF__SLPBA842124HV__2024-10-23__Rate_25degC__Neware__Time_Bug.bdf.csv',
  );
  if (!path) return skip('no real files on this machine');
  const { checks, warnings } = await receiptOf(path);
  expect(checks.find(({ check }) => check === 'time-monotonic')?.status).toBe('failed');
  expect(warnings.filter(({ code }) => code.startsWith('time-'))).toMatchObject([
    { code: 'time-reset', count: 19 },
  ]);
});
