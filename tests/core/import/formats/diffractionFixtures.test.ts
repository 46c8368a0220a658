/** Simulated scans in every format: two peaks of 40 and 30 points, from 20° and 40° on in steps of 0.05°. */
import { describe, expect, test } from 'vitest';
import { describeProblem } from '#core/describeProblem.ts';
import type { Dataset } from '#core/dataset.ts';
import {
  expectData,
  importBytes,
  importFixture,
  firstDataset,
  namesOf,
  valuesOf,
} from '../../../support/importBytes.ts';

// prettier-ignore
const FIRST = [
  113, 114, 101, 92, 89, 100, 90, 86, 102, 101, 105, 91, 101, 103, 100, 163, 257, 481, 682, 901, 1039, 911, 701, 424,
  256, 169, 124, 105, 90, 105, 101, 107, 102, 111, 99, 102, 107, 89, 96, 95,
];
// prettier-ignore
const SECOND = [
  123, 93, 104, 101, 108, 86, 96, 93, 93, 107, 150, 248, 412, 688, 889, 899, 941, 667, 416, 256, 159, 117, 95, 103, 85,
  114, 87, 98, 100, 102,
];

function expectScan(dataset: Dataset | undefined, start: number, intensities: readonly number[]): void {
  if (!dataset) return expect.fail('the scan is missing');
  expect(dataset.kind).toBe('diffraction');
  expect(valuesOf(dataset, 'intensity_counts')).toEqual(intensities);
  const angles = valuesOf(dataset, 'twoTheta_deg');
  const expected = intensities.map((_, i) => start + 0.05 * i);
  expect(Math.max(...angles.map((angle, i) => Math.abs(angle - (expected[i] ?? NaN))))).toBeLessThan(1e-5);
}

async function scansOf(fixture: string): Promise<readonly Dataset[]> {
  return expectData(await importFixture(`diffraction/${fixture}`)).datasets;
}

const warningsOf = async (fixture: string) =>
  expectData(await importFixture(`diffraction/${fixture}`)).receipt.warnings;

describe('two scans in one file', () => {
  test.for([
    ['v1.two-ranges.raw', { kAlpha2_A: expect.closeTo(1.54439, 6) as number, countingTime_s: 2 }],
    ['v1.bare-second.raw', { sample: 'simulated' }],
    [
      'v2.two-ranges.raw',
      { anode: 'Co', ratioKAlpha2: 0.5, temperature_K: 298, startTime: '01-FEB-1999 10:11:12' },
    ],
    ['v3.two-ranges.raw', { anode: 'Mo', kAlpha1_A: 0.7093, countingTime_s: 1.5, tubeVoltage_kV: 50 }],
    ['v4.both-sizes.raw', { anode: 'Cu', kAlpha1_A: 1.5406, ratioKAlpha2: 0.5, sample: 'simulated' }],
    [
      'two-scans.rasx',
      { anode: 'Mo', kAlpha2_A: 0.71359, startTime: '2024-02-03T10:11:12Z', countingTime_s: 1.5 },
    ],
  ] as const)('%s', async ([fixture, metadata]) => {
    const scans = await scansOf(fixture);
    expectScan(scans[0], 20, FIRST);
    expectScan(scans[1], 40, SECOND);
    expect(scans.map(({ label }) => label)).toEqual(['Scan 1 of 2', 'Scan 2 of 2']);
    expect(scans[0]?.metadata).toMatchObject(metadata);
  });

  test('a .brml finds its counter behind three more columns and multiplies by the absorber, with a prefix or without', async () => {
    const scans = await scansOf('two-scans.brml');
    expectScan(
      scans[0],
      20,
      FIRST.map((count, i) => (i >= 20 ? 2 * count : count)),
    );
    expectScan(
      scans[1],
      40,
      SECOND.map((count, i) => (i >= 15 ? 2 * count : count)),
    );
    expect(scans[1]?.metadata).toMatchObject({ anode: 'Cu', kAlpha1_A: 1.5406, countingTime_s: 1.5 });
  });

  test('a .ras in Shift-JIS multiplies by its attenuator', async () => {
    const scans = await scansOf('two-blocks.shift-jis.ras');
    expectScan(
      scans[0],
      20,
      FIRST.map((count, i) => (i === 5 ? 10 * count : count)),
    );
    expectScan(scans[1], 40, SECOND);
    expect(scans[0]?.metadata).toMatchObject({ scanAxis: '2θ/θ', anode: 'Cu', countingTime_s: 1.5 });
  });

  test('GSAS STD divides the variance by the number of detectors, ESD brings its errors', async () => {
    const [standard, withErrors] = await scansOf('two-banks.gsas.raw');
    expectScan(standard, 20, FIRST);
    // The fourth cell says that four detectors were averaged: σ = √(92 / 4).
    expect(valuesOf(standard ?? expect.fail(), 'intensityError_counts')[3]).toBeCloseTo(Math.sqrt(92 / 4), 9);
    expectScan(withErrors, 40, SECOND);
    expect(valuesOf(withErrors ?? expect.fail(), 'intensityError_counts')[0]).toBeCloseTo(
      Math.sqrt(123) / 2,
      1,
    );
  });

  test('.uxd makes counts of counts per second', async () => {
    const [counted, timed] = await scansOf('two-ranges.uxd');
    expectScan(counted, 20, FIRST);
    expectScan(timed, 40, SECOND);
    expect(timed?.metadata).toMatchObject({ anode: 'Cu', intensityUnit: 'counts', countingTime_s: 2 });
  });
});

describe('.xrdml', () => {
  test('version 1 has intensities', async () => {
    const [scan] = await scansOf('version-1.xrdml');
    expectScan(scan, 20, FIRST);
    expect(scan?.metadata).toMatchObject({
      sample: 'simulated & 2',
      'position Phi': 12.5,
      ratioKAlpha2: 0.5,
    });
  });

  test('version 2 has counts with attenuation and listed positions; a scan whose 2θ stands still is named', async () => {
    const scans = await scansOf('version-2.three-scans.xrdml');
    expectScan(
      scans[0],
      20,
      FIRST.map((count, i) => (i === 5 ? 100 * count : count)),
    );
    expectScan(scans[1], 40, SECOND);
    expect(scans).toHaveLength(2);
    expect(await warningsOf('version-2.three-scans.xrdml')).toContainEqual(
      expect.objectContaining({ code: 'table-skipped', table: 'Scan 3 of 3' }),
    );
  });

  const START = '<?xml version="1.0"?><xrdMeasurements>';
  test.for([
    [
      'a document type',
      '<!DOCTYPE x [<!ENTITY a "b">]><xrdMeasurements>&a;</xrdMeasurements>',
      'document type',
    ],
    ['a wrong end', `${START}<scan></xrdMeasurements>`, 'wrong place'],
    ['no end', `${START}<xrdMeasurement><scan>`, 'ended'],
    ['deep nesting', START + '<a>'.repeat(200), 'levels deep'],
  ] as const)('with %s is refused in words', async ([, xml, words]) => {
    const outcome = await importBytes(xml);
    if (outcome.ok) return expect.fail('it was read');
    expect(
      `${describeProblem(outcome.problem).message} ${outcome.problem.code}`.replace('truncated', 'ended'),
    ).toContain(words);
  });
});

describe('columns of text', () => {
  test('a counter behind the counts is no error', async () => {
    const dataset = firstDataset(await importFixture('diffraction/plain.counter.xy'));
    expect(namesOf(dataset)).toEqual(['twoTheta_deg', 'intensity_counts']);
    expect(await warningsOf('plain.counter.xy')).toEqual([
      expect.objectContaining({ code: 'titles-assumed' }),
      { code: 'error-column-assumed', detail: 'it counts rows from 1864 on and is not used' },
      { code: 'radiation-unknown' },
    ]);
  });

  test('a third column whose square follows the counts is the error', async () => {
    const dataset = firstDataset(await importFixture('diffraction/plain.error.xye'));
    expect(valuesOf(dataset, 'intensityError_counts')[0]).toBeCloseTo(Math.sqrt(101), 3);
  });

  test('decimal commas, a title and an anode in a comment are understood', async () => {
    const outcome = await importFixture('diffraction/plain.decimal-comma.txt');
    const dataset = firstDataset(outcome);
    expect(valuesOf(dataset, 'twoTheta_deg').slice(0, 3)).toEqual([10, 10.02, 10.04]);
    expect(valuesOf(dataset, 'intensity_counts').slice(0, 6)).toEqual([101, 113, 91, 110, 97, 97]);
    expect(dataset.metadata).toMatchObject({ anode: 'Co', intensityUnit: 'counts' });
    expect(expectData(outcome).receipt.warnings).toEqual([]);
  });

  const rows = (second: (i: number) => number, step = 0.02) =>
    Array.from({ length: 200 }, (_, i) => `${(10 + step * i).toFixed(3)} ${second(i).toFixed(4)}`).join('\n');
  test.for([
    ['a voltage over time', rows((i) => 3 + 0.001 * i), 'voltages'],
    ['steps of half a second', rows((i) => 100 + i, 0.5), 'steps of 0.5'],
    ['negative values', rows((i) => 100 - i), 'negative'],
    [
      'few rows',
      rows((i) => 100 + i)
        .split('\n')
        .slice(0, 20)
        .join('\n'),
      '20 rows',
    ],
  ] as const)('%s without a title leaves the question what it is', async ([, text, words]) => {
    const outcome = await importBytes(text, 'pattern.xy');
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'ambiguous-columns', columns: 2 } });
    if (!outcome.ok) expect(describeProblem(outcome.problem).message).toContain(words);
  });

  test('titles of something else are no pattern, whatever the name', async () => {
    const outcome = await importBytes(
      `Time,Voltage\n${rows((i) => 100 + i).replaceAll(' ', ',')}`,
      'pattern.xy',
    );
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'unknown-format' } });
  });
});

describe('a comment of as many words as there are columns', () => {
  const rows = Array.from({ length: 60 }, (_, i) => `${(20 + 0.05 * i).toFixed(2)} ${100 + (i % 7)}`);
  const imported = (comment: string) => importBytes(`${comment}\n${rows.join('\n')}\n`, 'scan.xy');

  test.for(['# a, b', '# LLTO pellet', '! sample A; sintered', '# 3rd one'])(
    '%s is a remark, and the numbers decide',
    async (comment) => {
      const { datasets, receipt } = expectData(await imported(comment));
      expect(datasets.map(({ kind, rows: count }) => [kind, count])).toEqual([['diffraction', 60]]);
      expect(receipt.warnings.map(({ code }) => code)).toContain('titles-assumed');
    },
  );

  test.for(['# q, I', '# time/s, voltage/V', '# Raman shift, signal', '# d spacing, count'])(
    '%s names something else than a scan',
    async (comment) => {
      const outcome = await imported(comment);
      expect(outcome.ok && outcome.datasets.some(({ kind }) => kind === 'diffraction')).toBe(false);
    },
  );
});
