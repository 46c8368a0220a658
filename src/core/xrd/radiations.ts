/** The radiations of laboratory tubes. */
import type { Anode, Radiation, SpectralLine } from '#core/xrd/radiation.ts';

/** The strong lines of an anode. */
interface Tube {
  readonly ka1_A: number;
  readonly ka2_A: number;
  /** Kβ1,3 of Cr to Cu, whose two lines lie as one; Kβ1 of Mo and Ag. */
  readonly kb1_A: number;
  readonly kb1ToKa1: number;
}

/**
 * Wavelengths: Hölzer et al., Phys. Rev. A 56 (1997) 4554 (Cr, Fe, Co, Cu); Deslattes et al., Rev. Mod. Phys. 75 (2003)
 * 35 (Mo, Ag). Kβ1 as published programs transcribe those tables, which were not seen themselves, and within 3·10⁻⁴ of
 * Elam's energies. Kβ1 to Kα1: Elam's emission strengths.
 */
export const TUBES: Readonly<Record<Anode, Tube>> = {
  Cu: { ka1_A: 1.5405929, ka2_A: 1.5444274, kb1_A: 1.392234, kb1ToKa1: 0.146 },
  Co: { ka1_A: 1.788996, ka2_A: 1.792835, kb1_A: 1.620826, kb1ToKa1: 0.143 },
  Mo: { ka1_A: 0.70931715, ka2_A: 0.713607, kb1_A: 0.632303, kb1ToKa1: 0.163 },
  Ag: { ka1_A: 0.55942178, ka2_A: 0.5638131, kb1_A: 0.4970817, kb1ToKa1: 0.17 },
  Cr: { ka1_A: 2.289726, ka2_A: 2.293651, kb1_A: 2.084881, kb1ToKa1: 0.139 },
  Fe: { ka1_A: 1.936041, ka2_A: 1.939973, kb1_A: 1.756604, kb1ToKa1: 0.141 },
};
/** By convention; measured ratios are 0.505 (Cr) to 0.531 (Ag). */
export const KA2_TO_KA1 = 0.5;
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
  const { ka1_A, ka2_A, kb1_A, kb1ToKa1 } = TUBES[anode];
  const first: SpectralLine = { name: 'Ka1', wavelength_A: ka1_A, weight: 1 };
  const second: SpectralLine = { name: 'Ka2', wavelength_A: ka2_A, weight: ratio };
  const beta = (weight: number): SpectralLine => ({ name: 'Kb1', wavelength_A: kb1_A, weight });
  const spectrum = {
    Ka1: [first],
    Ka: [first, second],
    KaKb: [first, second, beta(kb1ToKa1)],
    Kb1: [beta(1)],
  }[lines as 'Ka1' | 'Ka' | 'KaKb' | 'Kb1'];
  return { id, anode, lines: spectrum, source: 'user' };
}
