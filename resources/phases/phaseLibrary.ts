/** The phases that the program knows, as data beside it; their patterns are computed. */
import type { Phase } from '#core/xrd/crystalPhase.ts';
import { phaseOfEntry, type PhaseEntry } from '#core/xrd/phaseEntry.ts';
import cathodes from './cathodes.json';
import halos from './halos.json';
import hardware from './hardware.json';
import lanthanumTitanates from './lanthanumTitanates.json';
import lithiumAmalgams from './lithiumAmalgams.json';
import lithiumCompounds from './lithiumCompounds.json';
import magnesium from './magnesium.json';
import mercury from './mercury.json';
import oxides from './oxides.json';
import potassium from './potassium.json';
import sodium from './sodium.json';
import zinc from './zinc.json';
import withoutPattern from './withoutPattern.json';

const FILES: readonly unknown[] = [
  lithiumAmalgams,
  lanthanumTitanates,
  mercury,
  lithiumCompounds,
  sodium,
  potassium,
  magnesium,
  zinc,
  hardware,
  oxides,
  cathodes,
  halos,
];

/** Every phase with a pattern: structures, cells and halos. Expanded on the first call. */
export function phaseLibrary(): readonly Phase[] {
  library ??= (FILES as readonly (readonly PhaseEntry[])[]).flat().map(phaseOfEntry);
  return library;
}

let library: readonly Phase[] | undefined;

/** Compounds in the phase diagrams that no pattern can be computed for, with the reason. */
export const PHASES_WITHOUT_PATTERN: readonly { readonly formula: string; readonly statement: string }[] =
  withoutPattern;
