/** Voltage profiles of the cells whose spectra are shown, on the test time of the spectra. */
import { useMemo } from 'react';
import { findNumbers } from '#core/dataset.ts';
import type { CellVoltage } from '#figures/cellVoltage.ts';
import { useServices } from '../../../app/services.ts';
import { useSession } from '../../../app/session.ts';
import type { StoredDataset } from '../../../store/schema.ts';
import { cellIdentity } from '../../../app/cellIdentity.ts';
import { useLoaded, type Loader } from '../../../app/useLoaded.ts';
import type { SpectrumView } from '../useSpectra.ts';
import { selectedDatasets } from '../../../app/selection.ts';

export interface VoltageProfile {
  readonly dataset: StoredDataset;
  /** False: the file does not say when it began. */
  readonly hasClock: boolean;
}

/** Runs of the same test: begun at the same moment, or without a clock. */
function profilesOf(
  views: readonly SpectrumView[],
  runs: readonly StoredDataset[],
): readonly VoltageProfile[] {
  const starts = new Set(views.map(({ dataset }) => dataset.metadata['startedAt'] ?? null));
  return runs
    .map((dataset) => ({ dataset, start: dataset.metadata['startedAt'] ?? null }))
    .filter(({ start }) => start === null || starts.has(start))
    .map(({ dataset, start }) => ({ dataset, hasClock: start !== null }));
}

type Drawn = Pick<CellVoltage, 'time_s' | 'voltage_V' | 'pyramid' | 'timeIsSorted'>;

export function useVoltages(views: readonly SpectrumView[], isWanted: boolean) {
  const { store, jobs } = useServices();
  const { contents, selection } = useSession();
  const profiles = useMemo(
    () => (isWanted ? profilesOf(views, selectedDatasets(contents, selection, 'cycling')) : []),
    [views, contents, selection, isWanted],
  );
  const loader = useMemo<Loader<VoltageProfile, Drawn | null>>(
    () => ({
      keyOf: ({ dataset }) => dataset.id,
      load: async ({ dataset }, signal) => {
        const columns = await store.columns(dataset.id, ['time_s', 'voltage_V']);
        const [time_s, voltage_V] = [
          findNumbers({ columns }, 'time_s'),
          findNumbers({ columns }, 'voltage_V'),
        ];
        if (!time_s || !voltage_V) return null;
        return { time_s, voltage_V, ...(await jobs.run('voltageTrace', { time_s, voltage_V }, { signal })) };
      },
    }),
    [store, jobs],
  );
  const loaded = useLoaded(profiles, loader);
  return useMemo(() => {
    const voltages = profiles.flatMap(({ dataset }): readonly CellVoltage[] => {
      const found = loaded.get(dataset.id);
      if (!found?.ok || !found.value) return [];
      const cell = contents.cells.find(({ id }) => id === dataset.cellId) ?? null;
      const untrimmed = { timeZero_s: 0, trimFrom_s: null, trimTo_s: null };
      return [{ ...cellIdentity(contents, { dataset, cell }), ...found.value, ...untrimmed }];
    });
    const withoutClock = profiles.filter(({ hasClock }) => !hasClock).map(({ dataset }) => dataset.fileName);
    return { voltages, withoutClock };
  }, [profiles, loaded, contents]);
}
