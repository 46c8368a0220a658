import { describe, expect, test } from 'vitest';
import { radiationOf, TUBES } from '#core/xrd/radiations.ts';

/** hc in eV Å, CODATA. */
const HC_EV_A = 12398.41984;
/** Energies in eV of K–L3, K–L2 and K–M3 in Elam's tables, as Debian's XrayDB 4.4.7 lists them. */
const ELAM_EV = {
  Cr: [5414.9, 5405.2, 5946.8],
  Fe: [6405.2, 6392.1, 7059.3],
  Co: [6930.9, 6915.8, 7649.1],
  Cu: [8046.3, 8026.7, 8903.9],
  Mo: [17480, 17375, 19606],
  Ag: [22163, 21990, 24941],
} as const;

describe('lines of laboratory tubes', () => {
  test.each(Object.entries(ELAM_EV))('of %s agree with the energies of another table', (anode, energies) => {
    const tube = TUBES[anode as keyof typeof ELAM_EV];
    const lines = [tube.ka1_A, tube.ka2_A, tube.kb1_A];
    // That table is rounded to 0.1 eV and up to 1.5 eV off itself.
    for (const [i, line] of lines.entries()) {
      expect(Math.abs((line * (energies[i] ?? NaN)) / HC_EV_A - 1)).toBeLessThan(3e-4);
    }
  });

  test('Kβ has the digits that published programs transcribe from Hölzer and Deslattes', () => {
    const kBeta = Object.fromEntries(Object.entries(TUBES).map(([anode, { kb1_A }]) => [anode, kb1_A]));
    expect(kBeta).toEqual({
      Cr: 2.084881,
      Fe: 1.756604,
      Co: 1.620826,
      Cu: 1.392234,
      Mo: 0.632303,
      Ag: 0.4970817,
    });
  });

  test('a name gives one line, the doublet, or the doublet with Kβ', () => {
    const names = (id: string) => radiationOf(id)?.lines.map(({ name }) => name);
    expect(names('CoKa1')).toEqual(['Ka1']);
    expect(names('CoKa')).toEqual(['Ka1', 'Ka2']);
    expect(names('CoKaKb')).toEqual(['Ka1', 'Ka2', 'Kb1']);
    expect(names('NiKa')).toBeUndefined();
  });
});
