import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Phase } from '#core/xrd/crystalPhase.ts';
import { computePattern, type PatternPeak } from '#core/xrd/computePattern.ts';
import type { Radiation } from '#core/xrd/radiation.ts';
import { radiationOf } from '#core/xrd/radiations.ts';
import { phaseLibrary } from '#resources/phases/phaseLibrary.ts';
import { XRAY_TABLES } from '#resources/xray/xrayTables.ts';

/** Made by another program with other symmetry code: tests/fixtures/PROVENANCE.md. */
interface PeakTable {
  readonly density_g_cm3: number;
  readonly muLinear_perCm: number;
  readonly iOverIc: number;
  /** h, k, l, d, 2θ, multiplicity, intensity. */
  readonly peaks?: readonly (readonly [number, number, number, number, number, number, number])[];
  /** Number of forms, 2θ, intensity. */
  readonly merged?: readonly (readonly [number, number, number])[];
  /** h, k, l, d, 2θ, multiplicity. */
  readonly positions?: readonly (readonly [number, number, number, number, number, number])[];
}

const TABLES = JSON.parse(readFileSync('tests/fixtures/xrd/peakTables.json', 'utf8')) as Record<
  string,
  PeakTable
>;

/** Held against pymatgen (oxides.test.ts) and real patterns (identify/realPatterns.test.ts). */
const ADDED_SINCE = [
  'BiFeO3',
  'Cr',
  'Cu2O',
  'Li2TiO3',
  'MnO',
  'Ni',
  'NiO',
  'TiO2-anatase',
  'ZrO2-mon',
  'ZrO2-tet',
];

function tube(id: string): Radiation {
  const radiation = radiationOf(id);
  if (!radiation) throw new Error(id);
  return radiation;
}

function libraryPhase(id: string): Phase {
  const phase = phaseLibrary().find((each) => each.id === id);
  if (!phase) throw new Error(id);
  return phase;
}

const cu = tube('CuKa1');
const nearest = (peaks: readonly PatternPeak[], angle: number) =>
  peaks.reduce((best, peak) =>
    Math.abs(peak.twoTheta_deg - angle) < Math.abs(best.twoTheta_deg - angle) ? peak : best,
  );

const total = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);

/** Rows of a sorted table that follow each other within `gap` of the number in `column`. */
function neighbours<R extends readonly number[]>(rows: readonly R[], column: number, gap: number): R[][] {
  const groups: R[][] = [];
  for (const row of rows) {
    const last = groups.at(-1)?.at(-1)?.[column] ?? NaN;
    if (Math.abs((row[column] ?? NaN) - last) <= gap) groups.at(-1)?.push(row);
    else groups.push([row]);
  }
  return groups;
}

describe('the peak tables of another program', () => {
  test('cover 55 phases of the library, all but those that were added for real patterns', () => {
    const crystals = phaseLibrary().filter(({ kind }) => kind !== 'halo');
    const uncovered = crystals.filter(({ id }) => !(id in TABLES)).map(({ id }) => id);
    expect(uncovered.sort()).toEqual(ADDED_SINCE);
    expect(Object.keys(TABLES).every((id) => crystals.some((phase) => phase.id === id))).toBe(true);
    expect(crystals).toHaveLength(55 + ADDED_SINCE.length);
  });

  test.each(Object.entries(TABLES).filter(([, { peaks }]) => peaks))(
    'agree for %s within 0.002° and 0.5 of 100, and nothing above 0.5 is missing from them',
    (id, { peaks = [], merged = [] }) => {
      const joined = computePattern(libraryPhase(id), cu, XRAY_TABLES, { mergeWithin_deg: 0.03 });
      for (const [, angle, intensity] of merged) {
        const found = nearest(joined, angle);
        expect(Math.abs(found.twoTheta_deg - angle)).toBeLessThanOrEqual(0.002);
        expect(Math.abs(found.intensity - intensity)).toBeLessThanOrEqual(0.5);
      }
      const least = Math.min(...merged.map(([, , intensity]) => intensity));
      for (const { intensity, twoTheta_deg } of joined) {
        const isListed = merged.some(([, angle]) => Math.abs(angle - twoTheta_deg) <= 0.002);
        expect(isListed || intensity < least + 0.5).toBe(true);
      }
      const single = computePattern(libraryPhase(id), cu, XRAY_TABLES);
      const scale =
        Math.max(...peaks.map((peak) => peak[6])) / Math.max(...single.map((peak) => peak.intensity));
      // The tables split some forms by rounding and join some that differ: neighbours are compared by their sums.
      for (const rows of neighbours(peaks, 4, 0.0035)) {
        const [low, high] = [(rows[0]?.[4] ?? NaN) - 0.002, (rows.at(-1)?.[4] ?? NaN) + 0.002];
        const near = single.filter(
          ({ twoTheta_deg, intensity }) => twoTheta_deg >= low && twoTheta_deg <= high && intensity > 0.06,
        );
        if (rows.every((row) => row[6] > 0.1)) {
          expect(total(near.map((peak) => peak.multiplicity)), `${low}`).toBe(
            total(rows.map((row) => row[5])),
          );
        }
        const missing = total(near.map((peak) => peak.intensity)) * scale - total(rows.map((row) => row[6]));
        expect(Math.abs(missing)).toBeLessThanOrEqual(0.5);
      }
    },
  );

  test.each(Object.entries(TABLES).filter(([, { positions }]) => positions))(
    'hold the same positions for %s, of which only the cell is known',
    (id, { positions = [] }) => {
      const found = computePattern(libraryPhase(id), cu, XRAY_TABLES, {
        twoThetaMin_deg: 4,
        twoThetaMax_deg: 60,
      });
      // The angles of these tables were made from their rounded spacings, so the spacings are compared.
      for (const rows of neighbours(positions, 3, 0.00015)) {
        const [high, low] = [(rows[0]?.[3] ?? NaN) + 0.00006, (rows.at(-1)?.[3] ?? NaN) - 0.00006];
        const near = found.filter(({ d_A }) => d_A >= low && d_A <= high);
        expect(total(near.map((peak) => peak.multiplicity)), `${low}`).toBe(total(rows.map((row) => row[5])));
      }
      expect(found.every(({ intensity }) => Number.isNaN(intensity))).toBe(true);
    },
  );
});

describe('a radiation', () => {
  /** 2θ of d = 2.3588 Å, worked out by hand from Bragg's law. */
  test.each([
    ['CuKa1', 38.12057],
    ['MoKa1', 17.29506],
    ['CoKa1', 44.57043],
    ['AgKa1', 13.62053],
    ['CrKa1', 58.07189],
  ])('%s puts a spacing of 2.3588 Å at %f°', (id, angle) => {
    const phase: Phase = {
      kind: 'lines',
      id: 'one',
      name: 'one line',
      formula: '',
      confidence: 'low',
      source: '',
      notes: '',
      lines: [{ d_A: 2.3588, intensity: 7 }],
    };
    const [peak] = computePattern(phase, tube(id), XRAY_TABLES);
    expect(peak?.twoTheta_deg).toBeCloseTo(angle, 4);
    expect(peak?.intensity).toBe(100);
  });

  test('with both Kα lines shows each line twice, the second half as strong', () => {
    const peaks = computePattern(libraryPhase('LiHg3'), tube('CuKa'), XRAY_TABLES);
    const [first, second] = ['Ka1', 'Ka2'].map((line) =>
      peaks.find((peak) => peak.line === line && peak.hkl[0]?.join() === '2,0,1'),
    );
    expect((second?.twoTheta_deg ?? 0) - (first?.twoTheta_deg ?? 0)).toBeCloseTo(0.09856, 3);
    expect((second?.intensity ?? 0) / (first?.intensity ?? 1)).toBeCloseTo(0.5, 2);
  });

  test('with Kβ adds a third line of lower angle', () => {
    const peaks = computePattern(libraryPhase('Li'), tube('FeKaKb'), XRAY_TABLES);
    const angles = peaks.filter(({ hkl }) => hkl[0]?.join() === '1,1,0').map(({ line }) => line);
    expect(angles).toEqual(['Kb1', 'Ka1', 'Ka2']);
  });
});

test('a graphite monochromator weakens lines near 90° more than those near 0° and 180°', () => {
  const options = { twoThetaMax_deg: 150 };
  const plain = computePattern(libraryPhase('Si'), cu, XRAY_TABLES, options);
  const behind = computePattern(libraryPhase('Si'), cu, XRAY_TABLES, { ...options, monochromator_deg: 26.6 });
  const polarisation = Math.cos((26.6 * Math.PI) / 180) ** 2;
  plain.forEach(({ twoTheta_deg, area }, i) => {
    const squared = Math.cos((twoTheta_deg * Math.PI) / 180) ** 2;
    expect((behind[i]?.area ?? 0) / area).toBeCloseTo((1 + polarisation * squared) / (1 + squared), 10);
  });
});

test('moving Hg in LiHg3 from x = 5/6 to 0.8392 and to 0.8273 changes 100 and 101 as the other program says', () => {
  const phase = libraryPhase('LiHg3');
  if (phase.kind !== 'crystal') throw new Error('no structure');
  const moved = (x: number) =>
    computePattern(
      {
        ...phase,
        sites: phase.sites.map((site) => (site.element === 'Hg' ? { ...site, x, y: 2 * x - 1 } : site)),
      },
      cu,
      XRAY_TABLES,
    ).slice(0, 2);
  [
    { x: 0.8392, expected: [23.4, 27.8] },
    { x: 0.8273, expected: [7.8, 39.7] },
  ].forEach(({ x, expected }) => {
    moved(x).forEach(({ intensity }, i) => {
      expect(Math.abs(intensity - (expected[i] ?? NaN))).toBeLessThan(0.5);
    });
  });
});
