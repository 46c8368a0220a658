import { describe, expect, test } from 'vitest';
import type { CrystalPhase } from '#core/xrd/crystalPhase.ts';
import { candidatePhases } from '#core/xrd/identify/candidatePhases.ts';
import { DECIDING_LINES, requiredLines } from '#core/xrd/identify/requiredLines.ts';
import { radiationOf } from '#core/xrd/radiations.ts';
import { phaseLibrary } from '#resources/phases/phaseLibrary.ts';
import { XRAY_TABLES } from '#resources/xray/xrayTables.ts';

const radiation = radiationOf('CuKa1') ?? expect.fail('no CuKa1');

/** Cu Kα1, from an independent calculation of the structures. */
const ANGLES_DEG: Readonly<Record<string, readonly number[]>> = {
  LiHg3: [16.356, 24.754, 28.526, 38.121],
  Li3Hg: [23.466, 45.833],
  LiHg: [27.106, 38.71],
};

function candidateOf(id: string, changed: Partial<CrystalPhase> = {}, twoThetaMax_deg = 90) {
  const phase = phaseLibrary().find((each) => each.id === id);
  if (phase?.kind !== 'crystal') return expect.fail(`no structure of ${id}`);
  const range = { twoThetaMin_deg: 5, twoThetaMax_deg, tables: XRAY_TABLES };
  const { crystals } = candidatePhases([{ ...phase, ...changed }], radiation, range);
  return crystals[0] ?? expect.fail('no candidate');
}

function anglesOf(id: string, changed: Partial<CrystalPhase> = {}, twoThetaMax_deg = 90): number[] {
  const candidate = candidateOf(id, changed, twoThetaMax_deg);
  return requiredLines(candidate).map((i) => candidate.reflections[i]?.twoTheta_deg ?? NaN);
}

describe('the lines that decide about a phase', () => {
  test.each([...DECIDING_LINES])(
    'every line of the rule of %s is a line of its computed pattern',
    (id, rule) => {
      const angles = anglesOf(id);
      expect(angles).toHaveLength(rule.length);
      const expected = ANGLES_DEG[id] ?? expect.fail(`no angles of ${id}`);
      expect(expected).toHaveLength(rule.length);
      expected.forEach((angle, i) => {
        expect(Math.abs((angles[i] ?? NaN) - angle)).toBeLessThan(0.002);
      });
    },
  );

  test('lie where the cell of the phase puts them, not at fixed spacings', () => {
    const wider = { a_A: 6.274, b_A: 6.274, c_A: 4.804, alpha_deg: 90, beta_deg: 90, gamma_deg: 120 };
    const angles = anglesOf('LiHg3', { cell: wider });
    expect(angles).toHaveLength(4);
    // d(110) = a/2 in a hexagonal cell; Bragg with 1.5405929 Å.
    expect(angles[2]).toBeCloseTo((2 * Math.asin(1.5405929 / 6.274) * 180) / Math.PI, 2);
  });

  test('are only those in the range of the pattern', () => {
    expect(anglesOf('Li3Hg', {}, 40)).toHaveLength(1);
  });

  test('are the three strongest of a phase without a rule', () => {
    const candidate = candidateOf('NaCl');
    const intensities = requiredLines(candidate).map((i) => candidate.reflections[i]?.intensity ?? NaN);
    const all = candidate.reflections.map(({ intensity }) => intensity).sort((a, b) => b - a);
    expect(intensities.sort((a, b) => b - a)).toEqual(all.slice(0, 3));
  });
});
