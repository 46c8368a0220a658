/** The X-rays a scan was made with. */

export type Anode = 'Cu' | 'Co' | 'Mo' | 'Ag' | 'Cr' | 'Fe';

export interface SpectralLine {
  readonly name: 'Ka1' | 'Ka2' | 'Kb1';
  readonly wavelength_A: number;
  /** Relative to Kα1 = 1. */
  readonly weight: number;
}

export interface Radiation {
  /** `CuKa1`, `CuKa`, `MoKa1`, …; `custom` for a wavelength from a file that is no tube's. */
  readonly id: string;
  readonly anode: Anode | null;
  readonly lines: readonly SpectralLine[];
  /** Where it comes from: the file, or the user's answer. */
  readonly source: 'file' | 'user' | 'default';
}
