/** The X-rays of scans as a figure says them. */
import { diffractionFigureWords } from '#core/text/diffractionFigureWords.ts';
import type { ScanView } from './useScans.ts';

export function radiationNotes(views: readonly ScanView[]): readonly string[] {
  const notes = views.flatMap(({ radiation }) => {
    const [line] = radiation?.lines ?? [];
    return radiation && line ? [diffractionFigureWords.radiation(radiation.id, line.wavelength_A)] : [];
  });
  return [...new Set(notes)];
}
