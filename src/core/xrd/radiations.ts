/** The radiations of laboratory tubes. */
import type { Anode, Radiation, SpectralLine } from '#core/xrd/radiation.ts';

/**
 * Wavelengths in ångström: Hölzer et al., Phys. Rev. A 56 (1997) 4554 (Cr, Fe, Co, Cu); Deslattes et al., Rev. Mod.
 * Phys. 75 (2003) 35 (Mo, Ag). Kβ1 to Kα1: Elam's emission strengths.
 */
const TUBES: Readonly<
  Record<Anode, readonly [ka1_A: number, ka2_A: number, kb1_A: number, kb1ToKa1: number]>
> = {
  Cu: [1.5405929, 1.5444274, 1.392234, 0.146],
  Co: [1.788996, 1.792835, 1.6208264, 0.143],
  Mo: [0.70931715, 0.713607, 0.632303, 0.163],
  Ag: [0.55942178, 0.5638131, 0.4970817, 0.17],
  Cr: [2.289726, 2.293651, 2.0848881, 0.139],
  Fe: [1.936041, 1.939973, 1.7566041, 0.141],
};
/** By convention; measured ratios are 0.505 (Cr) to 0.531 (Ag). */
const KA2_TO_KA1 = 0.5;
const ID = /^(Cu|Co|Mo|Ag|Cr|Fe)(Ka1|KaKb|Ka|Kb1)$/;

/** Every id that `radiationOf` knows: `CuKa1` one line, `CuKa` the doublet, `CuKaKb` with Kβ, `CuKb1` that alone. */
export const RADIATION_IDS: readonly string[] = Object.keys(TUBES).flatMap((anode) =>
  ['Ka1', 'Ka', 'KaKb', 'Kb1'].map((lines) => `${anode}${lines}`),
);

/** The radiation of an id; undefined for an unknown one. Kα2 weighs `ratio` of Kα1. */
export function radiationOf(id: string, ratio = KA2_TO_KA1): Radiation | undefined {
  const [match, name, lines] = ID.exec(id) ?? [];
  if (match === undefined) return undefined;
  const anode = name as Anode;
  const [ka1, ka2, kb1, kb1ToKa1] = TUBES[anode];
  const first: SpectralLine = { name: 'Ka1', wavelength_A: ka1, weight: 1 };
  const second: SpectralLine = { name: 'Ka2', wavelength_A: ka2, weight: ratio };
  const beta = (weight: number): SpectralLine => ({ name: 'Kb1', wavelength_A: kb1, weight });
  const spectrum = {
    Ka1: [first],
    Ka: [first, second],
    KaKb: [first, second, beta(kb1ToKa1)],
    Kb1: [beta(1)],
  }[lines as 'Ka1' | 'Ka' | 'KaKb' | 'Kb1'];
  return { id, anode, lines: spectrum, source: 'user' };
}
