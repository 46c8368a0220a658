import { expect, test } from 'vitest';
import { aboveBackground, treatPattern } from '#core/xrd/background/treatPattern.ts';
import { radiationOf } from '#core/xrd/radiations.ts';
import { knownPattern } from '../../../simulate/knownBackground.ts';
import { createRandom } from '../../../simulate/random.ts';

const SEED = 23;
const known = knownPattern({ haloHeight_counts: 200, random: createRandom(SEED) });
const snip = { kind: 'snip', reach_deg: 1.6 } as const;
const indexAt = (angle: number) => Math.round((angle - 10) / 0.02);
const meanAround = (values: Float64Array, angle: number) => {
  const part = values.slice(indexAt(angle - 0.4), indexAt(angle + 0.4));
  return part.reduce((sum, value) => sum + value, 0) / part.length;
};

const METHODS = [snip, { kind: 'arpls', length_deg: 8 }] as const;
const STRONG = [
  [1, 0.25],
  [10, 0.12],
  [50, 0.25],
] as const;

test.each(STRONG)(
  'lines of %d times 9 000 counts, %f° wide, have no halo where none is',
  (lineScale, fwhm_deg) => {
    const pattern = knownPattern({
      haloHeight_counts: 0,
      random: createRandom(SEED + 1),
      lineScale,
      fwhm_deg,
    });
    for (const background of METHODS) {
      const found = treatPattern({ pattern, background, stripped: null }).background;
      expect(Math.max(...(found?.halo_counts ?? [NaN])), background.kind).toBe(0);
    }
  },
);

test('a halo beside lines is found at its place, neither made larger by their feet nor lost', () => {
  const { background } = treatPattern({ pattern: known, background: snip, stripped: null });
  const halo = background?.halo_counts ?? expect.fail('no background');
  const highest = halo.indexOf(Math.max(...halo));
  expect(Math.abs((known.twoTheta_deg[highest] ?? NaN) - 33)).toBeLessThan(0.5);
  expect(halo[highest]).toBeGreaterThan(140);
  expect(halo[highest]).toBeLessThan(210);
  // The line of 9 000 counts at 38.12° has feet there, the halo 200·exp(−4 ln 2·(17.77/5)²) = 0.
  expect(meanAround(halo, 50.77)).toBe(0);
});

test('subtraction keeps the halo where asked to: at 35° it has 200·exp(−4 ln 2·(2/5)²) = 128 counts', () => {
  const treated = treatPattern({ pattern: known, background: snip, stripped: null });
  const kept = aboveBackground(treated, { keepsHalo: true });
  const taken = aboveBackground(treated, { keepsHalo: false });
  expect(meanAround(kept, 35)).toBeGreaterThan(0.85 * 128);
  expect(meanAround(kept, 35)).toBeLessThan(1.2 * 128);
  expect(Math.abs(meanAround(taken, 35))).toBeLessThan(0.15 * 128);
});

test('the background of a fit is taken as the fit has it', () => {
  const { base_counts: background_counts, halo_counts } = known;
  const background = { background_counts, halo_counts };
  const treated = treatPattern({ pattern: known, background, stripped: null });
  const kept = aboveBackground(treated, { keepsHalo: true });
  const expected = known.intensity_counts.map((value, i) => value - (background_counts[i] ?? NaN));
  expect([...kept]).toEqual([...expected]);
});

test('without X-rays of two lines nothing is stripped', () => {
  const stripped = radiationOf('CuKa1') ?? null;
  const treated = treatPattern({ pattern: known, background: null, stripped });
  expect(treated.isStripped).toBe(false);
  expect(treated.intensity_counts).toBe(known.intensity_counts);
});

test('stripping and subtracting may change places: every curve is stripped alone', () => {
  const stripped = radiationOf('CuKa') ?? null;
  const both = treatPattern({ pattern: known, background: snip, stripped });
  const plain = treatPattern({ pattern: known, background: snip, stripped: null });
  const above = aboveBackground(plain, { keepsHalo: true });
  const after = treatPattern({
    pattern: { ...known, intensity_counts: above },
    background: null,
    stripped,
  });
  const found = aboveBackground(both, { keepsHalo: true });
  const apart = found.map((value, i) => Math.abs(value - (after.intensity_counts[i] ?? NaN)));
  expect(both.isStripped).toBe(true);
  expect(Math.max(...apart)).toBeLessThan(1e-6);
});
