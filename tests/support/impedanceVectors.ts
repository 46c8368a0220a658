/** Reference impedances from outside: see fixtures/PROVENANCE.md, eis/impedance-vectors.json. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Triple = readonly [frequency_Hz: number, re: number, im: number];

interface Vectors {
  readonly values: readonly number[];
  readonly frequency_Hz_re_im: readonly Triple[];
}

interface VectorFile {
  readonly elements: readonly (Vectors & { readonly code: string })[];
  readonly circuits: readonly (Vectors & { readonly circuit: string })[];
}

const PATH = join(import.meta.dirname, '../fixtures/eis/impedance-vectors.json');

export const impedanceVectors = JSON.parse(readFileSync(PATH, 'utf8')) as VectorFile;
