/** The chosen measurements with their voltage traces and their half cycles, computed off the interface's thread. */
import { useMemo } from 'react';
import { cellFactsOf, NO_CELL_FACTS } from '#core/cycling/cellFacts.ts';
import { NOTHING_KNOWN } from '#core/cycling/events/criterion.ts';
import { EVENT_THRESHOLDS, type EventThresholds } from '#core/cycling/events/eventThresholds.ts';
import type { CyclingOutcome } from '#core/cycling/summariseCycling.ts';
import type { Cell } from '#core/project/study.ts';
import { selectedDatasets } from './selection.ts';
import { useServices, type Services } from './services.ts';
import { useSession } from './session.ts';
import type { StoredDataset } from '../store/schema.ts';
import { interceptKeys, timedIntercepts } from './timedIntercepts.ts';
import { useLoaded, type Loaded, type Loader } from './useLoaded.ts';
import { voltageTraceLoader, type DrawnColumns } from './voltageTraceLoader.ts';

/** Undefined = still being read. */
export interface CyclingRunView {
  readonly dataset: StoredDataset;
  readonly cell: Cell | null;
  readonly trace: Loaded<DrawnColumns> | undefined;
  readonly outcome: Loaded<CyclingOutcome> | undefined;
}

interface Chosen {
  readonly dataset: StoredDataset;
  readonly cell: Cell | null;
  /** Spectra of the same cell: where their intercept falls, the run is looked at more closely. */
  readonly spectra: readonly StoredDataset[];
}

/** The columns of which half cycles are made. */
export const ANALYSED_COLUMNS = [
  'time_s',
  'voltage_V',
  'current_A',
  'currentInstant_A',
  'stepTime_s',
  'stepCount',
  'step',
  'controlCurrent_A',
] as const;

/** By dataset id, in mA. */
type SetCurrents = Readonly<Record<string, number>>;

const NO_CURRENTS: SetCurrents = {};
const NO_THRESHOLDS: Partial<EventThresholds> = {};

export interface RunOptions {
  /** The size of the current of runs that belong to no cell and whose files have none. */
  readonly setCurrents_mA?: SetCurrents;
  /** False: nothing is read. */
  readonly isWanted?: boolean;
}

function summaryLoader(
  { store, jobs }: Services,
  setCurrents_mA: SetCurrents,
  thresholds: Partial<EventThresholds>,
): Loader<Chosen, CyclingOutcome> {
  // A file of no cell yet has its current in the settings of the view.
  const current_mA = (dataset: StoredDataset, cell: Cell | null) =>
    cell?.setCurrent_mA ?? setCurrents_mA[dataset.id];
  return {
    keyOf: ({ dataset, cell, spectra }) =>
      [
        dataset.id,
        current_mA(dataset, cell),
        JSON.stringify([cell && summarisedFields(cell), thresholds, interceptKeys(spectra)]),
      ].join(' '),
    load: async ({ dataset, cell, spectra }, signal) => {
      const columns = await store.columns(dataset.id, ANALYSED_COLUMNS);
      const { kind, label, rows, metadata, breaks = [] } = dataset;
      const options = {
        area_cm2: cell?.area_cm2 ?? null,
        mass_mg: cell?.activeMass_mg ?? null,
        setCurrent_A: ampere(current_mA(dataset, cell)),
        cellKind: cell?.kind ?? null,
        cellFacts: cell ? cellFactsOf(cell) : NO_CELL_FACTS,
        thresholds: { ...EVENT_THRESHOLDS, ...thresholds },
        known: { ...NOTHING_KNOWN, intercepts: await timedIntercepts(store, dataset, spectra) },
      };
      const request = { dataset: { kind, label, rows, metadata, columns, breaks }, options };
      return jobs.run('summariseCycling', request, { signal });
    },
  };
}

/** What a summary depends on: whatever else of a cell changes, it stays. */
function summarisedFields(cell: Cell) {
  return [cell.area_cm2, cell.activeMass_mg, cell.kind, cellFactsOf(cell)];
}

function spectraBeside(
  { cellId }: StoredDataset,
  datasets: readonly StoredDataset[],
): readonly StoredDataset[] {
  if (cellId === null) return [];
  return datasets.filter((other) => other.cellId === cellId && other.kind === 'impedance');
}

function ampere(current_mA: number | undefined): number | null {
  return current_mA === undefined ? null : current_mA / 1000;
}

export function useCyclingRuns({
  setCurrents_mA = NO_CURRENTS,
  isWanted = true,
}: RunOptions = {}): readonly CyclingRunView[] {
  const services = useServices();
  const { contents, selection } = useSession();
  const thresholds = contents.study.eventThresholds ?? NO_THRESHOLDS;
  const chosen = useMemo(() => {
    if (!isWanted) return [];
    const cells = new Map(contents.cells.map((cell, rank) => [cell.id, { cell, rank }]));
    const placeOf = ({ cellId }: StoredDataset) => (cellId === null ? undefined : cells.get(cellId));
    return selectedDatasets(contents, selection, 'cycling')
      .map((dataset) => ({
        dataset,
        cell: placeOf(dataset)?.cell ?? null,
        spectra: spectraBeside(dataset, contents.datasets),
        rank: placeOf(dataset)?.rank ?? Infinity,
      }))
      .sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank));
  }, [contents, selection, isWanted]);
  const traces = useMemo(() => voltageTraceLoader(services), [services]);
  const summaries = useMemo(
    () => summaryLoader(services, setCurrents_mA, thresholds),
    [services, setCurrents_mA, thresholds],
  );
  const loadedTraces = useLoaded(chosen, traces);
  // The plot comes first: half cycles wait until their run can be drawn.
  const drawable = useMemo(
    () => chosen.filter((run) => loadedTraces.has(traces.keyOf(run))),
    [chosen, loadedTraces, traces],
  );
  const loadedSummaries = useLoaded(drawable, summaries);
  return useMemo(
    () =>
      chosen.map((run) => ({
        ...run,
        trace: loadedTraces.get(traces.keyOf(run)),
        outcome: loadedSummaries.get(summaries.keyOf(run)),
      })),
    [chosen, loadedTraces, loadedSummaries, traces, summaries],
  );
}
