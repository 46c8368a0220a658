/** One change in one transaction. What it takes away comes back as the inverse, values of columns included. */
import type { Column } from '#core/dataset.ts';
import { deleteBlocks, stashBlocks, unstashed, writeColumns, type StashedBlock } from './blocks.ts';
import { changedFields } from './contentsRows.ts';
import type { StoredBlock, StudyDatabase } from './schema.ts';
import type { RowChange } from './studyStore.ts';

/** A change with what it needs to bring datasets (back) in. */
export interface Step {
  readonly label: string;
  readonly rows: readonly RowChange[];
  /** Columns of datasets that are new. */
  readonly columns: ReadonlyMap<string, readonly Column[]>;
  /** Blocks of datasets that were there before. */
  readonly stash: ReadonlyMap<string, readonly StashedBlock[]>;
  readonly together: string | null;
  readonly signal: AbortSignal | null;
}

function inverted(row: RowChange): RowChange {
  return { ...row, before: row.after, after: row.before } as RowChange;
}

async function putRow(database: StudyDatabase, row: RowChange): Promise<void> {
  const table = database.table<unknown, string>(row.table);
  if (row.after === null) await table.delete(row.id);
  else if (row.before === null) await table.put(row.after);
  else await table.update(row.id, changedFields(row));
}

/** Without the rows that are not there to be changed: the change that was to bring them was refused. */
async function possibleRows(database: StudyDatabase, rows: readonly RowChange[]) {
  const possible: RowChange[] = [];
  for (const row of rows) {
    const isThere = row.before === null || (await database.table<unknown, string>(row.table).get(row.id));
    if (isThere) possible.push(row);
  }
  return possible;
}

async function takeBlocks(database: StudyDatabase, rows: readonly RowChange[]) {
  const stash = new Map<string, StashedBlock[]>();
  for (const row of rows) {
    if (row.table !== 'datasets' || row.after !== null) continue;
    stash.set(row.id, await stashBlocks(database, row.id));
    await deleteBlocks(database, row.id);
  }
  return stash;
}

async function restoredBlocks(step: Step): Promise<readonly StoredBlock[]> {
  const lists = [...step.stash].map(([datasetId, stash]) => unstashed(datasetId, stash));
  return (await Promise.all(lists)).flat();
}

/** Applies the step and returns its inverse. */
export async function applyStep(database: StudyDatabase, step: Step): Promise<Step> {
  // Blobs are read before the transaction: a transaction ends when it waits for anything but the database.
  const restored = await restoredBlocks(step);
  return database.transaction('rw', database.tables, async () => {
    const rows = await possibleRows(database, step.rows);
    const stash = await takeBlocks(database, rows);
    for (const row of rows) await putRow(database, row);
    for (const [datasetId, columns] of step.columns)
      await writeColumns(database, datasetId, columns, step.signal);
    for (const block of restored) await database.blocks.put(block);
    for (const row of rows) {
      if (row.table === 'studies' && row.after === null) {
        await database.results.where('studyId').equals(row.id).delete();
      }
    }
    return {
      label: step.label,
      rows: [...rows].reverse().map(inverted),
      columns: new Map(),
      stash,
      together: step.together,
      signal: null,
    };
  });
}
