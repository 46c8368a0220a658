/**
 * Every real diffraction file is read or refused with its reason. Points, angles and intensities were read from the
 * files with another program (an XML tree, `struct`, or splitting the text), not with the readers under test.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '#core/dataset.ts';
import { expectData, firstDataset, importBytes, valuesOf } from '../../../support/importBytes.ts';
import { sharedFile, sharedFiles } from '../../../support/sharedData.ts';

type Row = readonly [
  file: string,
  scans: number,
  points: number,
  firstAngle: number,
  firstIntensity: number,
  lastAngle: number,
  lastIntensity: number,
];

const READ: readonly Row[] = [
  ['XRD-AutoAnalyzer/Li2TiO3.xy', 1, 9001, 10, 1813, 100, 329],
  ['XRD-AutoAnalyzer/Li2TiO3__becd882.xy', 1, 9001, 10, 159, 100, 23],
  ['XRD-AutoAnalyzer/LiF.xy', 1, 9001, 10, 1729, 100, 1306],
  ['XRD-AutoAnalyzer/TiO2.xy', 1, 9001, 10, 1696, 100, 350],
  ['Xerus/Cr-Ni.ras', 1, 3001, 10, 26, 70, 20],
  ['Xerus/Cr-Zn.ras', 1, 3001, 10, 20, 70, 189],
  ['Xerus/La1.75Sr0.25CuO4.ras', 1, 4001, 5, 31, 85, 100],
  ['Xerus/TiO2+MnO_parsed.csv', 1, 9000, 10.01, 1805, 100, 881],
  ['dara/BiFeO3.xy', 1, 23928, 10.002717, 3195, 140.003372, 1594],
  ['dara/CaNi(PO3)4_800_240_Ca(OH)2_(NH4)2HPO4_NiO.xy', 1, 8301, 9.90343322, 3566, 100.09488522, 2046],
  ['dara/CoO-WO3_900C_60min.xrdml', 1, 8301, 9.90343322, 2531, 100.09488522, 757],
  ['dara/Li2CO3_0p9001-ZrO2_0p1000--2min.xrdml', 1, 2071, 10.02173288, 2434, 99.99585608, 948],
  ['dara/NiO_0p2030-Li2CO3_0p2999-TiO2_0p5025--2min.xrdml', 1, 2071, 10.02173288, 2244, 99.99585608, 1306],
  ['dara/RM20220915Si01.rasx', 1, 2151, 8.5, 591, 30, 524],
  ['datalab/CG20396_jdb12-1.xrdml', 1, 7181, 5.00835563, 1678, 124.99526689, 113],
  ['datalab/HL1-2_5-90_60min.xrdml', 1, 6474, 5.00116514, 1426, 89.99348491, 1005],
  ['datalab/JO_KL_16_ZF_3_60deg_0.02step_12degpermin_001.rasx', 1, 2851, 3, 2589, 60, 119],
  ['datalab/Scan_C1.xrdml', 1, 7181, 5.00475563, 374, 124.99166689, 158],
  ['datalab/Scan_C10.xrdml', 1, 7181, 5.00475563, 342, 124.99166689, 164],
  ['datalab/Scan_C2.xrdml', 1, 7181, 5.00475563, 379, 124.99166689, 177],
  ['datalab/Scan_C3.xrdml', 1, 7181, 5.00475563, 397, 124.99166689, 167],
  ['datalab/Scan_C4.xrdml', 1, 7181, 5.00475563, 379, 124.99166689, 184],
  ['datalab/Scan_C5.xrdml', 1, 7181, 5.00475563, 349, 124.99166689, 175],
  ['datalab/Scan_C6.xrdml', 1, 7181, 5.00475563, 360, 124.99166689, 163],
  ['datalab/Scan_C7.xrdml', 1, 7181, 5.00475563, 387, 124.99166689, 149],
  ['datalab/Scan_C8.xrdml', 1, 7181, 5.00475563, 359, 124.99166689, 176],
  ['datalab/Scan_C9.xrdml', 1, 7181, 5.00475563, 386, 124.99166689, 189],
  ['datalab/TiO2.raw', 1, 1647, 10, 557, 70.041142, 328],
  ['datalab/TiOF.brml', 1, 2469, 9.998839261, 4471, 60.012776015, 692],
  ['datalab/example_bmb.xye', 1, 575, 0.5, 662.407183, 1.073103125, 196.446337],
  ['datalab/example_evadiffract.xy', 1, 28, 5.0001, 4.852, 5.2743, 4.324],
  ['datalab/example_mac.xye', 1, 599, 0, 11.632, 0.598, 113.272],
  ['datalab/example_mythen.dat', 1, 730, 2.084, 2866.694378, 5, 3259.561469],
  ['datalab/example_mythen.xye', 1, 74, 2.038, 76131, 2.33, 105132],
  ['datalab/example_ocx.xy', 1, 1876, 5, 2.732, 80, 0.272],
  ['geddes/gsas.raw', 1, 4941, 16, 1163, 99.98, 1206],
  ['geddes/sample.csv', 1, 7351, 3, 1643, 150, 748],
  ['geddes/sample.rasx', 1, 2334, 10, 5101.4208984375, 79.99, 557.591735839844],
  ['geddes/sample.xrdml', 1, 5027, 4.00656514, 1305, 69.99936587, 171],
  ['geddes/sample.xy', 1, 11900, 1, 0, 119.99, 0.07034],
  ['nomad-measurements/23-012-AG_2thomegascan_long.brml', 1, 2001, 44, 3, 48, 2],
  ['nomad-measurements/Omega-2Theta_scan_high_temperature.rasx', 1, 1042, 44, 2.16424083709717, 48.9968, 0],
  ['nomad-measurements/TwoTheta_scan_powder.rasx', 1, 2726, 10, 170.55354309082, 119, 13.8521060943604],
  [
    'nomad-measurements/TwoTheta_scan_scrambled.raw',
    1,
    7134,
    10,
    283.7691955566406,
    85.0412991624325,
    -105.77827453613281,
  ],
  ['nomad-measurements/XRD-918-16_10.xrdml', 1, 5027, 4.00656514, 1305, 69.99936587, 171],
  ['nomad-measurements/m54313_om2th_10.xrdml', 1, 1800, 26.025, 0, 79.995, 0],
  [
    'nomad-measurements/m82762_rc1mm_1_16dg_src_slit_phi-101_3dg_-420_mesh_long.xrdml',
    101,
    255,
    67.45053915,
    41,
    69.95146085,
    26,
  ],
  ['pynxtools-xrd/ACZCTS_5-60_181.xrdml', 1, 5331, 10.00656514, 2086, 79.99097181, 347],
  ['xrd-analysis/MG1-Cu2O-28_bg_subtracted.xy', 1, 3449, 10, 0, 70.0050142705441, 0],
  ['xrd-analysis/RawData0.xml', 1, 3714, 2, 1080, 40.0099, 472],
  ['xrd-analysis/test.brml', 1, 2443, 20, 1096, 79.9968, 3782],
  ['xrd-analysis/test.jdx', 1, 2443, 20, 1096, 79.9968, 3782],
];

/** Files of the same folders that hold no pattern. */
const REFUSED: readonly (readonly [file: string, code: string])[] = [
  ['dara/Ca(OH)2_(NH4)2HPO4_NiO_recipe.json', 'unknown-format'],
  ['dara/rxn_manifest.json', 'unknown-format'],
  // An archive of patterns and a run together: it is to be unpacked.
  ['datalab-app-plugin-insitu/coincell8_LDE2_reduced.zip', 'known-unsupported'],
];

/** Files that describe a phase. */
const PHASES = ['dara/CaNi(PO3)4_15_sym.cif', 'dara/NiO_225_sym.cif', 'datalab/cod_9004112.cif'];

function path(file: string): string | null {
  return sharedFile(`xrd/${file}`);
}

/** The name must not decide. */
async function importReal(real: string) {
  return importBytes(readFileSync(real), 'renamed.bin');
}

describe('a real pattern', () => {
  test.for(READ)('%s: %d scans, %d points', async ([file, scans, points, ...ends], { skip }) => {
    const real = path(file);
    if (real === null) return skip('no real files on this machine');
    const { datasets } = expectData(await importReal(real));
    expect(datasets.map(({ kind }) => kind)).toEqual(Array.from({ length: scans }, () => 'diffraction'));
    const [dataset] = datasets as [Dataset];
    const angles = valuesOf(dataset, 'twoTheta_deg');
    const intensities = valuesOf(dataset, 'intensity_counts');
    expect([angles.length, intensities.length]).toEqual([points, points]);
    const found = [angles[0], intensities[0], angles.at(-1), intensities.at(-1)];
    for (const [i, end] of ends.entries()) expect(found[i]).toBeCloseTo(end, 7);
  });

  test('no file of those folders is left out', () => {
    const known = [...READ.map(([file]) => file), ...REFUSED.map(([file]) => file), ...PHASES];
    const all = sharedFiles('xrd').map((file) => file.replace(/^xrd\//u, ''));
    expect(all.filter((file) => !known.includes(file))).toEqual([]);
  });
});

test.for(REFUSED)('%s is refused as %s', async ([file, code], { skip }) => {
  const real = path(file);
  if (real === null) return skip('no real files on this machine');
  expect(await importReal(real)).toMatchObject({ ok: false, problem: { code } });
});

test.for(PHASES)('%s holds one crystal and no pattern', async (file, { skip }) => {
  const real = path(file);
  if (real === null) return skip('no real files on this machine');
  const outcome = await importReal(real);
  expect(outcome).toMatchObject({ ok: true, datasets: [], phases: [{ kind: 'crystal' }] });
});

describe('the same scan in two files', () => {
  const PAIRS = [
    ['nomad-measurements/XRD-918-16_10.xrdml', 'geddes/sample.xrdml'],
    ['xrd-analysis/test.brml', 'xrd-analysis/test.jdx'],
  ] as const;
  test.for(PAIRS)('%s and %s agree point by point', async ([one, other], { skip }) => {
    const [first, second] = [path(one), path(other)];
    if (first === null || second === null) return skip('no real files on this machine');
    const [a, b] = [firstDataset(await importReal(first)), firstDataset(await importReal(second))];
    for (const name of ['twoTheta_deg', 'intensity_counts'])
      expect(valuesOf(a, name)).toEqual(valuesOf(b, name));
  });
});

describe('what a file says about the X-rays', () => {
  const CASES = [
    ['geddes/sample.xrdml', { anode: 'Cu', kAlpha1_A: 1.540598, kAlpha2_A: 1.544426, ratioKAlpha2: 0.5 }],
    // A hybrid monochromator in the incident beam leaves Kα1 alone.
    ['nomad-measurements/m54313_om2th_10.xrdml', { kAlpha1_A: 1.540598, ratioKAlpha2: 0 }],
    ['datalab/TiO2.raw', { anode: 'Cu', kAlpha1_A: 1.5406, kAlpha2_A: 1.54439, ratioKAlpha2: 0.5 }],
    ['datalab/TiOF.brml', { kAlpha1_A: 1.5406, kAlpha2_A: 1.54439, countingTime_s: 124.80000000000001 }],
    ['Xerus/Cr-Ni.ras', { anode: 'Cu', kAlpha1_A: 1.540593, scanAxis: '2θ/θ', countingTime_s: 0.6 }],
    ['dara/RM20220915Si01.rasx', { anode: 'Cu', kAlpha1_A: 1.540593, startTime: '2022-11-10T17:20:52Z' }],
    ['datalab/example_bmb.xye', { anode: null, wavelength_A: 0.414581 }],
    ['datalab/example_evadiffract.xy', { anode: 'Cu', wavelength_A: null }],
  ] as const;
  test.for(CASES)('%s', async ([file, metadata], { skip }) => {
    const real = path(file);
    if (real === null) return skip('no real files on this machine');
    const outcome = expectData(await importReal(real));
    expect(outcome.datasets[0]?.metadata).toMatchObject(metadata);
    expect(outcome.receipt.warnings.map(({ code }) => code)).not.toContain('radiation-unknown');
  });

  test.for(['geddes/gsas.raw', 'XRD-AutoAnalyzer/LiF.xy', 'xrd-analysis/test.jdx'])(
    '%s says nothing, and the receipt asks',
    async (file, { skip }) => {
      const real = path(file);
      if (real === null) return skip('no real files on this machine');
      const { receipt } = expectData(await importReal(real));
      expect(receipt.warnings.map(({ code }) => code)).toContain('radiation-unknown');
    },
  );
});

test('an attenuator of 188 in one point of an epitaxial scan multiplies its count', async ({ skip }) => {
  const real = path('nomad-measurements/m54313_om2th_10.xrdml');
  if (real === null) return skip('no real files on this machine');
  const dataset = firstDataset(await importReal(real));
  const xml = readFileSync(real, 'utf-8');
  const numbers = (tag: string) =>
    (new RegExp(`<${tag}[^>]*>([^<]*)`, 'u').exec(xml)?.[1] ?? '').split(' ').map(Number);
  const [counts, factors] = [numbers('counts'), numbers('beamAttenuationFactors')];
  const at = factors.findIndex((factor) => factor > 1);
  expect(factors[at]).toBeGreaterThan(100);
  expect(valuesOf(dataset, 'intensity_counts')[at]).toBe((counts[at] ?? NaN) * (factors[at] ?? NaN));
  expect(valuesOf(dataset, 'attenuation')).toEqual(factors);
});
