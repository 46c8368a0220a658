/** Loaded spectra as figures know them: whose they are and how they look. */
import type { Spectrum } from '#core/eis/spectrum.ts';
import type { CellSpectrum } from '#figures/cellSpectrum.ts';
import type { StudyContents } from '../../store/studyStore.ts';
import { stateWords } from '../../text/stateWords.ts';
import { text } from '../../text/text.ts';
import { gradedColours } from '../../app/gradedColours.ts';
import { cellIdentity } from '../../app/cellIdentity.ts';
import type { ChosenSpectrum } from './chosenSpectra.ts';
import type { SpectrumView } from './useSpectra.ts';

/** Spectra of one file beyond this many are a series. */
const SHORTEST_SERIES = 3;

/** In words: the state of the cell, or the place of the spectrum in its file. */
export function spectrumState({ dataset, sweep, sweeps }: ChosenSpectrum): string {
  const state = stateWords(dataset.state);
  if (sweeps === 1) return state;
  const place = text.impedance.sweepOf(sweep, sweeps);
  return state === '' ? place : `${state}, ${place}`;
}

export function spectrumName({ dataset, cell }: Pick<ChosenSpectrum, 'dataset' | 'cell'>): string {
  return cell?.name ?? dataset.fileName;
}

function isInSeries({ cell, sweeps }: ChosenSpectrum): boolean {
  return cell === null || sweeps > SHORTEST_SERIES;
}

export function cellSpectra(
  contents: StudyContents,
  views: readonly SpectrumView[],
  fits: ReadonlyMap<string, Spectrum>,
): readonly CellSpectrum[] {
  const graded = gradedColours(views.filter(isInSeries));
  return views.map((view) => {
    const { dataset, cell } = view;
    const identity = cellIdentity(contents, view);
    return {
      ...identity,
      colour: graded.get(dataset.id) ?? identity.colour,
      state: spectrumState(view),
      isCycled: dataset.state.kind === 'after-cycle' || dataset.state.kind === 'at-time',
      area_cm2: cell?.area_cm2 ?? null,
      points: view.used.spectrum,
      excluded: view.leftOut?.spectrum ?? null,
      fit: fits.get(dataset.id) ?? null,
    };
  });
}
