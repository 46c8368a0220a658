/** What is to be said of an identification besides its verdicts. */
import type { Identification } from '#core/xrd/identification.ts';
import { isPoorFit } from '#core/xrd/identify/poorFit.ts';
import { text } from '../../text/text.ts';

const words = text.diffraction;

function overlapNote({ phases }: Identification): readonly string[] {
  const isOpen = (id: string) => phases.some((phase) => phase.id === id && phase.verdict !== 'absent');
  return isOpen('LiHg') || isOpen('Li3Hg') ? [words.overlap] : [];
}

export function identificationNotes(identification: Identification): readonly string[] {
  return [
    ...(isPoorFit(identification) ? [words.poorFit] : []),
    ...overlapNote(identification),
    ...identification.warnings,
  ];
}
