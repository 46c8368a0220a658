import { describe, expect, test } from 'vitest';
import { patternBackground, type BackgroundMethod } from '#core/xrd/background/patternBackground.ts';
import { smoothBase } from '#core/xrd/background/smoothBase.ts';
import { knownPattern } from '../../../simulate/knownBackground.ts';
import { createRandom } from '../../../simulate/random.ts';

const SEED = 17;
const withHalo = knownPattern({ haloHeight_counts: 200, random: createRandom(SEED) });
const without = knownPattern({ haloHeight_counts: 0, random: createRandom(SEED) });

const HAND = [10.5, 12, 14, 18, 22, 26.5, 28, 29, 30, 31, 34.5, 35.5, 36.5, 40, 44, 47, 55, 62, 72, 79];
const FOLLOWING: readonly BackgroundMethod[] = [
  { kind: 'snip', reach_deg: 1.6 },
  { kind: 'arpls', length_deg: 3 },
  { kind: 'points', twoTheta_deg: HAND },
];
const ALL: readonly BackgroundMethod[] = [...FOLLOWING, { kind: 'polynomial', degree: 5 }];

const found = new Map<string, Float64Array>();

/** Computed once: several tests look at it. */
function backgroundOf(pattern: typeof withHalo, method: BackgroundMethod): Float64Array {
  const key = `${method.kind} ${pattern === withHalo}`;
  const known = found.get(key) ?? patternBackground(pattern, method);
  found.set(key, known);
  return known;
}

/** Foot of the strongest line (η = 0.5) 1.5° away: 0.5·9000/(1 + 25²) = 7 of 140 counts, 5 %, which no method can see. */
const BETWEEN_LINES = 0.11;

/** Largest relative error where no line stands within a degree and a half. */
function worst(curve: Float64Array, truth: Float64Array): number {
  const lines = [16.36, 24.75, 32.7, 38.12, 50.77, 67.96];
  return withHalo.twoTheta_deg.reduce((most, angle, i) => {
    const isFree = angle > 11 && angle < 79 && lines.every((at) => Math.abs(angle - at) > 1.5);
    return isFree ? Math.max(most, Math.abs((curve[i] ?? NaN) / (truth[i] ?? NaN) - 1)) : most;
  }, 0);
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

describe('the background of a simulated pattern, as its formula has it', () => {
  test.each(ALL)('$kind: within 11 % between the lines', (method) => {
    expect(worst(backgroundOf(without, method), without.base_counts)).toBeLessThan(BETWEEN_LINES);
  });

  test.each(FOLLOWING)('$kind follows a halo and the scatter below it within 12 %', (method) => {
    const truth = withHalo.base_counts.map((value, i) => value + (withHalo.halo_counts[i] ?? NaN));
    expect(worst(backgroundOf(withHalo, method), truth)).toBeLessThan(0.12);
  });

  test.each(FOLLOWING)('$kind: the halo is parted from it with its area within 20 %', (method) => {
    const whole = backgroundOf(withHalo, method);
    const base = smoothBase(withHalo.twoTheta_deg, whole);
    expect(worst(base, withHalo.base_counts)).toBeLessThan(BETWEEN_LINES);
    const halo = whole.map((value, i) => value - (base[i] ?? NaN));
    expect(Math.min(...halo)).toBeGreaterThanOrEqual(0);
    expect(sum(halo) / sum(withHalo.halo_counts)).toBeGreaterThan(0.8);
    expect(sum(halo) / sum(withHalo.halo_counts)).toBeLessThan(1.2);
  });

  test.each(FOLLOWING)(
    '$kind: the feet of lines without a halo are taken for at most 30 % of one of 200 counts',
    (method) => {
      const whole = backgroundOf(without, method);
      const base = smoothBase(without.twoTheta_deg, whole);
      expect((sum(whole) - sum(base)) / sum(withHalo.halo_counts)).toBeLessThan(0.3);
    },
  );

  test('angles set by hand outside of the pattern give no background', () => {
    const none = patternBackground(without, { kind: 'points', twoTheta_deg: [5, 95] });
    expect(none.every(Number.isNaN)).toBe(true);
  });

  test('points that were not recorded leave the rest as it is', () => {
    const intensity_counts = without.intensity_counts.map((counts, i) => (i % 50 === 7 ? NaN : counts));
    const across = patternBackground({ ...without, intensity_counts }, { kind: 'snip', reach_deg: 1.6 });
    expect(worst(across, without.base_counts)).toBeLessThan(BETWEEN_LINES);
  });
});
