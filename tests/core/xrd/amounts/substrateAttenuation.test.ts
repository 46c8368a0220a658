import { describe, expect, test } from 'vitest';
import { amountPhase } from '#core/xrd/amounts/amountPhase.ts';
import { substrateAttenuation, type ThicknessOutcome } from '#core/xrd/amounts/substrateAttenuation.ts';
import { radiationOf } from '#core/xrd/radiations.ts';
import { phaseLibrary } from '#resources/phases/phaseLibrary.ts';
import { XRAY_TABLES } from '#resources/xray/xrayTables.ts';
import { filmOnSubstrate } from '../../../simulate/filmOnSubstrate.ts';
import { createRandom } from '../../../simulate/random.ts';

const radiation = radiationOf('CuKa') ?? expect.fail('no CuKa');
function amount(id: string) {
  const phase = phaseLibrary().find((each) => each.id === id);
  if (phase?.kind !== 'crystal') throw new Error(id);
  return amountPhase(phase, NaN, { radiation, tables: XRAY_TABLES });
}

const [LLTO, LIHG3] = [amount('LLTO-cub'), amount('LiHg3')];

function scan(thickness_um: number, seed: number, strongest_counts = 4000) {
  const film = thickness_um > 0 ? { LiHg3: 1 } : {};
  const sample = { film, thickness_um, substrate: 'LLTO-cub', strongest_counts };
  const counts = filmOnSubstrate(
    { ...sample, background_counts: 60, fwhm_deg: 0.1, eta: 0.4 },
    createRandom(seed),
  );
  const options = { halfWidth_deg: 0.3, shape: { fwhm_deg: 0.1, eta: 0.4 } };
  return { pattern: { ...counts, radiation }, options };
}

type Scan = ReturnType<typeof scan>;

const between = (bare: Scan, coated: Scan, bareFactor = 1): ThicknessOutcome =>
  substrateAttenuation({ bare, coated, substrate: LLTO, film: LIHG3, bareFactor });

function thicknessOf(outcome: ThicknessOutcome) {
  return outcome.ok ? outcome.thickness : expect.fail(outcome.refusal);
}

describe('simulated scans of LLTO, bare and under LiHg3', () => {
  test.each([0.3, 1, 2])('%f µm weaken its lines by as much, at every angle', (thickness_um) => {
    const found = thicknessOf(between(scan(0, 1), scan(thickness_um, 2)));
    expect(found.kind).toBe('value');
    expect(Math.abs(found.thickness_um - thickness_um)).toBeLessThan(4 * found.error_um);
    expect(found.error_um).toBeLessThan(0.1 * thickness_um);
    expect(found.linesDisagree).toBe(false);
    for (const { twoTheta_deg, through } of found.lines) {
      const expected = Math.exp((-0.5181 * thickness_um) / Math.sin((twoTheta_deg * Math.PI) / 360));
      expect(Math.abs(through - expected)).toBeLessThan(0.05);
    }
  });

  test('the error holds the true thickness in 9 or more of 11 pairs at two standard errors', () => {
    const seeds = Array.from({ length: 11 }, (_, i) => 100 + 2 * i);
    const hits = seeds.filter((seed) => {
      const { thickness_um, error_um } = thicknessOf(between(scan(0, seed), scan(1, seed + 1)));
      return Math.abs(thickness_um - 1) < 2 * error_um;
    });
    expect(hits.length, `${hits.length} of 11, seeds 100 to 121`).toBeGreaterThanOrEqual(9);
  });

  test('under 15 µm nothing is left: only the least thickness is known, and it is a true one', () => {
    const found = thicknessOf(between(scan(0, 3), scan(15, 4)));
    expect(found.kind).toBe('at-least');
    // Of 4 000 counts 20 would be seen: ln 200·sin θ/(2µ) is about 3 µm at 33°.
    expect(found.limit95_um).toBeGreaterThan(1.5);
    expect(found.limit95_um).toBeLessThan(15);
  });

  test('without a film there is at most very little of one', () => {
    const found = thicknessOf(between(scan(0, 5), scan(0, 6)));
    if (found.kind === 'at-most') expect(found.limit95_um).toBeLessThan(0.02);
    else expect(Math.abs(found.thickness_um)).toBeLessThan(0.02);
  });

  test('a scan twice as long is allowed for', () => {
    const longer = thicknessOf(between(scan(0, 7, 2000), scan(1, 8, 4000), 2));
    expect(Math.abs(longer.thickness_um - 1)).toBeLessThan(4 * longer.error_um);
  });
});

describe('no thickness is given', () => {
  test('where the substrate is stronger with the film than without it', () => {
    expect(between(scan(0, 9, 2000), scan(0.1, 10))).toEqual({ ok: false, refusal: 'not-weaker' });
  });

  test('where the scan said to be bare has lines of the film', () => {
    expect(between(scan(1, 9), scan(1, 10))).toEqual({ ok: false, refusal: 'not-bare' });
  });

  test('where the attenuation is not known, no line stands alone, or none is seen', () => {
    const request = { bare: scan(0, 11), coated: scan(1, 12), substrate: LLTO, film: LIHG3, bareFactor: 1 };
    const refusalOf = (change: object) => substrateAttenuation({ ...request, ...change });
    expect(refusalOf({ film: { ...LIHG3, mu_perCm: NaN } })).toEqual({
      ok: false,
      refusal: 'attenuation-unknown',
    });
    expect(refusalOf({ substrate: { ...LLTO, reference: { ...LLTO.reference, lines: [] } } })).toEqual({
      ok: false,
      refusal: 'no-common-line',
    });
    expect(refusalOf({ bare: scan(0, 13, 1) })).toEqual({ ok: false, refusal: 'bare-not-seen' });
  });
});
