/** The X-rays of a dataset, from what its file says. */
import type { Metadata } from '#core/dataset.ts';
import type { Anode, Radiation, SpectralLine } from '#core/xrd/radiation.ts';
import { KA2_TO_KA1, radiationOf, TUBES } from '#core/xrd/radiations.ts';

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
  return anodes.find((anode) => Math.abs(TUBES[anode].ka1_A - wavelength_A) < SAME_LINE_A) ?? null;
}

/**
 * The lines that the metadata of a diffraction dataset name, or null when they name none. Without a ratio the tube's
 * doublet is taken with 1 : 0.5; a ratio of 0 is a beam behind a monochromator. A single wavelength stays single. What
 * the user gave takes the place of all that.
 */
export function fileRadiation(metadata: Metadata): Radiation | null {
  if (metadata['radiationSource'] === 'given') return radiationOf(String(metadata['radiation'])) ?? null;
  const single_A = numberAt(metadata, 'wavelength_A');
  const known_A = numberAt(metadata, 'kAlpha1_A');
  const anode = anodeOf(metadata, known_A ?? single_A);
  if (single_A !== null && known_A === null) return monochromatic(single_A, anode);
  const kAlpha1_A = known_A ?? (anode && TUBES[anode].ka1_A);
  return kAlpha1_A === null ? null : doublet(kAlpha1_A, anode, metadata);
}

function monochromatic(wavelength_A: number, anode: Anode | null): Radiation {
  const id = anode === null ? 'custom' : `${anode}Ka1`;
  return { id, anode, lines: [{ name: 'Ka1', wavelength_A, weight: 1 }], source: 'file' };
}

function doublet(wavelength_A: number, anode: Anode | null, metadata: Metadata): Radiation {
  const second = secondLine(metadata, anode);
  const first: SpectralLine = { name: 'Ka1', wavelength_A, weight: 1 };
  const id = anode === null ? 'custom' : `${anode}${second ? 'Ka' : 'Ka1'}`;
  return { id, anode, lines: second ? [first, second] : [first], source: 'file' };
}

function secondLine(metadata: Metadata, anode: Anode | null): SpectralLine | undefined {
  const given = metadata['ratioKAlpha2'];
  const weight = typeof given === 'number' ? given : KA2_TO_KA1;
  const wavelength_A = numberAt(metadata, 'kAlpha2_A') ?? (anode && TUBES[anode].ka2_A);
  return weight > 0 && wavelength_A !== null ? { name: 'Ka2', wavelength_A, weight } : undefined;
}
