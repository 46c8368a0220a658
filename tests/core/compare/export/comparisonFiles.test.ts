import { describe, expect, test } from 'vitest';
import type { MetricComparison } from '#core/compare/comparison.ts';
import { cellsCsv } from '#core/compare/export/cellsCsv.ts';
import { checksCsv } from '#core/compare/export/checksCsv.ts';
import { comparisonFiles } from '#core/compare/export/comparisonFiles.ts';
import { csvOf } from '#core/compare/export/csvTable.ts';
import { doubtsCsv } from '#core/compare/export/doubtsCsv.ts';
import { metricsCsv } from '#core/compare/export/metricsCsv.ts';
import { lifetimesCsv, survivalCsv } from '#core/compare/export/survivalCsv.ts';
import { techniquesCsv } from '#core/compare/export/techniquesCsv.ts';
import { survivalCurves } from '#core/compare/survivalCurves.ts';
import { UNKNOWN_CELL } from '#core/project/unknownCell.ts';
import type { Cell } from '#core/project/study.ts';
import type { CellMetrics } from '#core/compare/cellMetrics.ts';

const groups = [
  { id: 'b', name: 'bare', colour: '#d55e00' },
  { id: 'a', name: 'amalgam, Hg', colour: '#0072b2' },
];

const polarisation: MetricComparison = {
  ...{ metric: 'polarisation_end', set: 'Li, LLTO', title: 'Polarisation', unit: 'mV' },
  groups: [
    { group: 'bare', n: 2, values: [80, 100], cells: ['b1', 'b2'], mean: 90, sd: 14.142135623730951 },
    { group: 'amalgam, Hg', n: 1, values: [10], cells: ['a1'], mean: 10, sd: null },
  ],
  ...{ pair: ['bare', 'amalgam, Hg'], ratio: 8.94427190999916, ratioLower95: null, ratioUpper95: null },
  ...{
    test: 'none',
    p: null,
    pHolm: null,
    permutationP: null,
    rankP: null,
    smallestRankP: 0.6666666666666666,
    hedgesG: null,
  },
  pairs: [],
  holmTests: 0,
  warnings: [{ code: 'no-test', text: 'Too few, "really".' }],
};

const lines = (csv: string) => csv.split('\r\n');

function cellOf(name: string, more: Partial<Cell> = {}): Cell {
  return { id: name, studyId: 's', groupId: 'b', name, order: 0, ...UNKNOWN_CELL, ...more };
}

describe('CSV of a comparison', () => {
  test('ends every line with CRLF and quotes what holds a comma, a quote or a line end', () => {
    const csv = csvOf({
      titles: ['a', 'b'],
      rows: [
        ['x, "y"', null],
        [0.1, true],
      ],
    });
    expect(csv).toBe('a,b\r\n"x, ""y""",\r\n0.1,yes\r\n');
  });

  test('has a row for every pair of groups, with doubles that read back', () => {
    const [titles, row, end] = lines(metricsCsv([polarisation]));
    expect(titles?.split(',')).toHaveLength(26);
    expect(row).toBe(
      '"Li, LLTO",polarisation_end,Polarisation,mV,bare,"amalgam, Hg",2,90,14.142135623730951,1,10,,8.94427190999916,,,none,,,,,,0.6666666666666666,,,,"Too few, ""really""."',
    );
    expect(end).toBe('');
  });

  test('has a row for every cell and metric, and says of lifetimes alone whether they are censored', () => {
    const lifetime: MetricComparison = {
      ...polarisation,
      ...{ metric: 'time_to_failure', title: 'Time', unit: 'h' },
      groups: [{ group: 'bare', n: 1, values: [12], cells: ['b1'], mean: null, sd: null, censored: [true] }],
    };
    expect(lines(cellsCsv([polarisation, lifetime])).slice(1, 5)).toEqual([
      '"Li, LLTO",bare,b1,polarisation_end,Polarisation,80,mV,',
      '"Li, LLTO",bare,b2,polarisation_end,Polarisation,100,mV,',
      '"Li, LLTO","amalgam, Hg",a1,polarisation_end,Polarisation,10,mV,',
      '"Li, LLTO",bare,b1,time_to_failure,Time,12,h,yes',
    ]);
  });

  test('has the steps of a survival curve: of three cells one failed at 5 h, one at 9 h, one was taken off', () => {
    const lasted = (name: string, time_h: number, censored: boolean) =>
      ({
        cell: cellOf(name),
        failure: {
          time_h: censored ? null : time_h,
          lasted_h: time_h,
          mode: censored ? null : 'soft-short',
          censored,
        },
      }) as unknown as CellMetrics;
    const cells = [lasted('x', 5, false), lasted('y', 9, false), lasted('z', 20, true)];
    const curves = survivalCurves('Li, LLTO', cells, groups);
    const [, first, second] = lines(survivalCsv(curves)).map((line) => line.split(',').slice(2));
    // "Li, LLTO" holds a comma itself.
    expect(first?.slice(1, 4)).toEqual(['5', '3', '1']);
    expect(Number(first?.[4])).toBeCloseTo(2 / 3, 12);
    expect(Number(second?.[4])).toBeCloseTo(1 / 3, 12);
    expect(lines(lifetimesCsv(curves)).slice(1, 4)).toEqual([
      '"Li, LLTO",bare,x,5,soft-short,no',
      '"Li, LLTO",bare,y,9,soft-short,no',
      '"Li, LLTO",bare,z,20,,yes',
    ]);
  });

  test('gives each number of the cross-checks a column under its name', () => {
    const csv = checksCsv([
      { check: 'ohmic-floor', cell: 'c', verdict: 'disagrees', text: 'below', numbers: { floor_mV: 50 } },
      { check: 'layer-thickness', cell: 'd', verdict: 'cannot tell', text: 'no film', numbers: {} },
      { check: 'layer-thickness', cell: 'e', verdict: 'agrees', text: 'fits', numbers: { most_um: 18.2 } },
    ]);
    expect(lines(csv)).toEqual([
      'cell,check,verdict,text,floor_mV,most_um',
      'c,ohmic-floor,disagrees,below,50,',
      'd,layer-thickness,cannot tell,no film,,',
      'e,layer-thickness,agrees,fits,,18.2',
      '',
    ]);
  });

  test('keeps what was said to a doubt', () => {
    const csv = doubtsCsv([
      {
        id: 'D2',
        text: 'far less',
        reference: 'a paper',
        cells: ['a', 'b'],
        state: 'answered',
        note: 'a reference',
      },
    ]);
    expect(lines(csv)[1]).toBe('D2,far less,a paper,a; b,answered,a reference');
  });

  test('tells the interface of one electrode: 100 ± 2 Ω on 0.5 cm² in a symmetric cell are 25 ± 0.5 Ω cm²', () => {
    const spectrum = {
      ...{ label: '', state: { kind: 'pristine' as const }, intercept: null, circuit: 'R0-p(R1,CPE1)' },
      ...{ electrolyte_ohm: null, interface_ohm: { value: 100, standardError: 2 } },
    };
    const cell = cellOf('c', { kind: 'symmetric', area_cm2: 0.5 });
    const csv = techniquesCsv([{ cell, runs: [], spectra: [spectrum], phases: ['LiHg3', 'LLTO'] }], groups);
    expect(lines(csv)[1]).toBe('bare,c,"R0-p(R1,CPE1)",25,0.5,,,,,,,,,,,,LiHg3; LLTO');
  });
});

test('the files say that a study is simulated, which groups were compared and where', () => {
  const files = comparisonFiles({
    study: { name: 'Amalgam', simulated: true },
    groups,
    evidence: [],
    comparison: {
      ...{
        comparedAt: { halfCycle: 10 },
        metrics: [polarisation],
        survival: [],
        crossChecks: [],
        doubts: [],
      },
      ...{ excluded: [], conclusion: '' },
      concluded: {
        basis: ['Two cells.'],
        can: [],
        cannot: ['Which is better.'],
        wouldChange: ['More cells.'],
      },
    },
  });
  for (const name of ['README.txt', 'conclusion.txt']) {
    expect(files[name]).toContain('simulated');
    expect(files[name]).toContain('bare, amalgam, Hg');
    expect(files[name]).toContain('half cycle 10');
  }
  // A list under each title, the titles alone on their lines.
  expect(files['conclusion.txt']?.split('\n').slice(-10)).toEqual([
    '',
    'What can be concluded',
    expect.stringMatching(/^- Nothing/u),
    '',
    'What cannot be concluded',
    '- Which is better.',
    '',
    'What would change it',
    '- More cells.',
    '',
  ]);
  for (const name of Object.keys(files).filter((each) => each !== 'README.txt'))
    expect(files['README.txt']).toContain(`${name}:`);
});
