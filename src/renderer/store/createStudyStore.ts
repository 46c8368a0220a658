/** The study store over Dexie. */
import type { Column } from '#core/dataset.ts';
import { applyStep, type Step } from './applyChange.ts';
import { readValues } from './blocks.ts';
import { createColumnCache, type ColumnCache } from './columnCache.ts';
import { drawingPause } from './drawingPause.ts';
import { createHistory } from './history.ts';
import { createPendingChanges } from './pendingChanges.ts';
import type { StoredDataset, StudyDatabase } from './schema.ts';
import { storageErrorOf } from './storageError.ts';
import type { Change, StudyStore } from './studyStore.ts';

async function told<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw storageErrorOf(error);
  }
}

function stepOf({ label, rows, columns, together, signal }: Change): Step {
  return {
    label,
    rows,
    columns: columns ?? new Map(),
    stash: new Map(),
    together: together ?? null,
    signal: signal ?? null,
  };
}

async function readColumn(
  database: StudyDatabase,
  cache: ColumnCache,
  dataset: StoredDataset,
  name: string,
): Promise<Column | undefined> {
  const info = dataset.columns.find((column) => column.name === name);
  if (!info) return undefined;
  const values = cache.get(dataset.id, name) ?? (await readValues(database, dataset, name));
  if (!values) return undefined;
  cache.put(dataset.id, name, values);
  return { ...info, values };
}

function chosenColumns(columns: readonly Column[], names: readonly string[]): readonly Column[] {
  return names
    .map((wanted) => columns.find(({ name }) => name === wanted))
    .filter((column) => column !== undefined);
}

export function createStudyStore(database: StudyDatabase): StudyStore {
  const cache = createColumnCache();
  const history = createHistory();
  const pending = createPendingChanges();
  // What a dataset is made of never changes; asking would wait for whatever the database is storing.
  const known = new Map<string, StoredDataset>();
  // Steps wait for each other: two undos in a row must not both read the same last step.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return told(turn);
  };
  const apply = async (step: Step) => {
    const inverse = await applyStep(database, step);
    for (const datasetId of inverse.stash.keys()) {
      cache.forget(datasetId);
      known.delete(datasetId);
    }
    for (const [datasetId, columns] of step.columns) {
      for (const column of columns) cache.put(datasetId, column.name, column.values);
    }
    return inverse;
  };
  const applyShown = (step: Step) => pending.during(step, () => apply(step));
  return {
    database,
    columns: async (datasetId, names) => {
      const underWay = pending.columns(datasetId);
      if (underWay) return chosenColumns(underWay, names);
      const dataset = known.get(datasetId) ?? (await database.datasets.get(datasetId));
      if (!dataset) return [];
      known.set(datasetId, dataset);
      const found = await Promise.all(names.map((name) => readColumn(database, cache, dataset, name)));
      return found.filter((column) => column !== undefined);
    },
    change: (change) => {
      const step = stepOf(change);
      return pending.during(step, () =>
        inTurn(async () => {
          if (change.afterDrawing === true) await drawingPause(step.columns, step.signal);
          history.push(await apply(step));
        }),
      );
    },
    pendingRows: pending.rows,
    onPending: pending.subscribe,
    undo: () =>
      inTurn(async () => {
        await history.undo(applyShown);
      }),
    redo: () =>
      inTurn(async () => {
        await history.redo(applyShown);
      }),
    history: history.state,
    onHistory: history.subscribe,
    result: async (key) => (await database.results.get(key))?.value,
    putResult: (studyId, key, value) =>
      told(database.results.put({ key, studyId, value }).then(() => undefined)),
  };
}
