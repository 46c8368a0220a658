import { expect, test } from 'vitest';
import { phaseAmounts } from '#core/xrd/amounts/phaseAmounts.ts';
import { identifyPattern } from '#core/xrd/identify/identifyPattern.ts';
import { lineScatter, scatterError } from '#core/xrd/identify/lineScatter.ts';
import { serialCorrelation } from '#core/xrd/identify/serialCorrelation.ts';
import { radiationOf } from '#core/xrd/radiations.ts';
import { phaseLibrary } from '#resources/phases/phaseLibrary.ts';
import { XRAY_TABLES } from '#resources/xray/xrayTables.ts';
import { imperfectPowder, type Imperfections } from '../../../simulate/imperfectPowder.ts';
import { createRandom } from '../../../simulate/random.ts';

const radiation = radiationOf('CuKa') ?? expect.fail('no CuKa');
const phases = phaseLibrary();
const WEIGHTS: Readonly<Record<string, number>> = { Li2O: 30, LiOH: 20, Li2CO3: 50 };

function sharesOf(imperfect: Imperfections, seed: number) {
  const pattern = { ...imperfectPowder(WEIGHTS, imperfect, createRandom(seed)), radiation };
  const source = { pattern, radiation, tables: XRAY_TABLES, phases };
  const sought = phases.filter(({ id }) => id in WEIGHTS);
  const identification = identifyPattern({ ...source, phases: sought });
  return phaseAmounts({ ...source, identification, geometry: { kind: 'powder' } }).phases;
}

test('95 % intervals hold the share in 13 or more of 15: texture, leaning lines, few grains, wrong structures', () => {
  const SEEDS = [900, 901, 902, 903, 904];
  const imperfect = { mostMarch: 1.4, lean: 1.4, lines: 0.1, phases: 0.05 };
  const looked = SEEDS.flatMap((seed) => sharesOf(imperfect, seed)).map(({ id, wholePattern }) => {
    const { weightFraction = NaN, error = NaN } = wholePattern ?? {};
    return { apart: Math.abs(weightFraction - (WEIGHTS[id] ?? NaN) / 100), error };
  });
  const hits = looked.filter(({ apart, error }) => apart < 1.96 * error).length;
  expect(looked).toHaveLength(15);
  expect(hits, `${hits} of 15, seeds ${SEEDS.join(', ')}`).toBeGreaterThanOrEqual(13);
  // An interval of any share would hold it as well.
  expect(Math.max(...looked.map(({ error }) => error))).toBeLessThan(0.08);
});

test('parts of an error add in squares, and make it', () => {
  const [share] = sharesOf({ mostMarch: 1, lean: 1, lines: 0, phases: 0 }, 910);
  const { fit, grains, methods } = share?.errors ?? expect.fail('no errors');
  expect(share?.wholePattern?.error).toBeCloseTo(Math.sqrt(fit ** 2 + grains ** 2 + methods ** 2), 12);
  // 5 % of each phase: w·0.05·√((1 − w)² + Σ others²), with w = 0.5, 0.3 and 0.2.
  expect(fit).toBeGreaterThan(0.9 * 0.5 * 0.05 * Math.sqrt(0.25 + 0.09 + 0.04));
});

test('noise alone widens nothing; residuals that come in pairs widen errors by √2', () => {
  const random = createRandom(77);
  const noise = Float64Array.from({ length: 20_000 }, () => random.normal());
  const paired = noise.map((_, i) => noise[i >> 1] ?? NaN);
  expect(serialCorrelation(noise)).toBeLessThan(1.03);
  expect(serialCorrelation(paired) / Math.SQRT2).toBeGreaterThan(0.97);
  expect(serialCorrelation(paired) / Math.SQRT2).toBeLessThan(1.03);
});

test('ten equal lines that are off by 10 % each show that, and leave 10 %/√10 of their mean', () => {
  const random = createRandom(78);
  const lines = (scatter: number) =>
    Array.from({ length: 10 }, (_, reflection) => {
      const error = 0.02;
      return { reflection, ratio: 1 + Math.hypot(scatter, error) * random.normal(), error };
    });
  const phasesOf = (scatter: number) => Array.from({ length: 50 }, () => lines(scatter));
  expect(lineScatter(phasesOf(0.1))).toBeGreaterThan(0.09);
  expect(lineScatter(phasesOf(0.1))).toBeLessThan(0.11);
  expect(lineScatter(phasesOf(0))).toBeLessThan(0.008);
  expect(scatterError(lines(0), 0.1)).toBeCloseTo(0.1 / Math.sqrt(10), 12);
});
