import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeAmountDoubt } from '#core/text/amountWords.ts';
import { phaseAmounts, type PhaseAmounts } from '#core/xrd/amounts/phaseAmounts.ts';
import type { SampleGeometry } from '#core/xrd/amounts/sampleGeometry.ts';
import type { Identification } from '#core/xrd/identification.ts';
import { allowedPhases } from '#core/xrd/identify/chemistryFilter.ts';
import { identifyPattern } from '#core/xrd/identify/identifyPattern.ts';
import { radiationOf } from '#core/xrd/radiations.ts';
import { diffractionPatternOf } from '#core/xrd/diffractionPatternOf.ts';
import { phaseLibrary } from '#resources/phases/phaseLibrary.ts';
import { XRAY_TABLES } from '#resources/xray/xrayTables.ts';
import { amalgamFilm } from '../../../simulate/amalgamFilm.ts';
import { filmOnSubstrate, type FilmOnSubstrate } from '../../../simulate/filmOnSubstrate.ts';
import { createRandom } from '../../../simulate/random.ts';
import { importBytes } from '../../../support/importBytes.ts';
import { sharedFile } from '../../../support/sharedData.ts';

const radiation = radiationOf('CuKa') ?? expect.fail('no CuKa');
const phases = phaseLibrary();
const sought = allowedPhases(phases, ['Li', 'Hg', 'La', 'Ti', 'O']).filter(({ kind }) => kind === 'crystal');
const POWDER: SampleGeometry = { kind: 'powder' };
const SHAPE = { background_counts: 100, fwhm_deg: 0.1, eta: 0.4 };

type Counts = ReturnType<typeof amalgamFilm>;

interface Looked {
  readonly amounts: (geometry: SampleGeometry, change?: Partial<Identification>) => PhaseAmounts;
}

function lookAt(counts: Counts): Looked {
  const pattern = { ...counts, radiation };
  const source = { pattern, phases, radiation, tables: XRAY_TABLES };
  const identification = identifyPattern({ ...source, phases: sought });
  return {
    amounts: (geometry, change = {}) =>
      phaseAmounts({ ...source, geometry, identification: { ...identification, ...change } }),
  };
}

const powder = (weights: Readonly<Record<string, number>>, seed: number) =>
  lookAt(amalgamFilm({ ...SHAPE, weights, strongest_counts: 8000 }, createRandom(seed)));

const film = (sample: Pick<FilmOnSubstrate, 'film' | 'thickness_um'>, seed: number) =>
  lookAt(
    filmOnSubstrate(
      { ...SHAPE, ...sample, substrate: 'LLTO-tet', strongest_counts: 8000 },
      createRandom(seed),
    ),
  );

const layer = (thickness_um: number | null): SampleGeometry => ({
  kind: 'layer',
  substrate: 'LLTO-tet',
  thickness_um,
});

const shareOf = ({ phases: shares }: PhaseAmounts, id: string) =>
  shares.find((share) => share.id === id) ?? expect.fail(`${id} is not there`);
const codes = ({ doubts }: PhaseAmounts) => doubts.map(({ code }) => code);

describe('a simulated powder of 30 wt% LiHg3, 20 wt% Li3Hg and 50 wt% LLTO', () => {
  const weights = { LiHg3: 30, Li3Hg: 20, 'LLTO-tet': 50 };
  const found = powder(weights, 11).amounts(POWDER);

  test.each(Object.entries(weights))('holds %s: %d wt% by both methods', (id, percent) => {
    const { wholePattern, rir } = shareOf(found, id);
    expect(Math.abs(100 * (wholePattern?.weightFraction ?? NaN) - percent)).toBeLessThan(2);
    expect(Math.abs(100 * (rir?.weightFraction ?? NaN) - percent)).toBeLessThan(2);
    // Counting 10 000 counts a line leaves about 1 % of a share.
    expect(100 * (rir?.error ?? NaN)).toBeGreaterThan(0.1);
    expect(100 * (rir?.error ?? NaN)).toBeLessThan(1.5);
  });

  test('has lines that stand alone: the odd one of Li3Hg, the (201) of LiHg3', () => {
    expect(shareOf(found, 'Li3Hg').line?.twoTheta_deg).toBeCloseTo(23.466, 2);
    expect([24.754, 38.121]).toContainEqual(
      expect.closeTo(shareOf(found, 'LiHg3').line?.twoTheta_deg ?? NaN, 2),
    );
  });

  test('is doubted: a film would look the same, LiHg shares lines, cards and LLTO are open', () => {
    expect(codes(found)).toEqual(
      expect.arrayContaining([
        'layer-likely',
        'microabsorption',
        'crystalline-only',
        'lihg-overlap',
        'card-not-compared',
        'llto-composition',
      ]),
    );
    expect(found.layer).toBe(null);
    for (const doubt of found.doubts) expect(describeAmountDoubt(doubt)).toMatch(/^[A-Z0-9].{20,}\.$/su);
  });
});

test('errors by RIR hold the true share in 10 or more of 12 powders at two standard errors', () => {
  let hits = 0;
  const SEEDS = Array.from({ length: 12 }, (_, i) => 500 + i);
  const weights = { LiHg3: 40, 'LLTO-tet': 60 };
  const [first, ...others] = SEEDS.map((seed) =>
    amalgamFilm({ ...SHAPE, weights, strongest_counts: 1500 }, createRandom(seed)),
  );
  if (!first) throw new Error('no scan');
  // The verdicts of the first serve for all: what is looked at here is the counting.
  const pattern = { ...first, radiation };
  const source = { phases, radiation, tables: XRAY_TABLES };
  const identification = identifyPattern({ ...source, pattern, phases: sought });
  for (const counts of [first, ...others]) {
    const scan = { ...source, pattern: { ...counts, radiation }, identification, geometry: POWDER };
    const { rir } = shareOf(phaseAmounts(scan), 'LiHg3');
    if (rir && Math.abs(rir.weightFraction - 0.4) < 2 * rir.error) hits += 1;
  }
  expect(hits, `${hits} of 12, seeds 500 to 511`).toBeGreaterThanOrEqual(10);
});

describe('information depths at Cu Kα', () => {
  // ln 100·sin θ/(2µ): 4.60517·sin 19.06°/(2·2590.5), 4.60517·sin 11.733°/(2·994.9) and so on, in 1e-4 cm.
  const found = powder({ LiHg3: 30, Li3Hg: 20, 'LLTO-tet': 50 }, 11).amounts(POWDER);
  const MU = { LiHg3: 2590.5, Li3Hg: 994.9, 'LLTO-tet': 1056 };

  test.each(Object.entries(MU))('of %s (µ = %f per cm) is that of its line', (id, mu) => {
    const depth = shareOf(found, id).depth ?? expect.fail('no depth');
    const expected_um = (4.60517 * Math.sin((depth.twoTheta_deg * Math.PI) / 360) * 1e4) / (2 * mu);
    expect(depth.t99_um / expected_um).toBeCloseTo(1, 2);
  });

  test('of the sample are those of the dense mixture at both ends of the scan', () => {
    // Volumes 30/12.4275, 20/5.2072 and 50/4.9488 make µ = 1268 per cm.
    const volumes = [30 / 12.4275, 20 / 5.2072, 50 / 4.9488] as const;
    const whole = volumes[0] + volumes[1] + volumes[2];
    const mu = (volumes[0] * 2590.5 + volumes[1] * 994.9 + volumes[2] * 1056) / whole;
    const [low, high] = found.depths;
    expect(low?.twoTheta_deg).toBe(15);
    expect(high?.twoTheta_deg).toBeCloseTo(75, 9);
    const expected_um = (angle: number) => (4.60517 * Math.sin((angle * Math.PI) / 360) * 1e4) / (2 * mu);
    expect((low?.t99_um ?? NaN) / expected_um(15)).toBeCloseTo(1, 1);
    expect((high?.t99_um ?? NaN) / expected_um(75)).toBeCloseTo(1, 1);
  });
});

describe('a simulated film of 1 µm LiHg3 on LLTO', () => {
  const looked = film({ film: { LiHg3: 1 }, thickness_um: 1 }, 21);

  test('shows its thickness in the ratio of its lines to those of the substrate', () => {
    const { layer: found, doubts } = looked.amounts(layer(null));
    expect(found?.apparent?.thickness_um).toBeGreaterThan(0.93);
    expect(found?.apparent?.thickness_um).toBeLessThan(1.07);
    expect(found?.apparent?.error_um).toBeGreaterThan(0.002);
    expect(found?.apparent?.error_um).toBeLessThan(0.05);
    expect(found?.mu_perCm).toBeCloseTo(2590, -1);
    const seen = doubts.map(({ code }) => code);
    expect(seen).toEqual(expect.arrayContaining(['substrate-seen', 'thinner-than-depth']));
    expect(seen).not.toContain('microabsorption');
    expect(seen).not.toContain('layer-likely');
  });

  test('of given thickness gives 1 − exp(−2µt/sin θ) of an endless one, and lets the rest of LLTO through', () => {
    const found = looked.amounts(layer(1));
    const angleOf = (id: string) => shareOf(found, id).line?.twoTheta_deg ?? NaN;
    const through = (angle: number) => Math.exp(-0.5181 / Math.sin((angle * Math.PI) / 360));
    const partOf = (id: string) => found.layer?.parts.find((part) => part.id === id);
    expect(partOf('LiHg3')?.signalShare).toBeCloseTo(1 - through(angleOf('LiHg3')), 2);
    expect(partOf('LLTO-tet')?.signalShare).toBeCloseTo(through(angleOf('LLTO-tet')), 2);
    expect(partOf('LiHg3')?.filmFraction?.weightFraction).toBe(1);
    expect(codes(found)).not.toContain('thickness-contradicts');
  });

  test('said to be 70 µm thick is contradicted: nothing of the substrate would come through', () => {
    expect(codes(looked.amounts(layer(70)))).toContain('substrate-through-film');
    expect(codes(looked.amounts(layer(2.5)))).toContain('thickness-contradicts');
  });

  test('taken for a powder is told to be none', () => {
    expect(codes(looked.amounts(POWDER))).toContain('layer-likely');
  });

  test('on a substrate that is not there has no thickness', () => {
    const found = looked.amounts({ kind: 'layer', substrate: 'Si', thickness_um: null });
    expect(codes(found)).toContain('substrate-not-found');
    expect(found.layer?.apparent ?? null).toBe(null);
  });
});

test('a film of 2 µm holds 60 wt% LiHg3 beside Li3Hg, whatever lies below', () => {
  const { layer: found } = film({ film: { LiHg3: 60, Li3Hg: 40 }, thickness_um: 2 }, 31).amounts(layer(null));
  const part = found?.parts.find(({ id }) => id === 'LiHg3');
  expect(Math.abs(100 * (part?.filmFraction?.weightFraction ?? NaN) - 60)).toBeLessThan(1);
  const { thickness_um, error_um } = found?.apparent ?? expect.fail('no thickness');
  expect(Math.abs(thickness_um - 2)).toBeLessThan(3 * error_um);
  expect(error_um).toBeLessThan(0.1);
});

describe('what is not seen', () => {
  const looked = powder({ LiHg3: 1 }, 41);

  test('makes 100 % of a single phase worthless', () => {
    const found = looked.amounts(POWDER);
    expect(shareOf(found, 'LiHg3').rir).toEqual({ weightFraction: 1, error: 0 });
    expect(codes(found)).toContain('single-phase');
  });

  test('is named: a halo, peaks of nothing', () => {
    const found = looked.amounts(POWDER, {
      halos: [{ id: 'Hg-liquid', share: 0.2, significance: 12 }],
      unexplainedPeaks: [{ twoTheta_deg: 30, d_A: 2.98, relativeIntensity: 3 }],
      rwp: 0.4,
    });
    expect(codes(found)).toEqual(
      expect.arrayContaining(['poor-fit', 'amorphous', 'unexplained-peaks', 'crystalline-only']),
    );
  });

  test('leaves nothing to say where no phase is present', () => {
    const found = looked.amounts(POWDER, { phases: [] });
    expect(found).toMatchObject({ phases: [], depths: [], layer: null, doubts: [] });
  });
});

describe('real powders that were weighed', () => {
  /** Grams, by the names that their owners gave the files. */
  const WEIGHED: readonly (readonly [string, Readonly<Record<string, number>>, number])[] = [
    ['dara/Li2CO3_0p9001-ZrO2_0p1000--2min.xrdml', { Li2CO3: 0.9001, 'ZrO2-mon': 0.1 }, 1],
    [
      'dara/NiO_0p2030-Li2CO3_0p2999-TiO2_0p5025--2min.xrdml',
      { NiO: 0.203, Li2CO3: 0.2999, 'TiO2-anatase': 0.5025 },
      3,
    ],
  ];

  for (const [file, grams, most_percent] of WEIGHED) {
    const path = sharedFile(`xrd/${file}`);
    test.skipIf(path === null)(
      `${file}: the whole pattern is right within ${most_percent} wt%, both within two errors`,
      async () => {
        const outcome = await importBytes(readFileSync(path ?? ''), path ?? '');
        const [dataset] = outcome.ok ? outcome.datasets : [];
        const read = dataset && diffractionPatternOf(dataset);
        if (read?.ok !== true) return expect.fail('no pattern');
        const wanted = phases.filter(({ id }) => id in grams);
        const source = { pattern: read.pattern, radiation, tables: XRAY_TABLES, phases };
        const identification = identifyPattern({ ...source, phases: wanted });
        const found = phaseAmounts({ ...source, identification, geometry: POWDER });
        const whole = Object.values(grams).reduce((sum, mass) => sum + mass, 0);
        for (const [id, mass] of Object.entries(grams)) {
          const share = shareOf(found, id).wholePattern ?? expect.fail('no share');
          const apart = Math.abs(share.weightFraction - mass / whole);
          expect(100 * apart, id).toBeLessThan(most_percent);
          expect(apart, id).toBeLessThan(1.96 * share.error);
          // Wider than weighing and any scatter of laboratories would make it, it would say nothing.
          expect(100 * share.error, id).toBeLessThan(3);
          const { weightFraction, error } = shareOf(found, id).rir ?? expect.fail('no RIR');
          expect(Math.abs(weightFraction - mass / whole), id).toBeLessThan(2 * error);
        }
      },
    );
  }
});
