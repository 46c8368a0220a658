/** An identification as it is kept: with the key of what it was computed from. */
import type { Phase } from '#core/xrd/crystalPhase.ts';
import type { Identification } from '#core/xrd/identification.ts';
import { allowedPhases } from '#core/xrd/identify/chemistryFilter.ts';
import type { StoredDataset } from '../../store/schema.ts';
import type { ScanView } from './useScans.ts';

export interface IdentificationRecord {
  readonly inputs: string;
  readonly identification: Identification;
}

/** Where the last identification of a dataset is kept. */
export function identificationKey({ id }: Pick<StoredDataset, 'id'>): string {
  return `diffraction-phases ${id}`;
}

/** Elements typed with any separators; empty = any element. */
export function typedElements(text: string): readonly string[] {
  return text.match(/[A-Z][a-z]?/gu) ?? [];
}

/** Those that are sought in a sample that may hold these elements. */
export function soughtPhases(phases: readonly Phase[], elements: string): readonly Phase[] {
  const typed = typedElements(elements);
  return typed.length === 0 ? phases : allowedPhases(phases, typed);
}

/** Identifications that were kept with errors of amounts that knew only counting and overlap are out of date. */
const METHOD = 'errors with misfit and structures';

/** Everything that the result depends on. */
export function identificationInputs(
  { dataset, radiation }: Pick<ScanView, 'dataset' | 'radiation'>,
  phases: readonly Phase[],
): string {
  const lines = radiation?.lines.map(({ wavelength_A, weight }) => `${wavelength_A}×${weight}`) ?? [];
  const sought = phases.map(({ id, variant }) => (variant === undefined ? id : `${id} (${variant})`));
  return [dataset.contentKey, lines.join('+'), sought.join(','), METHOD].join(' | ');
}
