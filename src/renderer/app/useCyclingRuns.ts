/** The chosen measurements with their voltage traces and their half cycles, computed off the interface's thread. */
import { useMemo } from 'react';
import { cellFactsOf, NO_CELL_FACTS } from '#core/cycling/cellFacts.ts';
import { EVENT_THRESHOLDS, type EventThresholds } from '#core/cycling/events/eventThresholds.ts';
import type { CyclingOutcome } from '#core/cycling/summariseCycling.ts';
import type { VoltageTrace } from '#core/cycling/voltageTrace.ts';
import { findNumbers } from '#core/dataset.ts';
import type { Cell } from '#core/project/study.ts';
import { selectedDatasets } from './selection.ts';
import { useServices, type Services } from './services.ts';
import { useSession } from './session.ts';
import { preparedTrace } from '../store/preparedTraces.ts';
import type { StoredDataset } from '../store/schema.ts';
import { text } from '../text/text.ts';
import { useLoaded, type Loaded, type Loader } from './useLoaded.ts';

export interface DrawnColumns extends VoltageTrace {
  readonly time_s: Float64Array;
  readonly voltage_V: Float64Array;
}

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
}

const ANALYSED = [
  'time_s',
  'voltage_V',
  'current_A',
  'currentInstant_A',
  'stepTime_s',
  'stepCount',
  'step',
  'controlCurrent_A',
] as const;

function traceLoader({ store, jobs }: Services): Loader<Chosen, DrawnColumns> {
  return {
    keyOf: ({ dataset }) => dataset.id,
    load: async ({ dataset }, signal) => {
      const columns = await store.columns(dataset.id, ['time_s', 'voltage_V']);
      const time_s = findNumbers({ columns }, 'time_s');
      const voltage_V = findNumbers({ columns }, 'voltage_V');
      if (!time_s || !voltage_V) throw new Error(text.cycling.noVoltage);
      const drawn = { time_s, voltage_V };
      const trace = preparedTrace(drawn) ?? (await jobs.run('voltageTrace', drawn, { signal }));
      return { ...drawn, ...trace };
    },
  };
}

/** By dataset id, in mA. */
type SetCurrents = Readonly<Record<string, number>>;

const NO_CURRENTS: SetCurrents = {};
const NO_THRESHOLDS: Partial<EventThresholds> = {};

export interface RunOptions {
  /** The size of the current of runs that belong to no cell and whose files have none. */
  readonly setCurrents_mA?: SetCurrents;
  /** By which events are called, where they differ from the program's own. */
  readonly thresholds?: Partial<EventThresholds>;
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
    keyOf: ({ dataset, cell }) =>
      [
        dataset.id,
        current_mA(dataset, cell),
        JSON.stringify([cell && summarisedFields(cell), thresholds]),
      ].join(' '),
    load: async ({ dataset, cell }, signal) => {
      const columns = await store.columns(dataset.id, ANALYSED);
      const { kind, label, rows, metadata, breaks = [] } = dataset;
      const options = {
        area_cm2: cell?.area_cm2 ?? null,
        mass_mg: cell?.activeMass_mg ?? null,
        setCurrent_A: ampere(current_mA(dataset, cell)),
        cellFacts: cell ? cellFactsOf(cell) : NO_CELL_FACTS,
        thresholds: { ...EVENT_THRESHOLDS, ...thresholds },
      };
      const request = { dataset: { kind, label, rows, metadata, columns, breaks }, options };
      return jobs.run('summariseCycling', request, { signal });
    },
  };
}

/** What a summary depends on: whatever else of a cell changes, it stays. */
function summarisedFields(cell: Cell) {
  return [cell.area_cm2, cell.activeMass_mg, cellFactsOf(cell)];
}

function ampere(current_mA: number | undefined): number | null {
  return current_mA === undefined ? null : current_mA / 1000;
}

export function useCyclingRuns({
  setCurrents_mA = NO_CURRENTS,
  thresholds = NO_THRESHOLDS,
  isWanted = true,
}: RunOptions = {}): readonly CyclingRunView[] {
  const services = useServices();
  const { contents, selection } = useSession();
  const chosen = useMemo(() => {
    if (!isWanted) return [];
    const cells = new Map(contents.cells.map((cell, rank) => [cell.id, { cell, rank }]));
    const placeOf = ({ cellId }: StoredDataset) => (cellId === null ? undefined : cells.get(cellId));
    return selectedDatasets(contents, selection, 'cycling')
      .map((dataset) => ({
        dataset,
        cell: placeOf(dataset)?.cell ?? null,
        rank: placeOf(dataset)?.rank ?? Infinity,
      }))
      .sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank));
  }, [contents, selection, isWanted]);
  const traces = useMemo(() => traceLoader(services), [services]);
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
