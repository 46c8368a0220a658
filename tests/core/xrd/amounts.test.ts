import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { attenuationOf } from '#core/xrd/absorption.ts';
import type { CrystalPhase } from '#core/xrd/crystalPhase.ts';
import { filmThickness_um, informationDepth_um, layerShare, substrateShare } from '#core/xrd/layerModel.ts';
import { radiationOf } from '#core/xrd/radiations.ts';
import { iOverIc, weightFractions } from '#core/xrd/rir.ts';
import { phaseLibrary } from '#resources/phases/phaseLibrary.ts';
import { XRAY_TABLES } from '#resources/xray/xrayTables.ts';

/** Made by another program: tests/fixtures/PROVENANCE.md. */
const TABLES = JSON.parse(readFileSync('tests/fixtures/xrd/peakTables.json', 'utf8')) as Record<
  string,
  { readonly density_g_cm3: number; readonly muLinear_perCm: number; readonly iOverIc: number }
>;
const crystals = phaseLibrary().filter((phase): phase is CrystalPhase => phase.kind === 'crystal');

/** Phases that the other program did not compute are named in computePattern.test.ts. */
const computedElsewhere = crystals.filter(({ id }) => id in TABLES);

test.each(computedElsewhere.map((phase) => [phase.id, phase] as const))(
  'density, attenuation and I/Ic of %s are those of another program',
  (id, phase) => {
    const table = TABLES[id];
    const corundum = crystals.find((each) => each.id === 'Al2O3');
    const cu = radiationOf('CuKa1');
    if (!table || !corundum || !cu) throw new Error(id);
    const { density_g_cm3, mu_perCm } = attenuationOf(phase, XRAY_TABLES, 'CuKa1');
    expect(Math.abs(density_g_cm3 / table.density_g_cm3 - 1)).toBeLessThan(0.001);
    expect(Math.abs(mu_perCm - table.muLinear_perCm)).toBeLessThan(0.06 + 0.002 * table.muLinear_perCm);
    expect(Math.abs(iOverIc(phase, corundum, cu, XRAY_TABLES) / table.iOverIc - 1)).toBeLessThan(0.005);
  },
);

test('1000 counts of LiHg3 and 400 of Li3Hg are 72.5 and 27.5 % by weight, with equal errors', () => {
  const [first, second] = weightFractions([
    { intensity: 1000, error: Math.sqrt(1000), iOverIc: 19.883 },
    { intensity: 400, error: 20, iOverIc: 21.02 },
  ]);
  expect(first?.weightFraction).toBeCloseTo(0.7254980464705314, 12);
  expect(second?.weightFraction).toBeCloseTo(0.2745019535294686, 12);
  // d ln(w/(1−w)) is the relative error of the ratio, so σ(w) = w(1−w)·√(1/1000 + 1/400).
  expect(first?.error).toBeCloseTo(0.7254980464705314 * 0.2745019535294686 * Math.sqrt(0.0035), 12);
  expect(second?.error).toBeCloseTo(first?.error ?? NaN, 12);
});

test.each([
  [2590.5, [1.54, 3.04, 4.44], 0.005],
  [994.9, [4.0, 7.9, 11.6], 0.05],
  [1056, [3.8, 7.4, 10.9], 0.06],
])('with µ = %f per cm 99 %% of the signal comes from %j µm at 20, 40 and 60°', (mu, depths, rounding) => {
  [20, 40, 60].forEach((angle, i) => {
    const depth = informationDepth_um(mu, angle);
    expect(Math.abs(depth - (depths[i] ?? NaN))).toBeLessThan(rounding + 0.001);
    expect(layerShare(mu, depth, angle)).toBeCloseTo(0.99, 12);
  });
});

test('a film of 1 µm LiHg3 lets 22.0 % of the LLTO line at 40° through, which gives its thickness back', () => {
  // exp(−2·2590.5·1e−4/sin 20°), by hand.
  const share = substrateShare(2590.5, 1, 40);
  expect(share).toBeCloseTo(0.2198, 3);
  const film = filmThickness_um(2590.5, {
    twoTheta_deg: 40,
    covered: 10_000 * share,
    coveredError: 0.01 * 10_000 * share,
    bare: 10_000,
    bareError: 0,
  });
  expect(film?.thickness_um).toBeCloseTo(1, 12);
  // One per cent of ln I is 0.01·sin θ/(2µ) = 0.0066 µm.
  expect(film?.error_um).toBeCloseTo(0.0066, 4);
  expect(
    filmThickness_um(2590.5, { twoTheta_deg: 40, covered: 0, coveredError: 1, bare: 1, bareError: 1 }),
  ).toBe(undefined);
});
