import { expect, test } from 'vitest';
import { differencePattern, type DifferencePattern } from '#core/xrd/compare/differencePattern.ts';
import type { DiffractionPattern } from '#core/xrd/powderPattern.ts';
import { radiationOf } from '#core/xrd/radiations.ts';
import { amalgamFilm } from '../../../simulate/amalgamFilm.ts';
import { createRandom } from '../../../simulate/random.ts';

function scan(first: number, step: number, counts: readonly number[]): DiffractionPattern {
  const intensity_counts = Float64Array.from(counts);
  return {
    twoTheta_deg: Float64Array.from(counts, (_, i) => first + step * i),
    intensity_counts,
    sigma_counts: intensity_counts.map(Math.sqrt),
    radiation: null,
  };
}

function flat(first: number, step: number, points: number, counts: number): DiffractionPattern {
  return scan(first, step, new Array<number>(points).fill(counts));
}

function differenceOf(...args: Parameters<typeof differencePattern>): DifferencePattern {
  const outcome = differencePattern(...args);
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.difference;
}

test('on one grid 144 counts less 100 are 44 ± √244', () => {
  const difference = differenceOf(
    { before: scan(20, 0.02, [100, 100, 100]), after: scan(20, 0.02, [144, 144, 144]) },
    { by: 'none' },
  );
  expect([...difference.difference_counts]).toEqual([44, 44, 44]);
  expect(difference.error_counts[1]).toBeCloseTo(Math.sqrt(244), 12);
  expect(difference).toMatchObject({ factor: 1, factorError: 0, isResampled: false, onlyInOne: [] });
});

test('a scan of 10 s a point is doubled before it is taken from one of 20 s, and so is its error', () => {
  const difference = differenceOf(
    { before: flat(20, 0.02, 5, 100), after: flat(20, 0.02, 5, 250) },
    { by: 'counting-time', before_s: 10, after_s: 20 },
  );
  expect(difference.factor).toBe(2);
  expect(difference.difference_counts[2]).toBe(50);
  expect(difference.error_counts[2]).toBeCloseTo(Math.sqrt(250 + 4 * 100), 12);
});

test('steps of 0.01° are averaged to those of 0.02°: half of the middle point and a quarter of each neighbour', () => {
  const difference = differenceOf(
    { before: flat(20, 0.01, 101, 50), after: flat(20, 0.02, 51, 80) },
    { by: 'none' },
  );
  expect(difference.twoTheta_deg).toHaveLength(51);
  expect(difference.isResampled).toBe(true);
  expect(difference.difference_counts[20]).toBeCloseTo(30, 9);
  // 50·(1/4 + 1/16 + 1/16) = 18.75.
  expect(difference.error_counts[20]).toBeCloseTo(Math.sqrt(80 + 18.75), 6);
});

test('what only one of the scans has is named', () => {
  const difference = differenceOf(
    { before: flat(20, 0.02, 501, 100), after: flat(22, 0.02, 651, 100) },
    { by: 'none' },
  );
  const rounded = difference.onlyInOne.map(({ pattern, from_deg, to_deg }) => [
    pattern,
    Number(from_deg.toFixed(6)),
    Number(to_deg.toFixed(6)),
  ]);
  expect(rounded).toEqual([
    ['before', 20, 22],
    ['after', 30, 35],
  ]);
  expect(difference.twoTheta_deg[0]).toBeCloseTo(22, 6);
  expect(difference.twoTheta_deg.at(-1)).toBeCloseTo(30, 6);
});

test('two simulated scans of one sample, one of them three times weaker, differ by counting noise alone', () => {
  const film = { weights: { 'LLTO-cub': 1 }, background_counts: 200, fwhm_deg: 0.12, eta: 0.4 };
  const random = createRandom(4406);
  const before = { ...amalgamFilm({ ...film, strongest_counts: 3000 }, random), radiation: null };
  const weaker = { ...film, background_counts: 600, strongest_counts: 9000 };
  const after = { ...amalgamFilm(weaker, random), radiation: null };
  const difference = differenceOf(
    { before, after },
    {
      by: 'substrate-line',
      window: { from_deg: 46.4, to_deg: 47.5, side_deg: 0.6, others_deg: [], clearance_deg: 0 },
    },
  );
  expect(Math.abs(difference.factor - 3)).toBeLessThan(3 * difference.factorError);
  const pulls = Array.from(
    difference.difference_counts,
    (value, i) =>
      value / Math.hypot(difference.error_counts[i] ?? NaN, difference.scaleError_counts[i] ?? NaN),
  );
  const chiSquared = pulls.reduce((sum, pull) => sum + pull * pull, 0) / pulls.length;
  // 3001 points: χ²/ν is 1 ± 0.026, and the factor moves all points together.
  expect(Math.abs(chiSquared - 1), 'seed 4406').toBeLessThan(0.12);
});

test.each([
  ['no common angle', flat(20, 0.02, 50, 10), flat(30, 0.02, 50, 10), 'no-overlap'],
  [
    'another wavelength',
    { ...flat(20, 0.02, 50, 10), radiation: radiationOf('CuKa') ?? null },
    { ...flat(20, 0.02, 50, 10), radiation: radiationOf('MoKa') ?? null },
    'different-radiation',
  ],
])('patterns with %s are refused', (_, before, after, refusal) => {
  expect(differencePattern({ before, after }, { by: 'none' })).toEqual({ ok: false, refusal });
});

test('without the substrate line or the counting time there is no scale', () => {
  const pair = { before: flat(20, 0.02, 200, 100), after: flat(20, 0.02, 200, 100) };
  const window = { from_deg: 21.5, to_deg: 22.5, side_deg: 0.5, others_deg: [], clearance_deg: 0 };
  expect(differencePattern(pair, { by: 'substrate-line', window })).toEqual({
    ok: false,
    refusal: 'substrate-not-seen',
  });
  expect(differencePattern(pair, { by: 'counting-time', before_s: NaN, after_s: 1 })).toEqual({
    ok: false,
    refusal: 'counting-time-unknown',
  });
});
