/** The chosen diffraction scans with their patterns and the X-rays they were made with. */
import { useCallback, useMemo } from 'react';
import { describeProblem } from '#core/describeProblem.ts';
import { stateAge } from '#core/project/stateAge.ts';
import type { Cell } from '#core/project/study.ts';
import { diffractionPatternOf, type SigmaRule } from '#core/xrd/diffractionPatternOf.ts';
import type { DiffractionPattern } from '#core/xrd/powderPattern.ts';
import type { Radiation } from '#core/xrd/radiation.ts';
import { radiationOf } from '#core/xrd/radiations.ts';
import type { UnusableMeasurement } from '../../components/UnusableMeasurements.tsx';
import { selectedDatasets } from '../../app/selection.ts';
import { useServices } from '../../app/services.ts';
import { useSession } from '../../app/session.ts';
import { useLoaded, type Loader } from '../../app/useLoaded.ts';
import { loadDataset } from '../../store/loadDataset.ts';
import type { StoredDataset } from '../../store/schema.ts';
import { stateWords } from '../../text/stateWords.ts';

export interface ScanView {
  readonly dataset: StoredDataset;
  readonly cell: Cell | null;
  readonly pattern: DiffractionPattern;
  readonly sigmaRule: SigmaRule;
  /** The user's answer, else what the file says; null = to be asked. */
  readonly radiation: Radiation | null;
}

export interface Scans {
  readonly chosen: readonly StoredDataset[];
  readonly views: readonly ScanView[];
  readonly isLoading: boolean;
  readonly unusable: readonly UnusableMeasurement[];
}

/** Cell or file, the place in the file, and the state. */
export function scanName({ dataset, cell }: Pick<ScanView, 'dataset' | 'cell'>): string {
  const state = stateWords(dataset.state);
  return [cell?.name ?? dataset.fileName, state].filter((part) => part !== '').join(', ');
}

type Read = ReturnType<typeof diffractionPatternOf>;

function viewOf(dataset: StoredDataset, cell: Cell | null, read: Read & { readonly ok: true }): ScanView {
  const { pattern, sigmaRule } = read;
  const answered = dataset.radiation === undefined ? undefined : radiationOf(dataset.radiation);
  return { dataset, cell, pattern, sigmaRule, radiation: answered ?? pattern.radiation };
}

/** Cells in their order; of each pristine first, then by cycle or time. */
function useChosen(): readonly StoredDataset[] {
  const { contents, selection } = useSession();
  return useMemo(() => {
    const ranks = new Map(contents.cells.map(({ id }, rank) => [id, rank]));
    const rankOf = ({ cellId }: StoredDataset) => ranks.get(cellId ?? '') ?? Infinity;
    const chosen = [...selectedDatasets(contents, selection, 'diffraction')];
    return chosen.sort((a, b) =>
      rankOf(a) === rankOf(b) ? stateAge(a.state) - stateAge(b.state) : rankOf(a) - rankOf(b),
    );
  }, [contents, selection]);
}

export function useScans(): Scans {
  const { store } = useServices();
  const { contents } = useSession();
  const chosen = useChosen();
  const load = useCallback(
    async (row: StoredDataset): Promise<Read> => diffractionPatternOf(await loadDataset(store, row)),
    [store],
  );
  const loader = useMemo<Loader<StoredDataset, Read>>(() => ({ keyOf: ({ id }) => id, load }), [load]);
  const loaded = useLoaded(chosen, loader);
  return useMemo(() => {
    const views: ScanView[] = [];
    const unusable: UnusableMeasurement[] = [];
    for (const dataset of chosen) {
      const cell = contents.cells.find(({ id }) => id === dataset.cellId) ?? null;
      const outcome = loaded.get(dataset.id);
      const said = { id: dataset.id, name: scanName({ dataset, cell }) };
      if (outcome && !outcome.ok) unusable.push({ ...said, reason: String(outcome.error) });
      else if (outcome && !outcome.value.ok)
        unusable.push({ ...said, reason: describeProblem(outcome.value.problem).message });
      else if (outcome?.value.ok) views.push(viewOf(dataset, cell, outcome.value));
    }
    return { chosen, views, isLoading: loaded.size < chosen.length, unusable };
  }, [chosen, loaded, contents.cells]);
}
