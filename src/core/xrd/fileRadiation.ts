/** The X-rays of a dataset, from what its file says. */
import type { Metadata } from '#core/dataset.ts';
import type { Anode, Radiation, SpectralLine } from '#core/xrd/radiation.ts';

/**
 * Kα1 and Kα2 in ångström: Hölzer et al., Phys. Rev. A 56 (1997) 4554 (Cu, Co, Cr, Fe); Deslattes et al., Rev. Mod.
 * Phys. 75 (2003) 35 (Mo, Ag). They name the anode of a wavelength, and stand in where a file names its anode only.
 */
const TUBES: Readonly<Record<Anode, readonly [kAlpha1_A: number, kAlpha2_A: number]>> = {
  Cu: [1.5405929, 1.5444274],
  Co: [1.788996, 1.792835],
  Mo: [0.70931715, 0.713607],
  Ag: [0.55942178, 0.5638131],
  Cr: [2.289726, 2.293651],
  Fe: [1.936041, 1.939973],
};
/** The ratio of the statistical weights, and what every vendor's software takes. */
const USUAL_RATIO = 0.5;
/** Tables of the last sixty years differ by less than this. */
const SAME_LINE_A = 0.001;

function numberAt(metadata: Metadata, key: string): number | null {
  const value = metadata[key];
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null;
}

const isAnode = (text: unknown): text is Anode => typeof text === 'string' && Object.hasOwn(TUBES, text);

function anodeOf(metadata: Metadata, wavelength_A: number | null): Anode | null {
  const named = metadata['anode'];
  if (isAnode(named)) return named;
  if (wavelength_A === null) return null;
  const anodes = Object.keys(TUBES).filter(isAnode);
  return anodes.find((anode) => Math.abs(TUBES[anode][0] - wavelength_A) < SAME_LINE_A) ?? null;
}

/**
 * The lines that the metadata of a diffraction dataset name, or null when they name none. Without a ratio the tube's
 * doublet is taken with 1 : 0.5; a ratio of 0 is a beam behind a monochromator. A single wavelength stays single.
 */
export function fileRadiation(metadata: Metadata): Radiation | null {
  const single_A = numberAt(metadata, 'wavelength_A');
  const anode = anodeOf(metadata, numberAt(metadata, 'kAlpha1_A') ?? single_A);
  if (single_A !== null && numberAt(metadata, 'kAlpha1_A') === null) {
    const id = anode === null ? 'custom' : `${anode}Ka1`;
    return { id, anode, lines: [{ name: 'Ka1', wavelength_A: single_A, weight: 1 }], source: 'file' };
  }
  const kAlpha1_A = numberAt(metadata, 'kAlpha1_A') ?? (anode && TUBES[anode][0]);
  if (kAlpha1_A === null) return null;
  const second = secondLine(metadata, anode);
  const first: SpectralLine = { name: 'Ka1', wavelength_A: kAlpha1_A, weight: 1 };
  const lines = second ? [first, second] : [first];
  return {
    id: `${anode ?? 'custom'}${anode === null ? '' : second ? 'Ka' : 'Ka1'}`,
    anode,
    lines,
    source: 'file',
  };
}

function secondLine(metadata: Metadata, anode: Anode | null): SpectralLine | undefined {
  const given = metadata['ratioKAlpha2'];
  const weight = typeof given === 'number' ? given : USUAL_RATIO;
  const wavelength_A = numberAt(metadata, 'kAlpha2_A') ?? (anode && TUBES[anode][1]);
  return weight > 0 && wavelength_A !== null ? { name: 'Ka2', wavelength_A, weight } : undefined;
}
