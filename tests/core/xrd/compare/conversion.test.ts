import { describe, expect, test } from 'vitest';
import { conversion, CONVERSION_LINES, type Conversion } from '#core/xrd/compare/conversion.ts';
import type { WindowOptions } from '#core/xrd/compare/integrateLine.ts';
import { referencePhase, strengthByRir } from '#core/xrd/compare/referenceLines.ts';
import type { CrystalPhase } from '#core/xrd/crystalPhase.ts';
import { radiationOf } from '#core/xrd/radiations.ts';
import { phaseLibrary } from '#resources/phases/phaseLibrary.ts';
import { XRAY_TABLES } from '#resources/xray/xrayTables.ts';
import { amalgamFilm } from '../../../simulate/amalgamFilm.ts';
import { createRandom, type Random } from '../../../simulate/random.ts';

const radiation = radiationOf('CuKa');
if (!radiation) throw new Error('no Cu Kα');
const source = { radiation, tables: XRAY_TABLES };

function crystal(id: string): CrystalPhase {
  const phase = phaseLibrary().find((each) => each.id === id);
  if (phase?.kind !== 'crystal') throw new Error(id);
  return phase;
}

const from = referencePhase(crystal('LiHg3'), { ...source, hkl: CONVERSION_LINES.LiHg3 });
const to = referencePhase(crystal('Li3Hg'), { ...source, hkl: CONVERSION_LINES.Li3Hg });
const substrate = referencePhase(crystal('LLTO-cub'), source);
const options: WindowOptions = {
  halfWidth_deg: 0.3,
  others_deg: substrate.allLines_deg,
  shape: { fwhm_deg: 0.1, eta: 0.4 },
};

/** g/mol from Li 6.94 and Hg 200.592. */
const [LIHG3, LI3HG] = [608.716, 221.412];

/** A sample in which this share of the mercury is in Li3Hg, half of it by weight LLTO. */
function simulated(share: number, random: Random, strongest_counts = 1500) {
  const weights = { LiHg3: ((1 - share) / 3) * LIHG3, Li3Hg: share * LI3HG, 'LLTO-cub': 200 };
  const film = { weights, strongest_counts, background_counts: 120, fwhm_deg: 0.1, eta: 0.4 };
  return { ...amalgamFilm(film, random), radiation: null };
}

function converted(...args: Parameters<typeof conversion>): Conversion {
  const outcome = conversion(...args);
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.conversion;
}

test('there are 6 mercury atoms in 162.7 Å³ of LiHg3 and 4 in 282.4 Å³ of Li3Hg', () => {
  expect(from.element_perA3).toBeCloseTo(6 / ((Math.sqrt(3) / 2) * 6.253 ** 2 * 4.804), 6);
  expect(to.element_perA3).toBeCloseTo(4 / 6.561 ** 3, 6);
});

test('strengths of lines agree with those from I/Ic, density and relative intensity of an independent table', () => {
  const old = from.lines.find(({ hkl }) => hkl.includes('2 0 1'));
  const fresh = to.lines.find(({ hkl }) => hkl.includes('1 1 1'));
  const byRir =
    strengthByRir({ iOverIc: 19.883, density_g_cm3: 12.4275, intensity: 100 }) /
    strengthByRir({ iOverIc: 21.02, density_g_cm3: 5.2072, intensity: 100 });
  expect((old?.strength ?? NaN) / (fresh?.strength ?? NaN) / byRir).toBeCloseTo(1, 2);
});

describe('simulated patterns, counted many times', () => {
  test('95 % intervals of the conversion hold it in 90 to 98 % of 300', () => {
    let hits = 0;
    for (let seed = 1; seed <= 300; seed += 1) {
      const random = createRandom(seed);
      const share = 0.05 + 0.9 * random.uniform();
      const { lower95, upper95 } = converted(simulated(share, random), { from, to }, options);
      if (lower95 <= share && share <= upper95) hits += 1;
    }
    expect(hits / 300, `${hits} of 300, seeds 1 to 300`).toBeGreaterThanOrEqual(0.9);
    expect(hits / 300, `${hits} of 300, seeds 1 to 300`).toBeLessThanOrEqual(0.98);
  });

  test.each([
    [0, 'at-most'],
    [1, 'at-least'],
  ] as const)(
    'a conversion of %d is given as a limit on one side that fails in at most 10 % of 100',
    (share, kind) => {
      let failures = 0;
      for (let seed = 1; seed <= 100; seed += 1) {
        const result = converted(simulated(share, createRandom(seed)), { from, to }, options);
        if (result.kind !== kind) failures += 1;
        else expect(kind === 'at-most' ? result.limit95 : 1 - (result.limit95 ?? NaN)).toBeLessThan(0.2);
      }
      expect(failures, 'seeds 1 to 100').toBeLessThanOrEqual(10);
    },
  );

  test('three per cent that are hardly seen lie within the limit that is given for them in 90 % and more', () => {
    let within = 0;
    for (let seed = 1; seed <= 100; seed += 1) {
      const { limit95, upper95 } = converted(simulated(0.03, createRandom(seed), 400), { from, to }, options);
      if (0.03 <= (limit95 ?? upper95)) within += 1;
    }
    expect(within, 'seeds 1 to 100').toBeGreaterThanOrEqual(90);
  });
});

test('a sample with neither phase has no conversion', () => {
  const film = { strongest_counts: 1500, background_counts: 120, fwhm_deg: 0.1, eta: 0.4 };
  const pattern = {
    ...amalgamFilm({ ...film, weights: { 'LLTO-cub': 1 } }, createRandom(7)),
    radiation: null,
  };
  expect(conversion(pattern, { from, to }, options)).toEqual({ ok: false, refusal: 'neither-seen' });
});

test('a line below which another phase lies is left out and named', () => {
  const random = createRandom(3);
  const outcome = converted(simulated(0.5, random), { from, to }, { halfWidth_deg: 0.3, others_deg: [28.5] });
  expect(outcome.from.skipped).toMatchObject([{ hkl: '2 -1 0', refusal: 'overlapped' }]);
  expect(outcome.from.lines).toHaveLength(1);
  expect(outcome.doubts).toContainEqual({ code: 'single-line', phase: 'LiHg3' });
});

test('the report names what it assumes, how deep it looks, and what layers could do', () => {
  const pattern = simulated(0.5, createRandom(5), 6000);
  const { assumptions, doubts } = converted(pattern, { from, to }, { ...options, thickness_um: 1 });
  expect(assumptions).toContain('no-texture');
  expect(assumptions).toContain('same-depth');
  const depthOf = (phase: string) => doubts.find((doubt) => doubt.code === 'layers' && doubt.phase === phase);
  // ln 100·sin(38.121°/2)/(2·2590.5 per cm) and ln 100·sin(45.833°/2)/(2·994.9 per cm).
  expect(depthOf('LiHg3')).toHaveProperty('informationDepth_um', expect.closeTo(2.903, 2));
  expect(depthOf('Li3Hg')).toHaveProperty('informationDepth_um', expect.closeTo(9.012, 2));
  // exp(2·2590.5e−4/sin 14.263°) for one micrometre.
  const thin = doubts.find((doubt) => doubt.code === 'thin-film' && doubt.phase === 'LiHg3');
  expect(thin).toHaveProperty('mostFactor', expect.closeTo(8.19, 1));
});

test('texture that makes the lines of a phase disagree is told', () => {
  const pattern = simulated(0.5, createRandom(9), 8000);
  // The (110) of LiHg3 doubled.
  const intensity_counts = pattern.intensity_counts.map((counts, i) =>
    Math.abs((pattern.twoTheta_deg[i] ?? NaN) - 28.55) < 0.3 ? 120 + 2 * (counts - 120) : counts,
  );
  const { doubts } = converted({ ...pattern, intensity_counts }, { from, to }, options);
  expect(doubts.filter(({ code }) => code === 'lines-disagree')).toMatchObject([{ phase: 'LiHg3' }]);
});
