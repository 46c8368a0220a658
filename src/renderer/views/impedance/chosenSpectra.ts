/** The impedance datasets that the view shows, in the order of their cells. */
import { stateAge } from '#core/project/stateAge.ts';
import type { Cell } from '#core/project/study.ts';
import { selectedDatasets, type Selection } from '../../app/selection.ts';
import type { StoredDataset } from '../../store/schema.ts';
import type { StudyContents } from '../../store/studyStore.ts';
import { parseNumberList } from '../../app/numberList.ts';

export interface ChosenSpectrum {
  readonly dataset: StoredDataset;
  readonly cell: Cell | null;
  /** Spectra in the same file, and the place of this one among them, from 1. */
  readonly sweep: number;
  readonly sweeps: number;
}

interface Place {
  readonly sweep: number;
  readonly sweeps: number;
}

/** Place of every spectrum among those of its file. */
function placesInFiles(datasets: readonly StoredDataset[]): ReadonlyMap<string, Place> {
  const byFile = new Map<string, StoredDataset[]>();
  for (const dataset of datasets) {
    if (dataset.kind !== 'impedance') continue;
    byFile.set(dataset.importId, [...(byFile.get(dataset.importId) ?? []), dataset]);
  }
  const places = new Map<string, Place>();
  for (const members of byFile.values()) {
    const inOrder = [...members].sort((a, b) => a.position - b.position);
    inOrder.forEach(({ id }, at) => places.set(id, { sweep: at + 1, sweeps: members.length }));
  }
  return places;
}

/** @param typed numbers of the spectra of files with more than one; empty or wrong = all */
export function chosenSpectra(
  contents: StudyContents,
  selection: Selection,
  typed: string,
): readonly ChosenSpectrum[] {
  const places = placesInFiles(contents.datasets);
  const ranks = new Map(contents.cells.map((cell, rank) => [cell.id, { cell, rank }]));
  const wanted = typed.trim() === '' ? null : new Set(parseNumberList(typed) ?? []);
  return selectedDatasets(contents, selection, 'impedance')
    .map((dataset) => {
      const place = places.get(dataset.id) ?? { sweep: 1, sweeps: 1 };
      const owner = dataset.cellId === null ? undefined : ranks.get(dataset.cellId);
      return { dataset, cell: owner?.cell ?? null, rank: owner?.rank ?? Infinity, ...place };
    })
    .filter(({ sweep, sweeps }) => sweeps === 1 || !wanted || wanted.size === 0 || wanted.has(sweep))
    .sort((a, b) =>
      a.rank === b.rank ? stateAge(a.dataset.state) - stateAge(b.dataset.state) : a.rank - b.rank,
    );
}
